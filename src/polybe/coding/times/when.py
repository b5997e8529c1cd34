"""Stretches of the calendar, and how they are written in EDTF.

Source of the notation: Extended Date/Time Format, ISO 8601-2:2019 annex A, levels 0 and 1.
Dates are proleptic Gregorian; a week runs from Monday to Sunday.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

_FINENESS = ("time", "day", "week", "month", "season", "year", "decade", "vague")


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time: its EDTF value, first and last day, and how finely it is told.

    None stands for open or unknown.  ``inherits`` marks a time of day that still wants its day.
    """

    value: str | None
    earliest: date | None
    latest: date | None
    precision: str
    length: str | None = None
    clock: str | None = None
    inherits: bool = False
    kind: str | None = None

    def at(self, clock: str | None) -> When:
        """The same at a time of day; unchanged when None."""
        return replace(self, precision="time", clock=clock) if clock else self


UNKNOWN = When(None, None, None, "vague")


def unsettled(precision: str) -> When:
    """A time that is told so finely, but of which the day is not known."""
    return When(None, None, None, precision)


def on_day(day: date) -> When:
    """One day: `2016-12-10`."""
    return When(day.isoformat(), day, day, "day")


def in_month(year: int, month: int) -> When:
    """One month: `2016-11`."""
    last = monthrange(year, month)[1]
    return When(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last), "month")


def in_year(year: int) -> When:
    """One year: `2016`."""
    return When(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), "year")


def in_season(year: int, season: int) -> When:
    """A season by EDTF's codes: 1 spring is `2014-21`, 4 winter `2014-24`.

    Days are those of the meteorological seasons; winter begins in December of its year.
    """
    first = date(year, 3 * season, 1)
    following = date(year + 1, 3, 1) if season == 4 else date(year, 3 * season + 3, 1)
    return When(f"{year:04d}-{20 + season}", first, following - timedelta(days=1), "season")


def in_week(day: date) -> When:
    """The week, Monday to Sunday, in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    return replace(between_days(monday, monday + timedelta(days=6)), precision="week")


def on_weekend(day: date) -> When:
    """The Saturday and Sunday of the week in which a day lies."""
    saturday = day + timedelta(days=5 - day.weekday())
    return between_days(saturday, saturday + timedelta(days=1))


def in_quarter(year: int, first_month: int, months: int) -> When:
    """A run of months, as a quarter or half of a year: `2014-01/2014-03`."""
    return replace(
        joined(in_month(year, first_month), in_month(year, first_month + months - 1)),
        precision="season",
    )


def in_decade(year: int) -> When:
    """The ten years that begin with a year: `199X`."""
    return When(f"{year // 10:03d}X", date(year, 1, 1), date(year + 9, 12, 31), "decade")


def in_century(number: int) -> When:
    """A century, the first being that of the years 1 to 100: the 15th is `14XX`."""
    first = 100 * (number - 1)
    return When(f"{number - 1:02d}XX", date(first + 1, 1, 1), date(first + 100, 12, 31), "vague")


def between_days(first: date, last: date) -> When:
    """All days from the first to the last."""
    return joined(on_day(first), on_day(last))


def joined(first: When, last: When) -> When:
    """From the beginning of one time to the end of another; unsettled when either is."""
    precision = min(first.precision, last.precision, key=_FINENESS.index)
    if first.value is None or last.value is None or "/" in first.value + last.value:
        return unsettled(precision)
    return When(f"{first.value}/{last.value}", first.earliest, last.latest, precision)


def since(start: When, published: date | None) -> When:
    """An open interval from a time on; what a text tells of it ends with its publication."""
    if start.value is None:
        return start
    first = start.value.split("/")[0]
    return replace(start, value=f"{first}/..", latest=_not_before(published, start.earliest))


def _not_before(published: date | None, start: date | None) -> date | None:
    """The publication date as the end of an interval; None when it lies before the start."""
    return published if published and start and start <= published else None


def until(end: When) -> When:
    """An open interval up to a time: `../2012-06-30`."""
    if end.value is None:
        return end
    return replace(end, value=f"../{end.value.split('/')[-1]}", earliest=None)


def nearest(times: Sequence[When], day: date) -> When:
    """Of some settled times the one in which a day lies, or that lies nearest to it."""

    def gap(when: When) -> int:
        assert when.earliest is not None
        assert when.latest is not None
        return max((when.earliest - day).days, (day - when.latest).days, 0)

    return min(times, key=gap)


_EDGES: dict[str, dict[str, tuple[int, int]]] = {
    "early": {"week": (0, 1), "month": (0, 9), "season": (0, 30), "year": (0, 89),
              "decade": (0, 1094), "vague": (0, 9130)},
    "mid": {"week": (2, 4), "month": (9, 19), "season": (30, 60), "year": (120, 242),
            "decade": (1096, 2555), "vague": (12053, 24105)},
    "late": {"week": (3, 6), "month": (20, 31), "season": (60, 92), "year": (273, 366),
             "decade": (2557, 3653), "vague": (27394, 36525)},
}  # fmt: skip
"""First and last day of the `early`, `mid` and `late` part of a stretch, counted from its first."""


def edge(whole: When, part: str) -> When:
    """The early, middle or late part of a time: same value, narrower bounds."""
    days = _EDGES[part].get(whole.precision)
    if days is None or whole.earliest is None or whole.latest is None:
        return whole
    first = whole.earliest + timedelta(days=days[0])
    last = min(whole.latest, whole.earliest + timedelta(days=days[1]))
    if whole.precision == "year" and part == "late":
        first = date(whole.earliest.year, 10, 1)
    return replace(whole, earliest=min(first, last), latest=last)


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The month so many months later, or earlier when negative."""
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def easter(year: int) -> date:
    """Easter Sunday of a year (Meeus, Jones and Butcher's method for the Gregorian calendar)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
