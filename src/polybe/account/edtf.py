"""Reading EDTF: the days that a value stands for.

Source of the notation: Extended Date/Time Format, ISO 8601-2:2019 annex A, level 0 and of level 1
what times in the report model use: seasons, decades, open ends, and marks of doubt behind a date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.Z+-]+)?[~?%]?")
_FINENESS = ("time", "day", "week", "month", "season", "year", "decade", "vague")
_SEASONS = (21, 22, 23, 24)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ISO days from which and to which a time runs, both inclusive, None at an open end.

    ``precision`` is one of TIME_PRECISIONS.
    """

    earliest: str | None
    latest: str | None
    precision: str


def read_edtf(value: str) -> Stretch:
    """The days of an EDTF value; ValueError when it is none, or none that times are told by."""
    first, slash, last = value.partition("/")
    if not slash:
        earliest, latest, precision = _read_date(value)
        return Stretch(earliest.isoformat(), latest.isoformat(), precision)
    ends = [None if end in ("", "..") else _read_date(end) for end in (first, last)]
    told = [end for end in ends if end is not None]
    if not told or (len(told) == 2 and told[0][0] > told[1][1]):
        raise ValueError(value)
    start, end = ends
    precision = min((end[2] for end in told), key=_FINENESS.index)
    if start and end and _is_week(start[0], end[1]):
        precision = "week"
    return Stretch(
        start[0].isoformat() if start else None, end[1].isoformat() if end else None, precision
    )


def _read_date(text: str) -> tuple[date, date, str]:
    """The first and last day of a date, and how finely it is told."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    if day:
        if "X" in year:
            raise ValueError(text)
        found = date(int(year), int(month), int(day))
        return found, found, "time" if "T" in text else "day"
    if "T" in text or (month and "X" in year):
        raise ValueError(text)
    if month:
        return _month_or_season(int(year), int(month))
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    precision = {0: "year", 1: "decade", 2: "vague"}[year.count("X")]
    return date(first, 1, 1), date(last, 12, 31), precision


def _month_or_season(year: int, number: int) -> tuple[date, date, str]:
    """A month, or one of the meteorological seasons; winter begins in December of its year."""
    if number in _SEASONS:
        month = 3 * (number - 20)
        following = date(year + month // 12, month % 12 + 3, 1)
        return date(year, month, 1), following - timedelta(days=1), "season"
    return date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"


def _is_week(first: date, last: date) -> bool:
    return first.weekday() == 0 and last - first == timedelta(days=6)
