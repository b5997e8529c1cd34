"""Claims: the reports of one article, each read out so that it can be held against any other's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import CodedDocument, Report
from .facts import ActorRef, Fact, FactReader, FigureRef, PlaceRef, TimeRef
from .surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Claim:
    """One report with its mentions read out, and what is known of the article that makes it.

    ``id`` is unique among all articles: document and report.  ``known`` is the ISO day from which
    the claim was known: the article's day of publication, else the day it was put in the store.
    ``until`` is the day from which a newer version of the article stands in its place, None while
    none does.  ``origin`` is the id that all copies of one dispatch share, the article's own id
    when it is nobody's copy.  ``words`` are the longer words of its sentence, folded.

    ``near_places`` and ``near_time`` are what its sentence names, ``main_place`` is that of its
    article where the sentence names none (see ``surroundings``).  They only help to tell which
    claims may tell one fact; no fact is ever placed or dated by them.
    So do ``names``, the words of the sentence that are written with a capital and name no actor
    and no land, folded, and ``numbers``, what is counted in it.  ``part`` is where in the article
    it stands: « title », « lead » (the first sentence of the text proper) or « body ».
    """

    id: str
    document: str
    report: str
    kind: str
    type: str
    mode: str | None
    status: str
    trigger: str
    start: int
    end: int
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    time: TimeRef | None = None
    figures: tuple[FigureRef, ...] = ()
    said: str | None = None
    sources: tuple[ActorRef, ...] = ()
    contexts: tuple[str, ...] = ()
    known: str = ""
    until: str | None = None
    outlet: str | None = None
    origin: str = ""
    words: frozenset[str] = frozenset()
    near_places: tuple[PlaceRef, ...] = ()
    near_time: TimeRef | None = None
    main_place: PlaceRef | None = None
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    part: str = "body"

    @property
    def day(self) -> str | None:
        """The first ISO day of the fact; None where its time is not settled."""
        return self.time.day if self.time else None

    @property
    def settings(self) -> tuple[PlaceRef, ...]:
        """The places of the fact and those that it may have: its sentence's, its article's."""
        main = (self.main_place,) if self.main_place else ()
        return (*self.places, *self.near_places, *main)

    @property
    def code(self) -> str:
        """Type and mode as one code."""
        return f"{self.type}/{self.mode}" if self.mode else self.type


def claim_id(document: str, report: str) -> str:
    """The id of a report among all articles."""
    return f"{document}/{report}"


def claims_of(
    coded: CodedDocument, *, known: str, until: str | None = None, origin: str | None = None
) -> list[Claim]:
    """Every report of a document as a claim, in the order of its text; see Claim for the rest."""
    document = coded.document
    reader = FactReader(coded)
    surroundings = Surroundings(coded)
    shared = Claim(
        "",
        "",
        "",
        "",
        "",
        None,
        "",
        "",
        0,
        0,
        known=known,
        until=until,
        outlet=document.outlet,
        origin=origin or document.id,
    )
    reports = sorted(coded.reports, key=lambda r: (r.trigger.start, r.trigger.end, r.id))
    return [_claim(reader.fact(report), report, surroundings, shared) for report in reports]


def _claim(fact: Fact, report: Report, surroundings: Surroundings, shared: Claim) -> Claim:
    near = surroundings.of(report)
    return replace(
        shared,
        id=claim_id(fact.document, report.id),
        document=fact.document,
        report=report.id,
        kind=fact.kind,
        type=fact.type,
        mode=fact.mode,
        status=fact.status,
        trigger=fact.trigger,
        start=report.trigger.start,
        end=report.trigger.end,
        actors=fact.actors,
        recipients=fact.recipients,
        places=fact.places,
        time=fact.time,
        figures=fact.figures,
        said=fact.said,
        sources=fact.sources,
        contexts=report.contexts,
        words=near.sentence.words,
        near_places=near.places,
        near_time=near.time,
        main_place=None if near.places else surroundings.main_place,
        names=near.sentence.names,
        numbers=near.sentence.numbers,
        part=near.sentence.part,
    )
