"""Longer stretches than a day: « cette semaine », « l'été 2014 », « les années 1990 »."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from .scene import Scene, is_ahead, sign_of
from .when import (
    UNKNOWN,
    When,
    edge,
    in_century,
    in_decade,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_year,
    joined,
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
    return _stretch(unit, scene, sign_of(slots["side"]))


def read_this_unit(slots: Slots, scene: Scene) -> When | None:
    """« cette semaine », « ce mois-ci », « ce week-end »."""
    unit = str(slots["unit"])
    if unit == "weekend" and scene.published and scene.published.isoweekday() < 3:
        return _stretch(unit, scene, 0 if scene.is_ahead() else -1)
    return _stretch(unit, scene, 0)


def read_unit_edge(slots: Slots, scene: Scene) -> When | None:
    """« la fin de l'année », « en début de semaine »."""
    shift = sign_of(slots["side"]) if "side" in slots else 0
    if slots["unit"] in ("day", "hour"):
        return replace(unsettled("time"), inherits=True)
    whole = _stretch(str(slots["unit"]), scene, shift)
    return edge(whole, str(slots["edge"])) if whole else None


def _stretch(unit: str, scene: Scene, shift: int) -> When | None:
    """The day, week, month … of publication, or so many of them away; None for hours."""
    precision = {"weekend": "day", "quarter": "season", "half": "season", "century": "vague"}
    if unit not in _STRETCHES:
        return None
    if scene.published is None:
        return unsettled(precision.get(unit, unit))
    return _STRETCHES[unit](scene.published, shift)


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


def read_season(slots: Slots, scene: Scene) -> When | None:
    """A season, with or without year."""
    season = int(slots["season"])
    if "year" in slots:
        return in_season(int(slots["year"]), season)
    if scene.published is None:
        return unsettled("season")
    now = scene.published
    near = [in_season(now.year + shift, season) for shift in (-2, -1, 0, 1)]
    if is_ahead(slots, scene):
        return next(s for s in near if s.latest and s.latest >= now)
    begun = [s for s in near if s.earliest and s.earliest <= now]
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
    first, last = int(slots["year"]), int(slots["year2"])
    return joined(in_year(first), in_year(last)) if first < last < first + 200 else None


def read_year(slots: Slots, _scene: Scene) -> When | None:
    """A year, in four figures or two."""
    if "short_year" in slots:
        return in_year(1900 + int(slots["short_year"]))
    return in_year(int(slots["year"]))
