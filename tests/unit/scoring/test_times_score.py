"""The measure of times, on texts marked by hand whose numbers can be counted on fingers."""

from __future__ import annotations

from typing import Any

from polybe.model import CodedDocument, Document, MarkedText, Mention, TimeMention, Timex
from polybe.model.mentions import FigureMention
from polybe.scoring import Coverage, Rate, TimesScore, score_times

TEXT = "De lundi à mardi, trois jours, chaque semaine, en 1998."
PUBLISHED = "1999-05-20"
DOCUMENT = Document("a", TEXT, published=PUBLISHED)


def timex(words: str, type_: str, value: str) -> Timex:
    start = TEXT.index(words)
    return Timex(start, start + len(words), words, type_, value)


def time(words: str, value: str | None, **fields: Any) -> TimeMention:
    start = TEXT.index(words)
    return TimeMention(words, start, start + len(words), words, value, **fields)


def figure(words: str, of: str, unit: str = "duration") -> FigureMention:
    start = TEXT.index(of)
    return FigureMention(words, start, start + len(words), words, 3, 3, 3, unit, of)


def compare(gold: list[Timex], *system: Mention) -> TimesScore:
    coded = CodedDocument(DOCUMENT, tuple(system), ())
    return score_times([MarkedText(DOCUMENT, tuple(gold))], [coded], {"jours": "day"})


MONDAY = timex("lundi", "DATE", "1999-05-17")
TUESDAY = timex("mardi", "DATE", "1999-05-18")
DAYS = timex("trois jours", "DURATION", "P3D")
WEEKLY = timex("chaque semaine", "SET", "P1W")


def test_any_overlap_finds_and_only_the_same_span_is_exact() -> None:
    result = compare([MONDAY], time("De lundi", "1999-05-17"))
    assert result.agreements["times found"] == Coverage(1, 1, 1, 1)
    assert result.agreements["times exact"] == Coverage(0, 1, 0, 1)
    exact = compare([MONDAY], time("lundi", "1999-05-17"))
    assert exact.agreements["times exact"] == Coverage(1, 1, 1, 1)


def test_one_interval_finds_both_its_ends_and_counts_once() -> None:
    result = compare([MONDAY, TUESDAY], time("De lundi à mardi", "1999-05-17/1999-05-18"))
    assert result.agreements["times found"] == Coverage(1, 1, 2, 2)
    assert result.rates["value DATE"] == Rate(2, 2)


def test_a_figure_answers_a_duration_and_nothing_else() -> None:
    result = compare([DAYS], figure("trois", "trois jours"))
    assert result.agreements["times exact"] == Coverage(1, 1, 1, 1)
    assert result.rates["value DURATION"] == Rate(1, 1)
    date = timex("trois jours", "DATE", "1999-05-17")
    result = compare([date], figure("trois", "trois jours"))
    assert result.agreements["times found"] == Coverage(0, 1, 0, 1)
    result = compare([DAYS], figure("trois", "trois jours", unit="persons"))
    assert result.agreements["times found"] == Coverage(0, 0, 0, 1)


def test_a_set_is_wanted_and_its_value_not_compared() -> None:
    assert compare([WEEKLY]).rates["found SET"] == Rate(0, 1)
    result = compare([WEEKLY], time("chaque semaine", None))
    assert result.rates["found SET"] == Rate(1, 1)
    assert result.rates["value SET"] == Rate(0, 0)


def test_of_two_mentions_the_one_that_shares_most_is_asked() -> None:
    whole = timex("lundi à mardi", "DATE", "1999-05-17")
    result = compare([whole], time("De lu", "1999-05-18"), time("ndi à mardi", "1999-05-17"))
    assert result.rates["value ALL"] == Rate(1, 1)
    assert result.agreements["times found"] == Coverage(2, 2, 1, 1)


def test_what_is_missed_spurious_and_wrong_is_counted_and_told() -> None:
    wrong, spurious = time("mardi", "1999-05-25"), time("1998", "1998")
    result = compare([MONDAY, TUESDAY], wrong, spurious)
    assert result.agreements["times found"] == Coverage(1, 2, 1, 2)
    assert result.rates["found DATE"] == Rate(1, 2)
    assert result.rates["right time mentions"] == Rate(1, 2)
    assert result.rates["value DATE"] == Rate(0, 1)
    assert [(d.timex, d.mention) for d in result.differences] == [
        (MONDAY, None),
        (None, spurious),
        (TUESDAY, wrong),
    ]


def test_a_text_that_was_not_coded_is_missed_whole() -> None:
    result = score_times([MarkedText(DOCUMENT, (MONDAY,))], [], {})
    assert result.missing == 1
    assert result.agreements["times found"] == Coverage(0, 0, 0, 1)
    assert result.agreements["times found"].f1 == 0
