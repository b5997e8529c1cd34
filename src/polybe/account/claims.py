"""Claims: the reports of one article, each read out so that it can be held against any other's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..codebook.folding import fold
from ..model import CodedDocument, Report
from .facts import ActorRef, FactReader, FigureRef, PlaceRef, TimeRef

_SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"]+(?=[A-ZÀ-Ý«“\"–—-])|\n+")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One report with its mentions read out, and what is known of the article that makes it.

    ``id`` is unique among all articles: document and report.  ``known`` is the ISO day from which
    the claim was known: the article's day of publication, else the day it was put in the store.
    ``until`` is the day from which a newer version of the article stands in its place, None while
    none does.  ``origin`` is the id that all copies of one dispatch share, the article's own id
    when it is nobody's copy.  ``words`` are the longer words of its sentence, folded.
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
    sentences = _Sentences(document.text)
    return [
        _claim(
            reader,
            report,
            known=known,
            until=until,
            outlet=document.outlet,
            origin=origin or document.id,
            words=sentences.words_at(report.trigger.start),
        )
        for report in sorted(coded.reports, key=lambda r: (r.trigger.start, r.trigger.end, r.id))
    ]


def _claim(
    reader: FactReader,
    report: Report,
    *,
    known: str,
    until: str | None,
    outlet: str | None,
    origin: str,
    words: frozenset[str],
) -> Claim:
    fact = reader.fact(report)
    return Claim(
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
        known=known,
        until=until,
        outlet=outlet,
        origin=origin,
        words=words,
    )


class _Sentences:
    """The sentences of a text, told by their signs alone, and the longer words of each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]
        self._words: dict[int, frozenset[str]] = {}

    def words_at(self, offset: int) -> frozenset[str]:
        """The folded words of four letters and more of the sentence around an offset."""
        number = next(n for n, end in enumerate(self._ends) if offset < end)
        if number not in self._words:
            start = self._ends[number - 1] if number else 0
            self._words[number] = frozenset(_longer_words(self._text[start : self._ends[number]]))
        return self._words[number]


def _longer_words(text: str) -> Iterator[str]:
    return (fold(word) for word in _WORD.findall(text))
