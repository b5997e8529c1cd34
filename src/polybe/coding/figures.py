"""Figures: the numbers of a text, what they count and how surely.

The rulings are those of the report model: « une vingtaine » is best 20; « plus de 40 » is at least
40; « des dizaines » tells only a least number; hedges and nouns lie outside the span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from polybe.codebook.numerals import Numerals
from polybe.codebook.plain_text import fold_text
from polybe.model import Parse

from .counted import Counted, find_counted

_LEFT = 28
"""Characters before a number in which a word that changes its sense is looked for."""

_MONEY = "$"
"""Stands for the noun of a number behind a sign of money."""

_PART_REACH = 160
"""Characters behind a figure within which a number with no noun may be a part of it."""


@dataclass(frozen=True, slots=True)
class FigureSpan:
    """A number of a text; see :class:`polybe.model.FigureMention` for its fields.

    ``noun`` is the index of the token that names what is counted, None when nothing does.
    """

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    unit: str
    of: str | None
    noun: int | None


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it stands, before what is around it is read.

    ``surety` is `exact`, `about` or `least`; ``lone`` marks a mere number that is a figure only if
    it counts something.
    """

    start: int
    end: int
    value: float
    surety: str = "exact"
    top: float | None = None
    percent: bool = False
    one: bool = False

    @property
    def takes_of(self) -> bool:
        """Whether « de » stands between the number and what it counts: « un million de »."""
        return self.percent or self.surety != "exact" or self.value >= 1_000_000

    def up_to(self, last: _Number) -> _Number:
        """The range from this number to a greater one."""
        percent = self.percent or last.percent
        return replace(self, end=last.end, top=last.value, percent=percent, one=False)

    def bounds(self, hedge: str | None) -> tuple[float | None, float | None, float | None]:
        """Low, best and high, read with the word that hedges it."""
        value = _whole(self.value)
        if self.top is not None:
            return value, None, _whole(self.top)
        if self.surety == "several":
            return value, None, None
        if hedge == "least":
            return value, value, None
        if hedge == "most":
            return None, value, value
        if hedge == "about" or self.surety == "about":
            return None, value, None
        return value, value, value


def _whole(value: float) -> float:
    """An int where the number is one, so that it is written without a fraction."""
    return int(value) if value == int(value) else value


def find_figures(
    parse: Parse, numerals: Numerals, taken: Collection[tuple[int, int]]
) -> list[FigureSpan]:
    """The figures of a text in order, none overlapping.

    ``taken`` are stretches (start, end) whose numbers are something else: dates, times of day,
    ages, durations that tell when.  Ordinals, names (« M23 »), addresses and numbered things are
    none.
    """
    return list(_Finder(parse, numerals, _Free(taken)).find())


@dataclass(slots=True)
class _Finder:
    """One text being read; ``last`` is the figure last found."""

    parse: Parse
    numerals: Numerals
    free: _Free
    folded: str = ""
    last: FigureSpan | None = None

    def find(self) -> Iterator[FigureSpan]:
        """The figures in order."""
        self.folded = fold_text(self.parse.text)
        starts = [token.start for token in self.parse.tokens]
        for number in self._join_ranges(self._numbers()):
            first = bisect_left(starts, number.end)
            counted = find_counted(
                self.parse, self.numerals, number.end, first, takes_of=number.takes_of
            )
            if self._follows(number, "sign_before"):
                counted = Counted(self.parse, unit="money", word=_MONEY)
            elif counted.noun is not None and not self._counts(counted.noun):
                counted = Counted(self.parse)
            if figure := self._read(number, counted):
                self.last = figure
                yield figure

    def _counts(self, noun: int) -> bool:
        """Whether a noun is no part of a time: « au moins deux dimanche »."""
        token = self.parse.tokens[noun]
        return self.free.is_free(token.start, token.end)

    def _numbers(self) -> list[_Number]:
        numbers = []
        for match in self.numerals.number.finditer(self.folded):
            if not self.free.is_free(*match.span()) or self._follows(match, "name_before"):
                continue
            if number := _read_number(match, self.numerals):
                numbers.append(number)
        return numbers

    def _follows(self, place: _Number | re.Match[str], pattern: str) -> bool:
        """Whether what stands before a number matches one of the numerals' patterns."""
        return self._before(place, getattr(self.numerals, pattern)) is not None

    def _before(
        self, place: _Number | re.Match[str], pattern: re.Pattern[str]
    ) -> re.Match[str] | None:
        start = place.start if isinstance(place, _Number) else place.start()
        return pattern.search(self.folded, max(0, start - _LEFT), start)

    def _join_ranges(self, numbers: list[_Number]) -> Iterator[_Number]:
        """Two numbers with « à » or « ou » between, or « et » after « entre », as one."""
        index = 0
        while index < len(numbers):
            first, *rest = numbers[index : index + 2]
            if rest and self._is_range(first, rest[0]):
                yield first.up_to(rest[0])
                index += 2
            else:
                yield first
                index += 1

    def _is_range(self, first: _Number, last: _Number) -> bool:
        if first.value >= last.value or "several" in (first.surety, last.surety):
            return False
        between = self.folded[first.end : last.start]
        if self.numerals.between_joint.fullmatch(between):
            return self._follows(first, "between_before")
        if not self.numerals.range_joint.fullmatch(between):
            return False
        return not self._follows(first, "change_before")

    def _read(self, number: _Number, counted: Counted) -> FigureSpan | None:
        hedge = self._before(number, self.numerals.hedge_before)
        if not self._is_figure(number, counted, hedged=bool(hedge)):
            return None
        meaning = self.numerals.hedges[" ".join(hedge["word"].split())] if hedge else None
        low, best, high = number.bounds(meaning)
        unit = "percent" if number.percent else self._unit(number, counted)
        of = counted.of(number.start)
        return FigureSpan(number.start, number.end, low, best, high, unit, of, counted.noun)

    def _unit(self, number: _Number, counted: Counted) -> str:
        """The class of what is counted; a part of a count (« dont deux ») is of the same class."""
        is_near = self.last is not None and number.start - self.last.end < _PART_REACH
        if self.last and is_near and counted.noun is None and self._is_part(number):
            return self.last.unit
        return counted.unit

    def _is_part(self, number: _Number) -> bool:
        """Whether a number stands behind « dont », a hedge between or not."""
        hedge = self._before(number, self.numerals.hedge_before)
        start = hedge.start() if hedge else number.start
        low = max(0, start - _LEFT)
        return self.numerals.lone_before.search(self.folded, low, start) is not None

    def _is_figure(self, number: _Number, counted: Counted, *, hedged: bool) -> bool:
        if counted.is_name and not number.percent:
            return False
        if number.one:
            return counted.word in self.numerals.one_nouns
        is_counted = counted.noun is not None or counted.word == _MONEY
        if number.percent or number.surety != "exact" or is_counted:
            return True
        return hedged or self._is_part(number)


class _Free:
    """What is not taken of a text."""

    def __init__(self, taken: Collection[tuple[int, int]]) -> None:
        spans = sorted(taken)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def is_free(self, start: int, end: int) -> bool:
        """Whether no taken stretch, none overlapping another, shares a character with this."""
        before = bisect_left(self._starts, end)
        return before == 0 or self._ends[before - 1] <= start


def _read_number(match: re.Match[str], numerals: Numerals) -> _Number | None:
    value, surety = _value(match, numerals)
    if value is None:
        return None
    return _Number(
        match.start(),
        match.end(),
        value,
        surety="exact" if match["percent"] else surety,
        percent=bool(match["percent"] or match["fraction"]),
        one=match["words"] in numerals.ones,
    )


def _value(match: re.Match[str], numerals: Numerals) -> tuple[float | None, str]:
    """The value of a number and whether it is exact; None for millions with no count."""
    if match["fraction"]:
        return numerals.fractions[" ".join(match["fraction"].split())], "exact"
    if several := match["several"] or match["bare"]:
        scale = _round(several, numerals) * _round(match["several_of"], numerals)
        return 2 * scale, "several"
    if match["round"]:
        count = _plain(match["count"], numerals)
        scale = _round(match["round"], numerals) * _round(match["round_of"], numerals)
        return count * scale, "about"
    if match["digits"]:
        scale = numerals.values.get(match["scale"] or "", 1)
        scale *= numerals.short.get(match["short"] or "", 1)
        return numerals.read_digits(match["digits"]) * scale, "exact"
    value = numerals.read_words(match["words"])
    return (None if match["words"].startswith(numerals.uncounted) else value), "exact"


def _plain(count: str, numerals: Numerals) -> float:
    is_digits = count[0].isdigit()
    return numerals.read_digits(count) if is_digits else numerals.read_words(count)


def _round(word: str | None, numerals: Numerals) -> int:
    if word is None:
        return 1
    return numerals.collectives.get(word) or numerals.values.get(word, 1)
