"""Surroundings: what an article names beside a report, by which tellings of one fact are found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

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
from .facts import PlaceRef, TimeRef, place_of, time_of

M = TypeVar("M", bound=Mention)

SENTENCE_END = re.compile(r"[.!?…]+[\s»”\"]+(?=[A-ZÀ-Ý«“\"–—-])|\n+")
"""Where a sentence ends and another may begin, told by the signs alone."""

_NAME = re.compile(r"[A-ZÀ-Ý][^\W\d_]{2,}")
_WORD_START = re.compile(r"[^\W\d_]")
_LOCAL = frozenset(("city", "district", "admin1"))
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence from ``start`` to ``end``: its words of four letters and more, folded.

    ``names`` are the folded words written with a capital that name no actor and no land,
    ``numbers`` what is counted in it, ``part`` where in the article it stands: « title », « lead »
    (the first sentence of the text proper) or « body ».
    """

    start: int
    end: int
    words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[float]
    part: str


@dataclass(frozen=True, slots=True)
class Near:
    """The sentence of a report, and the places and the first time that it names for it.

    What stands behind another report of the same kind and type is that one's: of « la deuxième
    attaque, après celle de lundi à Grimari », the first attack has neither Monday nor Grimari.
    """

    sentence: Sentence
    places: tuple[PlaceRef, ...]
    time: TimeRef | None


class Surroundings:
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
        self._reports = coded.reports
        self._sentences: dict[int, Sentence] = {}
        self.main_place = self._main_place()
        """The place smaller than a country that the article names most, None without any."""

    def of(self, report: Report) -> Near:
        """What is named beside a report."""
        sentence = self._at(report.trigger.start)
        times = list(self._free(self._times, report, sentence))
        return Near(
            sentence,
            tuple(place_of(m) for m in self._free(self._places, report, sentence)),
            time_of(times[0]) if times else None,
        )

    def _free(self, mentions: Sequence[M], report: Report, sentence: Sentence) -> Iterator[M]:
        """The mentions of a sentence that no other report of the same kind stands nearer to."""
        own = report.trigger.start
        rivals = [
            other.trigger.start
            for other in self._reports
            if (other.kind, other.type) == (report.kind, report.type)
            and sentence.start <= other.trigger.start < sentence.end
        ]
        for mention in mentions:
            low, high = sorted((own, mention.start))
            if sentence.start <= mention.start < sentence.end and not any(
                low < rival < high for rival in rivals
            ):
                yield mention

    def _at(self, offset: int) -> Sentence:
        """The sentence around an offset."""
        number = min(bisect_right(self._ends, offset), len(self._ends) - 1)
        if number not in self._sentences:
            start = self._ends[number - 1] if number else 0
            self._sentences[number] = self._sentence(start, self._ends[number])
        return self._sentences[number]

    def _sentence(self, start: int, end: int) -> Sentence:
        figures = [m for m in self._figures if start <= m.start < end]
        return Sentence(
            start,
            end,
            words=frozenset(fold(word) for word in _WORD.findall(self._text[start:end])),
            names=self._names(start, end),
            numbers=frozenset(
                value for m in figures if (value := m.best if m.best is not None else m.low)
            ),
            part=self._part(start),
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

    def _main_place(self) -> PlaceRef | None:
        named = [m for m in self._places if m.precision in _LOCAL or _is_named_site(m)]
        counts = Counter(place_of(m).key for m in named)
        most = max(counts.values(), default=0)
        return next((place_of(m) for m in named if counts[place_of(m).key] == most), None)


def _is_named_site(mention: PlaceMention) -> bool:
    """Whether a site is one that its name tells from others: « la gare de Goma »."""
    return mention.precision == "site" and any(char.isupper() for char in mention.name or "")


def _names_no_spot(mention: Mention) -> bool:
    """Whether the capitals of a mention tell no spot on the ground from another."""
    if isinstance(mention, PlaceMention):
        return mention.precision in {"country", "region"}
    return isinstance(mention, ActorMention | TimeMention)
