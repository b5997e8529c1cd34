"""How well the times of coded documents agree with those marked by hand in TimeML.

All TIMEX3 of the texts are wanted, whatever their type; the creation time of a header is given,
and not wanted.  Time mentions answer them, and figures of durations answer a DURATION, since the
report model has lengths as figures.  One that shares a character with a TIMEX3 finds it, as in
TempEval's relaxed measure: recall is the share of TIMEX3 that are found, precision the share of
time mentions and of duration figures that find one.  For exact spans begin and end must be the
same; a figure's span is that of its number with what it counts.

Of several that find a TIMEX3, the one that shares most with it is asked whether its value is
right: see :mod:`.timex_values`.  The report model has no value for what recurs, so that of a SET
is not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..model import (
    TIMEX_TYPES,
    CodedDocument,
    FigureMention,
    MarkedText,
    Span,
    TimeMention,
    Timex,
)
from .measures import Coverage, Rate
from .timex_values import Part, same_value

FOUND, EXACT = "times found", "times exact"


class TimeDifference(NamedTuple):
    """A TIMEX3 without answer, a mention that answers none, or two whose values differ."""

    document: str
    timex: Timex | None
    mention: TimeMention | FigureMention | None


@dataclass(slots=True)
class TimesScore:
    """The counts of a comparison, by name."""

    agreements: dict[str, Coverage] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    differences: list[TimeDifference] = field(default_factory=list)
    missing: int = 0

    def _cover(self, name: str, right: int, system: int, reached: int, gold: int) -> None:
        old = self.agreements[name]
        new = zip(old, (right, system, reached, gold), strict=True)
        self.agreements[name] = Coverage(*map(sum, new))

    def _rate(self, name: str, right: bool) -> None:
        old = self.rates[name]
        self.rates[name] = Rate(old.right + right, old.compared + 1)


class _Stretch(NamedTuple):
    """A mention that may answer, and the characters it answers for."""

    span: Span
    mention: TimeMention | FigureMention

    def answers(self, timex: Timex) -> bool:
        may = timex.type == "DURATION" or isinstance(self.mention, TimeMention)
        return may and self.span.overlaps(_span(timex))

    def shared(self, timex: Timex) -> int:
        return min(self.span.end, timex.end) - max(self.span.start, timex.start)


def score_times(
    golds: Sequence[MarkedText], systems: Iterable[CodedDocument], units: Mapping[str, object]
) -> TimesScore:
    """Compare coded documents with texts marked by hand, paired by id.

    ``units`` gives for each word of the language that names a unit of time which (`jours`: `day`).
    """
    result = _blank()
    by_id = {coded.document.id: coded for coded in systems}
    for gold in golds:
        system = by_id.get(gold.document.id)
        result.missing += system is None
        _compare(gold, _stretches(system) if system else [], units, result)
    return result


def _blank() -> TimesScore:
    """All rows at zero, in the order in which they are shown."""
    rates = [
        *(f"found {name}" for name in TIMEX_TYPES),
        "right time mentions",
        "right duration figures",
        *(f"value {name}" for name in (*TIMEX_TYPES, "ALL")),
    ]
    zero = Coverage(0, 0, 0, 0)
    return TimesScore(dict.fromkeys((FOUND, EXACT), zero), dict.fromkeys(rates, Rate(0, 0)))


def _stretches(coded: CodedDocument) -> list[_Stretch]:
    found = []
    for mention in coded.mentions:
        if isinstance(mention, TimeMention):
            found.append(_Stretch(Span(mention.start, mention.end), mention))
        elif isinstance(mention, FigureMention) and mention.unit == "duration":
            end = mention.start + len(mention.of or mention.text)
            found.append(_Stretch(Span(mention.start, end), mention))
    return found


def _span(timex: Timex) -> Span:
    return Span(timex.start, timex.end)


def _compare(
    gold: MarkedText, system: list[_Stretch], units: Mapping[str, object], result: TimesScore
) -> None:
    answers = {t: [s for s in system if s.answers(t)] for t in gold.times}
    right = {s.mention.id for found in answers.values() for s in found}
    exact = sum(_span(t) in [s.span for s in found] for t, found in answers.items())
    wanted = len(gold.times)
    result._cover(FOUND, len(right), len(system), sum(map(bool, answers.values())), wanted)
    result._cover(EXACT, exact, len(system), exact, wanted)
    for timex, found in answers.items():
        result._rate(f"found {timex.type}", bool(found))
        if not found:
            result.differences.append(TimeDifference(gold.document.id, timex, None))
    for stretch in system:
        _count_answer(gold.document.id, stretch, stretch.mention.id in right, result)
    _compare_values(gold, answers, units, result)


def _count_answer(document: str, stretch: _Stretch, right: bool, result: TimesScore) -> None:
    is_time = isinstance(stretch.mention, TimeMention)
    result._rate("right time mentions" if is_time else "right duration figures", right)
    if not right:
        result.differences.append(TimeDifference(document, None, stretch.mention))


def _compare_values(
    gold: MarkedText,
    answers: Mapping[Timex, list[_Stretch]],
    units: Mapping[str, object],
    result: TimesScore,
) -> None:
    published = date.fromisoformat((gold.document.published or "")[:10])
    by_mention: dict[str, list[tuple[Timex, _Stretch]]] = defaultdict(list)
    for timex, found in answers.items():
        if found and timex.type != "SET":
            best = max(found, key=lambda stretch: stretch.shared(timex))
            by_mention[best.mention.id].append((timex, best))
    for pairs in by_mention.values():
        for index, (timex, stretch) in enumerate(pairs):
            part = _part(index, len(pairs))
            same = same_value(timex, stretch.mention, part, published, units)
            result._rate(f"value {timex.type}", same)
            result._rate("value ALL", same)
            if not same:
                name = gold.document.id
                result.differences.append(TimeDifference(name, timex, stretch.mention))


def _part(index: int, count: int) -> Part:
    if count == 1:
        return "whole"
    return "first" if index == 0 else "last" if index == count - 1 else "between"
