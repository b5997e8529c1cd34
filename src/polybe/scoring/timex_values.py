"""Whether a mention says of a time what the value of a TIMEX3 says.

The report model writes times in EDTF and has no hour, so both are brought to what both can say:

- a day, month, year or decade is the same in both; of `1999-05-17T21:45` and `1999-05-17TMO` the
  day is compared, and a night (`TNI`) may be its first day or both;
- `1999-W20`, `1999-W20-WE`, `1999-Q2`, `1999-H1` are the days or months from first to last,
  `1999-SU` and its like EDTF's seasons;
- what names no calendar date (`PRESENT_REF`, `XXXX-SU`, `TNI`) is right where the mention gives no
  value, or one of precision `vague`;
- of an open interval (« depuis mardi ») the end that is told is compared;
- of two TIMEX3 that one interval covers, the first is compared with its beginning, the last with
  its end (« entre 1990 et 1999 »); likewise of a range of figures;
- a DURATION is compared in number and unit with a figure (`P3D`: 3, « trois jours »); with a time
  mention, by how far its interval reaches, from its beginning to its end or to publication
  (`P2Y`: `1997/..` in 1999).  A number not told (`PXD`) is right where the mention has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from ..codebook.durations import iso_duration
from ..model import FigureMention, TimeMention, Timex

Part = Literal["whole", "first", "last", "between"]
"""What of a mention answers a TIMEX3: all, or its place among those that the mention covers."""

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_MONTHS = {"Q": 3, "H": 6}

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PART_OF_YEAR = re.compile(r"(\d{4})-([QH])([1-4])")
_AS_EDTF = re.compile(r"\d{4}(?:-\d\d)?|\d{3}X|\d\dXX")
_SHORT = re.compile(r"\d{2,3}")


def same_value(
    timex: Timex,
    mention: TimeMention | FigureMention,
    part: Part,
    published: date,
    units: Mapping[str, object],
) -> bool:
    """Whether the two agree, as this module's head tells.

    ``published`` is the day of publication; ``units`` gives for a word its unit of time (`day`).
    """
    if isinstance(mention, FigureMention):
        return _same_length(timex, mention, part, units)
    if timex.type == "DURATION":
        return _reaches(timex, mention, published)
    wanted = edtf_values(timex.value)
    if not wanted:
        return mention.value is None or mention.precision == "vague"
    return _told(mention.value, part) in wanted


def edtf_values(value: str) -> frozenset[str]:
    """The EDTF values that say what the value of a DATE or TIME says; none if unsettled."""
    if day := _DAY.fullmatch(value):
        return _day_values(date.fromisoformat(day[1]), day[2] or "")
    if week := _WEEK.fullmatch(value):
        return frozenset({_week_value(int(week[1]), int(week[2]), week[3] or "")})
    if season := _SEASON.fullmatch(value):
        return frozenset({f"{season[1]}-{_SEASONS[season[2]]}"})
    if run := _PART_OF_YEAR.fullmatch(value):
        last = int(run[3]) * _MONTHS[run[2]]
        return frozenset({f"{run[1]}-{last - _MONTHS[run[2]] + 1:02d}/{run[1]}-{last:02d}"})
    if _AS_EDTF.fullmatch(value):
        return frozenset({value})
    return frozenset({value.ljust(4, "X")} if _SHORT.fullmatch(value) else ())


def _day_values(day: date, clock: str) -> frozenset[str]:
    night = f"{day}/{day + timedelta(days=1)}"
    return frozenset({str(day), night} if clock == "TNI" else {str(day)})


def _week_value(year: int, week: int, days: str) -> str:
    if days.lstrip("-").isdigit():
        return str(date.fromisocalendar(year, week, int(days[1:])))
    first = date.fromisocalendar(year, week, 6 if days else 1)
    return f"{first}/{date.fromisocalendar(year, week, 7)}"


def _told(value: str | None, part: Part) -> str | None:
    """What a part of an EDTF value tells; an open end tells nothing."""
    ends = [end for end in (value or "").split("/") if end not in ("", "..")]
    if len(ends) == 2 and part != "whole":
        return {"first": ends[0], "last": ends[1]}.get(part)
    return "/".join(ends) or None


def _same_length(
    timex: Timex, figure: FigureMention, part: Part, units: Mapping[str, object]
) -> bool:
    words = re.findall(r"[\w-]+", (figure.of or "").lower())
    unit = next((str(units[word]) for word in words if word in units), "")
    number = figure.best
    if number is None and part in ("first", "last"):
        number = figure.low if part == "first" else figure.high
    return iso_duration(unit, number) == timex.value


def _reaches(timex: Timex, mention: TimeMention, published: date) -> bool:
    """Whether an interval is as long as a DURATION says."""
    if mention.value is None:
        return "X" in timex.value
    ends = [end for end in mention.value.split("/") if end != ".."]
    other = ends[1] if len(ends) == 2 else published.isoformat()[: len(ends[0])]
    return timex.value in _lengths(*sorted((ends[0], other)))


def _lengths(first: str, last: str) -> set[str]:
    """The ways to write the length from one year, month or day to another; none for other ends."""
    try:
        if len(first) == len(last) == 10:
            days = (date.fromisoformat(last) - date.fromisoformat(first)).days
            return {f"P{days}D", f"P{days / 7:g}W", f"PT{24 * days}H"}
        if first.endswith("X"):
            first, last = first.replace("X", "0"), last[:3] + "0"
        years, months = (
            int(later or 0) - int(earlier or 0)
            for earlier, later in zip(_ym(first), _ym(last), strict=True)
        )
    except ValueError:
        return set()
    return {f"P{12 * years + months}M", f"P{years + months / 12:g}Y"}


def _ym(value: str) -> tuple[str, str]:
    year, _, month = value.partition("-")
    return year, month
