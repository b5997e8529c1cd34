"""Longer stretches than a day: « cette semaine », « l'été 2014 », « les années 1990 »."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from .scene import Scene, is_ahead, sign_of
from .when import (
    UNKNOWN,
    When,
    between_days,
    edge,
    in_century,
    in_decade,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_year,
    joined,
    nearest,
    on_day,
    on_weekend,
    shift_month,
    unsettled,
)

Slots = Mapping[str, int | str]


def read_unit_side(slots: Slots, scene: Scene) -> When | None:
    """« la semaine dernière », « l'an prochain »."""
    unit = str(slots["unit"])
    if "side" not in slots:
        return UNKNOWN
    return _near(unit, scene, sign_of(slots["side"]))


def read_this_unit(slots: Slots, scene: Scene) -> When | None:
    """« cette semaine », « ce mois-ci », « ce week-end »."""
    unit = str(slots["unit"])
    if unit == "weekend" and scene.published and scene.published.isoweekday() < 3:
        return _near(unit, scene, 0 if scene.is_ahead() else -1)
    return _near(unit, scene, 0)


def read_unit_edge(slots: Slots, scene: Scene) -> When | None:
    """« la fin de l'année », « en début de semaine »."""
    shift = sign_of(slots["side"]) if "side" in slots else 0
    if slots["unit"] in ("day", "hour"):
        return replace(unsettled("time"), inherits=True)
    whole = _near(str(slots["unit"]), scene, shift)
    return edge(whole, str(slots["edge"])) if whole else None


def _near(unit: str, scene: Scene, shift: int) -> When | None:
    """The day, week, month … of publication, or so many of them away; None for hours."""
    precision = {"weekend": "day", "quarter": "season", "half": "season", "century": "vague"}
    if scene.published is None and unit in _STRETCHES:
        return unsettled(precision.get(unit, unit))
    return stretch(unit, scene.published, shift) if scene.published else None


def stretch(unit: str, day: date, shift: int) -> When | None:
    """The week, month, year … in which a day lies, or so many of them away; None for hours."""
    return _STRETCHES[unit](day, shift) if unit in _STRETCHES else None


def _shifted_month(day: date, shift: int) -> When:
    return in_month(*shift_month(day.year, day.month, shift))


def _shifted_run(day: date, shift: int, months: int) -> When:
    first = (day.month - 1) // months * months + 1
    year, month = shift_month(day.year, first, shift * months)
    return in_quarter(year, month, months)


_STRETCHES: dict[str, Callable[[date, int], When]] = {
    "day": lambda day, shift: on_day(day + timedelta(days=shift)),
    "week": lambda day, shift: in_week(day + timedelta(weeks=shift)),
    "weekend": lambda day, shift: on_weekend(day + timedelta(weeks=shift)),
    "month": _shifted_month,
    "quarter": lambda day, shift: _shifted_run(day, shift, 3),
    "half": lambda day, shift: _shifted_run(day, shift, 6),
    "year": lambda day, shift: in_year(day.year + shift),
    "decade": lambda day, shift: in_decade(day.year // 10 * 10 + 10 * shift),
    "century": lambda day, shift: in_century((day.year - 1) // 100 + 1 + shift),
}


def read_month(slots: Slots, scene: Scene) -> When | None:
    """A month, with or without year."""
    month = int(slots["month"])
    if "year" in slots:
        return in_month(int(slots["year"]), month)
    if "short_year" in slots:
        return in_month(1900 + int(slots["short_year"]), month)
    if scene.published is None:
        return unsettled("month")
    now = scene.published
    if "this_year" in slots:
        return in_month(now.year, month)
    if "side2" in slots:
        return in_month(now.year + sign_of(slots["side2"]), month)
    if is_ahead(slots, scene):
        later = month < now.month or (month == now.month and "side" in slots)
        return in_month(now.year + later, month)
    earlier = month > now.month or (month == now.month and "side" in slots)
    return in_month(now.year - earlier, month)


def read_months(slots: Slots, scene: Scene) -> When | None:
    """« mars-avril »: from a month to a later one of the same year."""
    last = read_month({**slots, "month": slots["month2"]}, scene)
    if last is None or last.earliest is None or int(slots["month"]) >= int(slots["month2"]):
        return last
    return joined(in_month(last.earliest.year, int(slots["month"])), last)


def read_fortnight(slots: Slots, scene: Scene) -> When | None:
    """« la seconde quinzaine d'août »: from the 1st to the 15th, or from the 16th on."""
    month = read_month(slots, scene)
    if month is None or month.earliest is None or month.latest is None:
        return month
    if slots["fortnight"] == 1:
        return between_days(month.earliest, month.earliest.replace(day=15))
    return between_days(month.earliest.replace(day=16), month.latest)


def read_season(slots: Slots, scene: Scene) -> When | None:
    """A season, with or without year."""
    season = int(slots["season"])
    if "year" in slots:
        return in_season(int(slots["year"]), season)
    if scene.published is None:
        return unsettled("season")
    now = scene.published
    seasons = [in_season(now.year + shift, season) for shift in (-2, -1, 0, 1)]
    if "side" not in slots and scene.sign() is None:
        return nearest(seasons, now)
    if is_ahead(slots, scene):
        return next(s for s in seasons if s.latest and s.latest >= now)
    begun = [s for s in seasons if s.earliest and s.earliest <= now]
    if "side" in slots:
        begun = [s for s in begun if s.latest and s.latest < now]
    return begun[-1]


def read_quarter(slots: Slots, scene: Scene) -> When | None:
    """« le premier trimestre 2014 »."""
    return _part_of_year(slots, scene, months=3)


def read_half(slots: Slots, scene: Scene) -> When | None:
    """« le second semestre 2014 »; the last one is the second."""
    return _part_of_year({**slots, "ordinal": min(2, int(slots["ordinal"]))}, scene, months=6)


def _part_of_year(slots: Slots, scene: Scene, *, months: int) -> When | None:
    first = (int(slots["ordinal"]) - 1) * months + 1
    if "year" in slots:
        return in_quarter(int(slots["year"]), first, months)
    if scene.published is None:
        return unsettled("season")
    year = scene.published.year
    begun = in_quarter(year, first, months)
    to_come = begun.earliest is not None and begun.earliest > scene.published
    return in_quarter(year - 1, first, months) if to_come and not scene.is_ahead() else begun


def read_century(slots: Slots, _scene: Scene) -> When | None:
    """« le XVe siècle »; a century before the first or after the 21st is none."""
    number = int(slots.get("roman", slots.get("ordinal_number", 0)))
    return in_century(number) if 1 <= number <= 22 else None


def read_decade(slots: Slots, scene: Scene) -> When | None:
    """« les années 1990 », « les années soixante »: of two centuries the last one begun."""
    if "decade" in slots:
        return in_decade(int(slots["decade"]))
    within = int(slots.get("decade_word", slots.get("short_decade", 0)))
    if scene.published is None:
        return unsettled("decade")
    century = scene.published.year // 100 * 100
    return in_decade(century + within - (100 if century + within > scene.published.year else 0))


def read_years(slots: Slots, _scene: Scene) -> When | None:
    """« 1982-1990 »."""
    first = int(slots["year"])
    if "two_digits" in slots:  # « 2013-14 », but not the month of « 2013-10 »
        following = (first + 1) % 100 == slots["two_digits"]
        return joined(in_year(first), in_year(first + 1)) if following else None
    last = int(slots["year2"])
    return joined(in_year(first), in_year(last)) if first < last < first + 200 else None


def read_year(slots: Slots, _scene: Scene) -> When | None:
    """A year, in four figures or two."""
    if "short_year" in slots:
        return in_year(1900 + int(slots["short_year"]))
    return in_year(int(slots["year"]))
