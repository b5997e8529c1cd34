"""What a situation says, in pieces of words that the terminal colours and the page marks up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..account import ActorRef, PlaceRef
from ..account.contradictions import DENIES, Side
from ..account.control import CONTESTED, UNKNOWN, Spell
from ..account.finding import Backed, Estimate, Finding, Told, Voice
from ..account.forces import Change
from ..account.truces import Step
from ..messages import Messages
from .wording import (
    act_words,
    actor_words,
    estimate_words,
    one_line,
    place_words,
    status_words,
    told_words,
    voices_words,
    when_words,
)

_COUNTED_KINDS = ("toll", "force")
_LANDS = ("country", "region")
_OPEN_AUTHORS = ("authorship", "holder")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words on one line and what they are: an actor, an act, a place, a day ….

    ``role`` is one of actor, act, place, when, count, said, source, note, status, disputed and
    verified; empty for words that only join others.  ``code`` is the kind or status that decides on
    its colour, ``title`` what a reader may be told beside it.
    """

    text: str
    role: str = ""
    code: str = ""
    title: str = ""


Words = tuple[Piece, ...]

NOTHING: Words = ()


class SituationWords:
    """Puts what a situation holds into words of one language."""

    def __init__(self, messages: Messages, countries: Mapping[str, str] | None = None) -> None:
        self._messages = messages
        self._countries = countries or {}

    # -- single words ----------------------------------------------------------------------------

    def label(self, key: str, role: str = "", **values: object) -> Piece:
        """A message as a piece."""
        return Piece(self._messages(key, **values), role)

    def actors(self, actors: Iterable[ActorRef], between: str = ", ") -> Words:
        """Actors in a row."""
        return _row((_actor(actor) for actor in actors), between)

    def place(self, place: PlaceRef | None) -> Words:
        """A place, or that none is told."""
        if place is None:
            return (self.label("account.no_place", "note"),)
        where = (place.name, place.admin1, place.country)
        precision = self._messages.label("precision", place.precision)
        title = " · ".join(one_line(part) for part in (*where, precision) if part)
        return (Piece(place_words(place), "place", title=title),)

    def spot(self, place: PlaceRef | None) -> Words:
        """A place with its country, since a name alone may stand for several places."""
        words = self.place(place)
        if place is None or place.country is None or place.precision in _LANDS:
            return words
        return (*words, Piece(f", {self._countries.get(place.country, place.country)}", "note"))

    def country(self, code: str | None) -> Words:
        """A country by its alpha-3 code, or that none is told."""
        if code is None:
            return (self.label("situation.no_country", "note"),)
        return (Piece(self._countries.get(code, code), "place", title=code),)

    def when(self, finding: Finding) -> Words:
        """The days told for a fact."""
        told = when_words(finding.when, self._messages)
        return (Piece(told, "when"),) if told else NOTHING

    def day(self, day: str | None, told_from: str) -> Words:
        """A day, else that of the first telling, told to be that."""
        if day:
            return (Piece(day, "when"),)
        return (self.label("situation.told", "note", day=told_from),)

    def voices(self, voices: Iterable[Voice]) -> Words:
        """Who says it."""
        told = voices_words(voices, self._messages)
        return (Piece(told, "source"),) if told else NOTHING

    def sayers(self, finding: Finding) -> Words:
        """Whose newest word a finding is, denials left out unless there is nothing else."""
        newest = [voice for voice in finding.voices if voice.newest]
        telling = [v for v in newest if v.status != "denied"]
        return self.voices(telling if finding.status != "denied" else newest)

    def estimate(self, estimate: Estimate | None) -> Words:
        """A figure with its range; none is a question mark."""
        return (Piece(estimate_words(estimate, self._messages) if estimate else "?", "count"),)

    def counts(self, estimates: Iterable[Estimate]) -> Words:
        """Figures, each with what is counted as an article writes it."""
        return joined([(*self.estimate(e), *_counted(e)) for e in estimates], ", ")

    def who_says(self, estimate: Estimate | None, finding: Finding) -> Words:
        """Every number that is now told, with those who tell it; only these where all agree."""
        groups: dict[str, list[Voice]] = {}
        voices = {voice.claim: voice for voice in finding.voices}
        for told in estimate.told if estimate else ():
            if told.newest and told.claim in voices:
                groups.setdefault(self._told(told, estimate), []).append(voices[told.claim])
        if len(groups) < 2:
            return self.sayers(finding)
        rows = [
            (Piece(count, "count"), self.label("situation.colon"), *self.voices(some))
            for count, some in groups.items()
        ]
        return joined(rows, self._messages("situation.semicolon"))

    def _told(self, told: Told, estimate: Estimate | None) -> str:
        return told_words(told, estimate.unit if estimate else "other", self._messages)

    # -- facts -----------------------------------------------------------------------------------

    def act(self, finding: Finding) -> Words:
        """The type of a finding, with what makes it less or more than told as a fact."""
        words = act_words(finding, self._messages)
        if (finding.kind, finding.mode) == ("toll", "incident"):  # as tolls are, but for totals
            words = self._messages.label("type", finding.type)
        return (Piece(words, "act", finding.kind, finding.code), *self.marks(finding))

    def marks(self, finding: Finding) -> Words:
        """Its status where it is not told as a fact, and whether it is disputed or verified."""
        found = []
        if told := status_words(finding, self._messages):
            found.append(Piece(told, "status", finding.status))
        if finding.disputed:
            found.append(self._disputed(finding.disputes))
        if finding.verified:
            found.append(self.label("situation.verified", "verified"))
        return tuple(piece for mark in found for piece in (Piece(" "), mark))

    def _disputed(self, disputes: Iterable[str] = ()) -> Piece:
        reasons = (self._messages.label("dispute", reason) for reason in disputes)
        return Piece(
            self._messages("situation.disputed_mark"), "disputed", title=", ".join(reasons)
        )

    def disputed(self, is_disputed: bool) -> Words:
        """The mark of what is disputed, where it is."""
        return (Piece(" "), self._disputed()) if is_disputed else NOTHING

    def line(self, finding: Finding) -> Words:
        """A fact on a line: who, what, to whom, how many, where, what is said."""
        either = bool(set(_OPEN_AUTHORS) & set(finding.disputes))
        between = self._messages("situation.or") if either else ", "
        actors = self.actors(_values(finding.actors), between)
        recipients = self.actors(_values(finding.recipients))
        pieces = [*actors, *([Piece(" ")] if actors else []), *self.act(finding)]
        if recipients:
            pieces += [Piece(" → "), *recipients]
        details = [self._figures(finding), *(self.place(row.value) for row in finding.places)]
        for detail in details:
            if detail:
                pieces += [Piece(" · "), *detail]
        if finding.said:
            pieces += [Piece(" · "), *self.said(finding)]
        return tuple(pieces)

    def _figures(self, finding: Finding) -> Words:
        """Figures, with what they count where nothing else tells it."""
        told = finding.kind in _COUNTED_KINDS and bool(finding.recipients)
        rows = [
            self.estimate(e) if told or e.unit == "percent" else (*self.estimate(e), *_counted(e))
            for e in finding.estimates
        ]
        return joined(rows, ", ")

    def said(self, finding: Finding) -> Words:
        """What is said, quoted where it was; the word that tells it where nothing more is told."""
        if not finding.said:
            return (Piece(one_line(", ".join(finding.triggers)), "note"),)
        text = one_line(finding.said[0].value)
        quoted = finding.kind == "statement" and finding.type == "DIRECT"
        if quoted and not text.startswith("«"):
            text = f"« {text} »"
        return (Piece(text, "said"),)

    def cost(self, toll: Finding, acts: Iterable[Finding] = ()) -> Words:
        """What a toll counts: the category, the victims, who caused it, in which acts."""
        category = self._messages.label("type", toll.type)
        victims = self.actors(_values(toll.recipients)) or self._victims(toll)
        causes = self.actors(_values(toll.actors))
        by = (self.label("account.by", names=""), *causes) if causes else NOTHING
        told = [(Piece(category, "act", toll.kind), *self.marks(toll)), victims, by]
        return joined([part for part in (*told, *map(self.act, acts)) if part], " · ")

    def _victims(self, toll: Finding) -> Words:
        """What the figures of a toll count, where it names no victims."""
        return next((words[1:] for e in toll.estimates if (words := _counted(e))), NOTHING)

    def addressed(self, finding: Finding) -> Words:
        """To whom something is said."""
        names = ", ".join(piece.text for piece in self.actors(_values(finding.recipients), ""))
        return (Piece("  "), self.label("account.to", "note", names=names)) if names else NOTHING

    # -- ground, forces, truces, disputes --------------------------------------------------------

    def holder(self, spell: Spell) -> Words:
        """Who holds ground, or who fights for it, or that nobody tells."""
        if spell.state == UNKNOWN:
            pieces = [self.label("ground.unknown", "note")]
        else:
            pieces = list(self.actors(spell.holders)) or [self.label("ground.no_holder", "note")]
        if spell.share:
            pieces += [Piece(" "), *self.estimate(spell.share)]
        if spell.state == CONTESTED:
            pieces = [self.label("ground.contested", "act"), Piece(" "), *pieces]
        if spell.contenders:
            pieces += [Piece(" "), self.label("ground.facing"), Piece(" ")]
            pieces += self.actors(spell.contenders)
        if spell.status != "actual":
            status = self._messages.label("status", spell.status)
            pieces += [Piece(" "), Piece(status, "status", spell.status)]
        return (*pieces, *self.disputed(spell.disputed))

    def since(self, spell: Spell) -> Words:
        """From when ground is held so."""
        told = when_words(spell.when, self._messages)
        return (
            (Piece(told, "when"),)
            if told
            else (self.label("situation.seen", "note", day=spell.told_from),)
        )

    def interval(self, spell: Spell) -> Words:
        """From when until when ground was held so; open where nothing is told of an end."""
        until = (Piece(spell.until, "when"),) if spell.until else NOTHING
        return (*self.since(spell), Piece(" → "), *until)

    def change(self, change: Change) -> Words:
        """What came or left, and when."""
        counts = self.counts(change.estimates)
        when = self.day(change.day, change.finding.told_from)
        return (
            *self.act(change.finding),
            *([Piece(" ")] * bool(counts)),
            *counts,
            Piece(" "),
            *when,
        )

    def step(self, step: Step) -> Words:
        """What befell a truce, and whether it is disputed or nobody's own word."""
        words = Piece(self._messages.label("truce", step.step), "act", "event")
        guessed = (
            (Piece(" "), self.label("situation.inferred", "note")) if step.inferred else NOTHING
        )
        return (words, *self.disputed(step.disputed), *guessed)

    def parties(self, step: Step) -> Words:
        """Who takes a step, and towards whom."""
        against = self.actors(step.against)
        return (*self.actors(step.by), *((Piece(" → "), *against) if against else NOTHING))

    def side(self, side: Side) -> Words:
        """What one side of a contradiction says."""
        if side.stand == DENIES:
            return (self.label("situation.denies", "status"),)
        if side.actors:
            return self.actors(side.actors)
        if side.count:
            told = told_words(side.count, side.unit or "other", self._messages)
            return (Piece(told, "count"),)
        if side.time:
            return (Piece(one_line(side.time), "when"),)
        return (self.label("situation.tells"),)


def _actor(actor: ActorRef) -> Piece:
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    title = " · ".join(part for part in (one_line(actor.name), codes) if part)
    return Piece(actor_words(actor), "actor", title=title)


def _counted(estimate: Estimate) -> Words:
    """What is counted, as the first newest word on it writes it, without its number."""
    told = next((told for told in estimate.told if told.newest and told.of), None)
    noun = one_line((told.of or "").removeprefix(told.text).strip()) if told else ""
    return (Piece(" "), Piece(noun, "note")) if noun else NOTHING


def _row(pieces: Iterable[Piece], between: str) -> Words:
    return joined([(piece,) for piece in pieces], between)


def joined(parts: Sequence[Words], between: str) -> Words:
    """Several words in a row."""
    return tuple(_joined(parts, between))


def _joined(parts: Sequence[Words], between: str) -> Iterator[Piece]:
    for number, part in enumerate(parts):
        if number and between:
            yield Piece(between)
        yield from part


def _values(rows: Iterable[Backed[ActorRef]]) -> list[ActorRef]:
    return [row.value for row in rows]
