"""Truces: what has become of each, step by step, and on whose word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..codebook.folding import fold_words
from .facts import ActorRef, PlaceRef
from .finding import TOLD, Finding
from .sides import same_side, share_a_side
from .truce_steps import BEGINNINGS, ENDS, STEPS, Sign, Step, signs_of, without_mediators

if TYPE_CHECKING:
    from ..codebook.truce_words import TruceWords

__all__ = ["STATES", "STEPS", "Step", "Truce", "truces_at"]

STATES = ("proposed", "declared", "signed", "in force", "violated", "lapsed")

MEMORY_DAYS = 60
"""A step this long after the last one belongs to another truce."""

BEGINNING_DAYS = 3
"""So many days may lie between a truce's signature, its announcement and its beginning."""

BREACH_DAYS = 30
"""An attack this long after a truce began is war again, and no longer tells of the truce."""


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, its ``state`` of STATES as of the day asked for, and all its steps, oldest first.

    ``parties``, one a side, are those who are told to propose, refuse, declare, sign, keep or break
    it; who only asks for it, as the United Nations do, is none.  ``since`` is the ISO day told from
    which the state holds, None where none is told, and ``until`` that on which its term runs out,
    where one is told.  ``disputed`` tells that the step which made the state is.  A truce renewed
    after it was broken or ran out is another one.
    """

    parties: tuple[ActorRef, ...]
    places: tuple[PlaceRef, ...]
    state: str
    since: str | None
    until: str | None
    disputed: bool
    steps: tuple[Step, ...]


def truces_at(findings: Iterable[Finding], on: str, words: TruceWords) -> tuple[Truce, ...]:
    """The truces told of days up to ``on``, the newest first; findings as known on one day.

    A term that runs out and an attack of one party on another are read as end and breach, and
    marked as inferred.
    """
    some = sorted(findings, key=lambda finding: finding.cluster)
    signs = [sign for f in some for sign in signs_of(f, words) if sign.step.since <= on]
    drafts = _gathered(sorted(signs, key=_in_time))
    assaults = _Assaults(f for f in some if f.type == "ASSAULT" and f.since <= on)
    truces = [draft.truce(on, assaults, words) for draft in drafts if draft.is_one()]
    return tuple(reversed(truces))


def _in_time(sign: Sign) -> tuple[str, bool, int, str]:
    return (*_order(sign.step)[:1], sign.loose, *_order(sign.step)[1:])


def _order(step: Step) -> tuple[str, int, str]:
    return (step.since, STEPS.index(step.step), step.finding.cluster)


def _gathered(signs: Iterable[Sign]) -> list[_Draft]:
    """The signs, put to the truces that they tell of, in the order in which these began.

    What one finding tells is of one truce; other signs join one of the truces of late.
    """
    drafts: list[_Draft] = []
    late: list[_Draft] = []
    homes: dict[str, _Draft] = {}
    for sign in signs:
        cluster = sign.step.finding.cluster
        late = [d for d in late if d.days_until(sign.step) <= MEMORY_DAYS]
        home = homes.get(cluster) or next((d for d in reversed(late) if d.takes(sign)), None)
        if home is None and not sign.loose:
            home = _Draft()
            drafts.append(home)
            late.append(home)
        if home is not None:
            home.add(sign)
            homes[cluster] = home
    return drafts


@dataclass(slots=True)
class _Draft:
    """A truce that steps are still added to."""

    steps: list[Step] = field(default_factory=list)
    parties: dict[str, ActorRef] = field(default_factory=dict)
    places: dict[object, PlaceRef] = field(default_factory=dict)
    lands: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)

    def add(self, sign: Sign) -> None:
        """Take in a sign."""
        self.steps.append(sign.step)
        for party in sign.parties:
            if not share_a_side([party], self.parties.values()):
                self.parties[party.key] = party
        for place in sign.places:
            self.places.setdefault(place.key, place)
        self.lands |= sign.lands
        self.documents |= sign.documents

    def days_until(self, step: Step) -> int:
        """The days from its last step to another."""
        return _days_between(self.steps[-1].since, step.since)

    def takes(self, sign: Sign) -> bool:
        """Whether a sign tells of this truce: one of its parties is in it.

        Where either has no parties, and for an answer to an offer, one article that tells both will
        do, or (for what names a truce) one land.
        """
        if self._is_followed_by(sign.step):
            return False
        if share_a_side(self.parties.values(), sign.parties):
            return True
        answers = sign.step.step in ("refused", "accepted")
        if sign.parties and self.parties and not answers:
            return False
        if self._began_otherwise(sign.step):
            return False
        if self.documents & sign.documents:
            return True
        return not sign.loose and bool(self.lands & sign.lands)

    def _is_followed_by(self, step: Step) -> bool:
        """Whether a step is one of the next truce, this one having ended.

        What is undated and told later may look back; but who then asks asks for another.
        """
        ended = next((s.since for s in self.steps if s.step in ENDS), None)
        if ended is None:
            return False
        if step.step == "proposed":
            return step.since > ended
        return step.step in BEGINNINGS and step.day is not None and step.day > ended

    def _began_otherwise(self, step: Step) -> bool:
        """Whether a step tells of a beginning days away from this one's."""
        begun = next((s.day for s in self.steps if s.step in BEGINNINGS and s.day), None)
        if begun is None or step.day is None or step.step not in BEGINNINGS:
            return False
        return abs(_days_between(begun, step.day)) > BEGINNING_DAYS

    def is_one(self) -> bool:
        """Whether there was a truce at all: « aucune trêve n'a été conclue » tells of none."""
        return any(step.finding.status != "denied" for step in self.steps)

    def truce(self, on: str, assaults: _Assaults, words: TruceWords) -> Truce:
        """The truce as of a day."""
        until = self._term(words)
        steps = [*self.steps, *self._breach(assaults, until), *self._lapse(until, on)]
        steps.sort(key=_order)
        state, made = _made_by(steps)
        return Truce(
            parties=tuple(self.parties.values()),
            places=tuple(self.places.values()),
            state=state,
            since=made.day,
            until=until,
            disputed=made.disputed,
            steps=tuple(steps),
        )

    @property
    def _beginning(self) -> Step | None:
        """The last step by which it began; None while it has not."""
        return next((s for s in reversed(self.steps) if s.step in BEGINNINGS), None)

    def _term(self, words: TruceWords) -> str | None:
        """The day on which it runs out, where its length and a day of its beginning are told."""
        # What is signed may begin later.
        begun = (s.day for s in reversed(self.steps) if s.step in ("declared", "in force"))
        day = next((day for day in begun if day), None)
        lengths = (words.duration(fold_words(t)) for s in self.steps for t in _texts(s.finding))
        hours = next((hours for hours in lengths if hours is not None), None)
        if day is None or hours is None:
            return None
        return (date.fromisoformat(day) + timedelta(hours=hours)).isoformat()

    def _breach(self, assaults: _Assaults, until: str | None) -> Iterator[Step]:
        """The first attack of one party on another after it began, unless a breach is told."""
        beginning = self._beginning
        if beginning is None or any(step.step == "violated" for step in self.steps):
            return
        end = _later(beginning.since, BREACH_DAYS)
        for attack in assaults.after(beginning.since, min(end, until or end)):
            if self._is_breach(attack):
                by = tuple(row.value for row in attack.actors)
                against = tuple(row.value for row in attack.recipients)
                who = tuple(sorted({voice.who for voice in attack.voices if voice.who}))
                yield Step(
                    "violated", attack.day, attack.told_from, by, against, who, attack,
                    disputed=attack.disputed, inferred=True,
                )  # fmt: skip
                return

    def _is_breach(self, attack: Finding) -> bool:
        """Whether one party attacks another, or somebody where the truce is to hold."""
        actors = [row.value for row in attack.actors]
        victims = [row.value for row in attack.recipients]
        attackers = [p for p in self.parties.values() if share_a_side([p], actors)]
        if not attackers:
            return False
        others = [p for p in self.parties.values() if not same_side(p, attackers[0])]
        return share_a_side(others, [*victims, *actors]) or any(
            _lies_in(row.value, place) for row in attack.places for place in self.places.values()
        )

    def _lapse(self, until: str | None, on: str) -> Iterator[Step]:
        """The end of its term, unless it ended before."""
        last = self._beginning
        if last is None or until is None or until > on:
            return
        if not any(step.step in ENDS for step in self.steps):
            who = last.told_by
            yield Step("lapsed", until, last.told_from, (), (), who, last.finding, inferred=True)


def _made_by(steps: Sequence[Step]) -> tuple[str, Step]:
    """The state and the step that made it: the last end, else the furthest, the first of a kind."""
    ends = [step for step in steps if step.step in ENDS]
    if ends:
        return ends[-1].step, next(step for step in ends if step.step == ends[-1].step)
    states = [_state(step, steps) for step in steps]
    furthest = max(states, key=STATES.index)
    return furthest, steps[states.index(furthest)]


def _state(step: Step, steps: Sequence[Step]) -> str:
    """The state that a step alone makes; an offer that another side accepts is a truce declared."""
    if step.step == "accepted":
        offers = [s for s in steps if s.step in ("proposed", "accepted") and s.by]
        agreed = any(not share_a_side(without_mediators(s.by) or step.by, step.by) for s in offers)
        return "declared" if agreed else "proposed"
    return "proposed" if step.step == "refused" else step.step


def _lies_in(place: PlaceRef, area: PlaceRef) -> bool:
    """Whether a place is another, or lies in that province."""
    if place.key == area.key:
        return True
    names = {area.name.casefold(), area.text.casefold()}
    return area.precision == "admin1" and (place.admin1 or "").casefold() in names


def _texts(finding: Finding) -> Iterator[str]:
    estimate = finding.estimate("duration")
    yield from (told.text for told in (estimate.told if estimate else ()))
    yield from (row.value for row in finding.said)


class _Assaults:
    """Dated attacks in the order of their days."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        told = [f for f in findings if f.status in TOLD and f.day is not None]
        self._attacks = sorted(told, key=lambda f: (f.since, f.cluster))
        self._days = [attack.since for attack in self._attacks]

    def after(self, start: str, end: str) -> Sequence[Finding]:
        """Those after the day ``start``, up to the day ``end``."""
        return self._attacks[bisect_right(self._days, start) : bisect_right(self._days, end)]


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _days_between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
