"""Facts: reports with their mentions read out, once each for all that say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ..model import (
    ActorMention,
    CodedDocument,
    FigureMention,
    Mention,
    PlaceMention,
    Report,
    Span,
    TimeMention,
)

M = TypeVar("M", bound=Mention)

KEY_LENGTH = 200
"""So many characters of a name tell it from others, and databases can index no endless ones."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a fact stands: the document, the report, and the stretch of text that states it."""

    document: str
    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a fact names it, by the mention of that id.

    ``text`` is how the article writes it (its antecedent, where a pronoun stands for it), ``name``
    the canonical name, which is the same where the catalogue does not know the actor.
    """

    name: str
    text: str
    country: str | None = None
    sector: str | None = None
    actor: str | None = None
    mention: str = ""

    @property
    def key(self) -> str:
        """What makes two references one actor: the catalogue's id, else how the name begins."""
        return (self.actor or self.name.casefold())[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as a fact names it: ``text`` as written, ``name`` the gazetteer's.

    Coordinates are decimal degrees, None when it is no point.
    """

    name: str
    text: str
    precision: str | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    mention: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two references one place: its GeoNames id, else name and country."""
        if self.geonames is not None:
            return (self.geonames,)
        return (self.name.casefold(), self.country, self.precision == "site" and self.latitude)


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time as a fact names it: its words, and its EDTF value when it is settled."""

    text: str
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    mention: str = ""

    @property
    def day(self) -> str | None:
        """The ISO date from which the time runs (to which, when its beginning is open).

        None when the time is not settled.
        """
        return self.earliest or _first_day(self.value) or self.latest


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure as a fact names it; see FigureMention for the bounds."""

    text: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = "other"
    of: str | None = None
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one article, with every report that states it.

    Codes are those of the report model.  ``said`` is the content as written, None when none.
    ``traces`` lead back to the text, the first being where the fact is stated first.
    """

    kind: str
    type: str
    mode: str | None
    status: str
    trigger: str
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    places: tuple[PlaceRef, ...]
    time: TimeRef | None
    figures: tuple[FigureRef, ...]
    said: str | None
    sources: tuple[ActorRef, ...]
    traces: tuple[Trace, ...]

    @property
    def document(self) -> str:
        """The id of the article that states it."""
        return self.traces[0].document

    @property
    def code(self) -> str:
        """Type and mode as one code."""
        return f"{self.type}/{self.mode}" if self.mode else self.type


def facts_of(coded: CodedDocument) -> list[Fact]:
    """The facts of a document in the order of its text, each once with all its reports."""
    reader = FactReader(coded)
    facts: dict[object, Fact] = {}
    for report in sorted(coded.reports, key=lambda r: (r.trigger.start, r.trigger.end)):
        fact = reader.fact(report)
        key = _sameness(fact)
        if key in facts:
            fact = replace(facts[key], traces=facts[key].traces + fact.traces)
        facts[key] = fact
    return list(facts.values())


class FactReader:
    """Reads the mentions of one document."""

    def __init__(self, coded: CodedDocument) -> None:
        self._document = coded.document.id
        self._mentions = {mention.id: mention for mention in coded.mentions}

    def fact(self, report: Report) -> Fact:
        """The fact that a report states."""
        times = self._all([report.time] if report.time else [], TimeMention)
        trigger = report.trigger
        return Fact(
            kind=report.kind,
            type=report.type,
            mode=report.mode,
            status=report.status,
            trigger=trigger.text,
            actors=self._actors(report.actors),
            recipients=self._actors(report.recipients),
            places=_once(place_of(m) for m in self._all(report.places, PlaceMention)),
            time=time_of(times[0]) if times else None,
            figures=tuple(figure_of(m) for m in self._all(report.figures, FigureMention)),
            said=" ".join(report.content.text.split()) if report.content else None,
            sources=self._actors(report.sources),
            traces=(Trace(self._document, report.id, Span(trigger.start, trigger.end)),),
        )

    def _all(self, ids: Iterable[str], kind: type[M]) -> list[M]:
        found = (self._mentions.get(mention_id) for mention_id in ids)
        return [mention for mention in found if isinstance(mention, kind)]

    def _actors(self, ids: Iterable[str]) -> tuple[ActorRef, ...]:
        return _once(self._actor(mention) for mention in self._all(ids, ActorMention))

    def _actor(self, mention: ActorMention) -> ActorRef:
        """The actor a mention stands for: its own name, else that of its antecedents."""
        chain = [mention]
        while (above := self._mentions.get(chain[-1].antecedent or "")) and above not in chain:
            if not isinstance(above, ActorMention):
                break
            chain.append(above)
        return ActorRef(
            name=next((m.name for m in chain if m.name), chain[-1].text),
            text=chain[-1].text,
            country=next((m.country for m in chain if m.country), None),
            sector=next((m.sector for m in chain if m.sector), None),
            actor=next((m.actor for m in chain if m.actor), None),
            mention=mention.id,
        )


def place_of(mention: PlaceMention) -> PlaceRef:
    """A place from its mention."""
    return PlaceRef(
        name=mention.name or mention.text,
        text=mention.text,
        precision=mention.precision,
        country=mention.country,
        admin1=mention.admin1,
        geonames=mention.geonames,
        latitude=mention.latitude,
        longitude=mention.longitude,
        mention=mention.id,
    )


def time_of(mention: TimeMention) -> TimeRef:
    """A time from its mention."""
    m = mention
    return TimeRef(m.text, m.value, m.earliest, m.latest, m.precision, m.id)


def figure_of(mention: FigureMention) -> FigureRef:
    """A figure from its mention."""
    m = mention
    return FigureRef(m.text, m.low, m.best, m.high, m.unit, m.of, m.id)


R = TypeVar("R", ActorRef, PlaceRef)


def _once(references: Iterable[R]) -> tuple[R, ...]:
    """Each actor or place once, in order."""
    return tuple({reference.key: reference for reference in references}.values())


def _sameness(fact: Fact) -> object:
    """What two reports of one article must share to be one fact.

    Everything but the words: a title and its article say one thing twice.  A report with nothing
    but its type says too little to be the same as another, and stays by itself.
    """
    parts = (
        frozenset(ref.key for ref in fact.actors),
        frozenset(ref.key for ref in fact.recipients),
        frozenset(ref.key for ref in fact.places),
        tuple((f.low, f.best, f.high, f.unit) for f in fact.figures),
        fact.said.casefold() if fact.said else None,
    )
    if not any(parts):
        return fact.traces
    value = (fact.time.value or fact.time.text) if fact.time else None
    sources = frozenset(ref.key for ref in fact.sources)
    return (fact.kind, fact.type, fact.mode, fact.status, value, sources, *parts)


def _first_day(value: str | None) -> str | None:
    """The first day of an EDTF value of level 0 or 1; None when it is open or not told."""
    start = (value or "").split("/")[0].rstrip("~?%")
    digits = start.replace("X", "0")
    parts = digits.split("T")[0].split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4:
        return None
    if len(parts) > 1 and parts[1] > "12":  # a season: 21 spring … 24 winter
        parts[1] = {"21": "03", "22": "06", "23": "09", "24": "12"}.get(parts[1], "01")
    return "-".join((*parts, *("01" for _ in range(3 - len(parts))))[:3])
