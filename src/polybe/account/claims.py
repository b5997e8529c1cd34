"""Claims: the reports of one article, each read out so that it can be held against any other's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from ..codebook.folding import fold
from ..model import (
    ActorMention,
    CodedDocument,
    FigureMention,
    Mention,
    PlaceMention,
    Report,
    TimeMention,
)
from .facts import ActorRef, Fact, FactReader, FigureRef, PlaceRef, TimeRef, place_of, time_of

SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"]+(?=[A-ZÀ-Ý«“\"–—-])|\n+")
"""Where a sentence ends and another may begin, told by the signs alone."""

_NAME = re.compile(r"[A-ZÀ-Ý][^\W\d_]{2,}")
_WORD_START = re.compile(r"[^\W\d_]")
_LOCAL = frozenset(("city", "district", "admin1"))
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One report with its mentions read out, and what is known of the article that makes it.

    ``id`` is unique among all articles: document and report.  ``known`` is the ISO day from which
    the claim was known: the article's day of publication, else the day it was put in the store.
    ``until`` is the day from which a newer version of the article stands in its place, None while
    none does.  ``origin`` is the id that all copies of one dispatch share, the article's own id
    when it is nobody's copy.  ``words`` are the longer words of its sentence, folded.

    ``near_places`` and ``near_time`` are what the sentence names, else the article's own setting.
    They only help to tell which claims may tell one fact; no fact is ever placed or dated by them.
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
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    part: str = "body"

    @property
    def day(self) -> str | None:
        """The first ISO day of the fact; None where its time is not settled."""
        return self.time.day if self.time else None

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
    surroundings = _Surroundings(coded)
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


def _claim(fact: Fact, report: Report, surroundings: _Surroundings, shared: Claim) -> Claim:
    sentence = surroundings.at(report.trigger.start)
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
        words=sentence.words,
        near_places=sentence.places or surroundings.places,
        near_time=sentence.time,
        names=sentence.names,
        numbers=sentence.numbers,
        part=sentence.part,
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: frozenset[str]
    places: tuple[PlaceRef, ...]
    time: TimeRef | None
    names: frozenset[str]
    numbers: frozenset[float]
    part: str


class _Surroundings:
    """The sentences of a text, told by their signs alone, and what each names."""

    def __init__(self, coded: CodedDocument) -> None:
        self._text = coded.document.text
        self._ends = [match.end() for match in SENTENCE_END.finditer(self._text)]
        self._ends.append(len(self._text))
        self._title = (coded.document.title or "").strip()
        self._titled = bool(self._title) and self._text.lstrip().startswith(self._title)
        self._places = [m for m in coded.mentions if isinstance(m, PlaceMention) and m.name]
        self._times = [m for m in coded.mentions if isinstance(m, TimeMention) and m.value]
        self._figures = [m for m in coded.mentions if isinstance(m, FigureMention)]
        self._others = [m for m in coded.mentions if _names_no_spot(m)]
        self._sentences: dict[int, _Sentence] = {}
        self.places = self._main_place()

    def at(self, offset: int) -> _Sentence:
        """The sentence around an offset: words of four letters and more, places, first time."""
        number = min(bisect_right(self._ends, offset), len(self._ends) - 1)
        if number not in self._sentences:
            start = self._ends[number - 1] if number else 0
            self._sentences[number] = self._sentence(start, self._ends[number])
        return self._sentences[number]

    def _sentence(self, start: int, end: int) -> _Sentence:
        times = [m for m in self._times if start <= m.start < end]
        return _Sentence(
            frozenset(fold(word) for word in _WORD.findall(self._text[start:end])),
            tuple(place_of(m) for m in self._places if start <= m.start < end),
            time_of(times[0]) if times else None,
            self._names(start, end),
            frozenset(
                value
                for m in self._figures
                if start <= m.start < end and (value := m.best if m.best is not None else m.low)
            ),
            self._part(start),
        )

    def _names(self, start: int, end: int) -> frozenset[str]:
        """The names of a sentence; its first word is none, since any word opens with a capital."""
        words = list(_NAME.finditer(self._text, start, end))
        first = _WORD_START.search(self._text, start, end)
        return frozenset(
            fold(word.group())
            for word in words
            if not (first and word.start() == first.start()) and not self._names_else(word.start())
        )

    def _names_else(self, offset: int) -> bool:
        """Whether a word stands in the name of an actor, a land or a date."""
        return any(m.start <= offset < m.end for m in self._others)

    def _part(self, start: int) -> str:
        """The part of the article that the sentence from an offset stands in."""
        before = self._text[:start].strip()
        if not before:
            return "title" if self._titled else "lead"
        return "lead" if self._titled and before == self._title else "body"

    def _main_place(self) -> tuple[PlaceRef, ...]:
        """The place smaller than a country that the article names most; the first of several."""
        named = [m for m in self._places if m.precision in _LOCAL or _is_named_site(m)]
        counts = Counter(place_of(m).key for m in named)
        most = max(counts.values(), default=0)
        return tuple(place_of(m) for m in named if counts[place_of(m).key] == most)[:1]


def _is_named_site(mention: PlaceMention) -> bool:
    """Whether a site is one that its name tells from others: « la gare de Goma »."""
    return mention.precision == "site" and any(char.isupper() for char in mention.name or "")


def _names_no_spot(mention: Mention) -> bool:
    """Whether the capitals of a mention tell no spot on the ground from another."""
    if isinstance(mention, PlaceMention):
        return mention.precision in {"country", "region"}
    return isinstance(mention, ActorMention | TimeMention)
