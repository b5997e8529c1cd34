"""A TIMEX3 value and a mention's are the same where they say the same."""

from __future__ import annotations

from datetime import date

import pytest

from polybe.model import FigureMention, TimeMention, Timex
from polybe.scoring.timex_values import Part, edtf_values, same_value

PUBLISHED = date(1999, 5, 20)
UNITS = {
    "an": "year",
    "ans": "year",
    "jours": "day",
    "mois": "month",
    "demi-siècle": "half century",
}


def same(value: str, told: str | None, type_: str = "DATE", part: Part = "whole") -> bool:
    precision = "vague" if told is None else "day"
    mention = TimeMention("m1", 0, 1, "x", told, precision=precision)
    return same_value(Timex(0, 1, "x", type_, value), mention, part, PUBLISHED, UNITS)


def same_length(value: str, of: str, best: float | None, part: Part = "whole") -> bool:
    figure = FigureMention("m1", 0, 1, "x", 8, best, 24, "duration", of)
    return same_value(Timex(0, 1, "x", "DURATION", value), figure, part, PUBLISHED, UNITS)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("1999-05-17", {"1999-05-17"}),
        ("1999-05-17T21:45", {"1999-05-17"}),
        ("1999-05-17TMO", {"1999-05-17"}),
        ("1999-05-17TNI", {"1999-05-17", "1999-05-17/1999-05-18"}),
        ("1999-W20", {"1999-05-17/1999-05-23"}),
        ("1999-W20-WE", {"1999-05-22/1999-05-23"}),
        ("1999-W20-2", {"1999-05-18"}),
        ("1999-SU", {"1999-22"}),
        ("1999-Q2", {"1999-04/1999-06"}),
        ("1999-H2", {"1999-07/1999-12"}),
        ("1999-05", {"1999-05"}),
        ("1999", {"1999"}),
        ("196X", {"196X"}),
        ("196", {"196X"}),
        ("18XX", {"18XX"}),
        ("18", {"18XX"}),
        ("PRESENT_REF", set()),
        ("XXXX-SU", set()),
        ("XXXX-WXX-4", set()),
        ("TNI", set()),
    ],
)
def test_a_timex_value_in_edtf(value: str, edtf: set[str]) -> None:
    assert edtf_values(value) == edtf


def test_of_an_open_interval_the_end_that_is_told_is_compared() -> None:
    assert same("1999-05-18", "1999-05-18/..")
    assert same("1999-06-30", "../1999-06-30")
    assert not same("1999-05-19", "1999-05-18/..")


def test_two_times_of_one_interval_are_its_ends() -> None:
    assert same("1990", "1990/1999", part="first")
    assert same("1999", "1990/1999", part="last")
    assert not same("1990", "1990/1999", part="last")
    assert not same("1990", "1990/1999")
    assert same("1999-05-18", "1999-05-18", part="last")


def test_what_names_no_date_wants_no_value() -> None:
    assert same("PAST_REF", None)
    assert not same("PAST_REF", "1998")
    assert not same("1998", None)


@pytest.mark.parametrize(
    ("value", "told", "right"),
    [
        ("P2Y", "1997/..", True),
        ("P10Y", "../2009", True),
        ("P50Y", "194X/..", True),
        ("P3M", "1999-02/..", True),
        ("P1Y", "1998-05/..", True),
        ("P2D", "1999-05-18/..", True),
        ("PT48H", "1999-05-18/..", True),
        ("P2W", "1999-05-06/1999-05-20", True),
        ("P3Y", "1997/..", False),
        ("P2Y", None, False),
        ("PXD", None, True),
        ("P2Y", "1999-22/..", False),
    ],
)
def test_a_duration_is_as_long_as_an_interval_reaches(
    value: str, told: str | None, right: bool
) -> None:
    assert same(value, told, "DURATION") is right


@pytest.mark.parametrize(
    ("value", "of", "best", "right"),
    [
        ("P3D", "trois jours", 3, True),
        ("P3D", "trois longs jours", 3, True),
        ("P3D", "trois ans", 3, False),
        ("P4D", "trois jours", 3, False),
        ("P50Y", "un demi-siècle", 1, True),
        ("P2.5Y", "2,5 ans", 2.5, True),
        ("PXD", "des jours", None, True),
        ("P3D", "trois coups", 3, False),
    ],
)
def test_a_duration_is_compared_in_number_and_unit(
    value: str, of: str, best: float | None, right: bool
) -> None:
    assert same_length(value, of, best) is right


def test_two_durations_of_one_range_are_its_ends() -> None:
    assert same_length("P8M", "8 à 24 mois", None, "first")
    assert same_length("P24M", "8 à 24 mois", None, "last")
    assert not same_length("P24M", "8 à 24 mois", None, "first")
