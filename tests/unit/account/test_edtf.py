"""EDTF: which days a value stands for, and what is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.account.edtf import Stretch, read_edtf


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2016-12-10", "2016-12-10", "2016-12-10", "day"),
        ("2016-12-10T08:30", "2016-12-10", "2016-12-10", "time"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("2016~", "2016-01-01", "2016-12-31", "year"),
        ("2014-21", "2014-03-01", "2014-05-31", "season"),
        ("2015-24", "2015-12-01", "2016-02-29", "season"),
        ("201X", "2010-01-01", "2019-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "vague"),
        ("2016-11-15/..", "2016-11-15", None, "day"),
        ("../2016-11", None, "2016-11-30", "month"),
        ("2016-11-15/2016-12", "2016-11-15", "2016-12-31", "day"),
        ("2016-11-14/2016-11-20", "2016-11-14", "2016-11-20", "week"),
    ],
)
def test_the_days_of_a_value(
    value: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    assert read_edtf(value) == Stretch(earliest, latest, precision)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "mardi",
        "2016-13",
        "2016-02-30",
        "2016-1-1",
        "10/12/2016",
        "../..",
        "2017/2016",
        "201X-05",
        "2016/2017/2018",
        "2016-25",
    ],
)
def test_what_is_no_value(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_edtf(value)


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 4000))
def test_an_interval_has_the_days_of_its_ends(first: date, days: int) -> None:
    last = first + timedelta(days)
    stretch = read_edtf(f"{first}/{last}")
    assert (stretch.earliest, stretch.latest) == (str(first), str(last))
