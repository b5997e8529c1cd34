"""Lengths of time, alone (« six mois ») and counted from publication (« il y a six mois »).

A length that is bounded (« plus de six ans »), rounded (« une dizaine de jours ») or vague
(« quelques jours ») settles no value; where it bounds one, the bound is kept.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from polybe.codebook.durations import iso_duration

from .scene import Scene
from .when import (
    UNKNOWN,
    When,
    in_century,
    in_decade,
    in_month,
    in_year,
    joined,
    on_day,
    shift_month,
    since,
    unsettled,
    until,
)

Slots = Mapping[str, int | str]

_UNDER_A_DAY = frozenset({"second", "minute", "hour", "half hour", "half day"})
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_DECADES = {"half century": 5, "decade": 1}


def read_length(slots: Slots, _scene: Scene) -> When | None:
    """A length alone, with no place in time."""
    unit = str(slots.get("unit", ""))
    kind = "length" if unit in _UNDER_A_DAY else None
    number = slots.get("number", slots.get("round"))
    length = iso_duration(unit, None if number is None else int(number))
    return replace(UNKNOWN, length=length, kind=kind)


def read_relative(_slots: Slots, _scene: Scene) -> When | None:
    """A time told from an event, which no calendar settles."""
    return UNKNOWN


def read_ago(slots: Slots, scene: Scene) -> When | None:
    """« il y a trois jours »."""
    return _counted(slots, scene, -1)


def read_in_length(slots: Slots, scene: Scene) -> When | None:
    """« dans trois jours »."""
    return _counted(slots, scene, 1)


def read_length_ahead(slots: Slots, scene: Scene) -> When | None:
    """« in three days » where the text tells of what is to come; no such time elsewhere."""
    return _counted(slots, scene, 1) if scene.is_ahead() else None


def read_past_unit(slots: Slots, scene: Scene) -> When | None:
    """« the past year »: one such unit, up to publication."""
    return _run({**slots, "number": 1}, scene, -1)


def read_since_length(slots: Slots, scene: Scene) -> When | None:
    """« depuis trois mois »: from then on."""
    return since(_counted(slots, scene, -1), scene.published)


def read_within_length(slots: Slots, scene: Scene) -> When | None:
    """« d'ici dix jours »: up to then."""
    return until(_counted(slots, scene, 1))


def read_coming_length(slots: Slots, scene: Scene) -> When | None:
    """« sous trois jours », « dans les dix jours »: from the day told, else from publication."""
    return _run(slots, replace(scene, published=scene.day or scene.published), 1)


def read_for_length(slots: Slots, scene: Scene) -> When | None:
    """« pour trois jours » from the day told; a mere length where none is."""
    if scene.day is None:
        return read_length(slots, scene)
    first = on_day(scene.day)
    unit, number = _in_days(str(slots["unit"]), int(slots["number"]))
    last = _same_day_after(scene.day, unit, number)
    return joined(first, on_day(last)) if last else read_length(slots, scene)


def read_last_lengths(slots: Slots, scene: Scene) -> When | None:
    """« ces trois derniers mois »: from then to publication."""
    return _run(slots, scene, -1)


def read_next_lengths(slots: Slots, scene: Scene) -> When | None:
    """« les trois prochains mois »."""
    return _run(slots, scene, 1)


def _run(slots: Slots, scene: Scene, sign: int) -> When:
    """All from publication to so many units away."""
    far = _counted(slots, scene, sign)
    if far.value is None or scene.published is None:
        return far
    unit, _ = _in_days(str(slots["unit"]), int(slots["number"]))
    now = shifted(scene.published, unit, 0)
    return joined(now, far) if sign > 0 else joined(far, now)


def _counted(slots: Slots, scene: Scene, sign: int) -> When:
    """The unit of time that lies so many units from publication, backwards when `sign` is -1."""
    if "number" not in slots or "unit" not in slots:
        return UNKNOWN
    unit, number = _in_days(str(slots["unit"]), int(slots["number"]))
    if unit in _UNDER_A_DAY:
        return _within_hours(number, unit, scene, sign)
    if scene.published is None:
        return unsettled(unit if unit in ("day", "week", "month", "year") else "vague")
    far = shifted(scene.published, unit, sign * number)
    return _bounded(far, str(slots["hedge"]), sign) if "hedge" in slots else far


def _in_days(unit: str, number: int) -> tuple[str, int]:
    """« 48 heures » are two days."""
    return ("day", number // 24) if unit == "hour" and number % 24 == 0 else (unit, number)


def shifted(day: date, unit: str, number: int) -> When:
    """The day, month, year … so many units from a day; unknown where no calendar reaches.

    So many weeks away is a day, told no finer than a week.
    """
    try:
        return _shifted(day, unit, number)
    except (ValueError, OverflowError):
        return UNKNOWN  # before the year 1 or after 9999


def _shifted(day: date, unit: str, number: int) -> When:
    if unit == "day":
        return on_day(day + timedelta(days=number))
    if unit == "week":
        return replace(on_day(day + timedelta(weeks=number)), precision="week")
    if unit in _MONTHS:
        return in_month(*shift_month(day.year, day.month, number * _MONTHS[unit]))
    if unit == "year":
        return in_year(day.year + number)
    if unit in _DECADES:
        return in_decade(day.year // 10 * 10 + 10 * number * _DECADES[unit])
    return in_century((day.year - 1) // 100 + 1 + number) if unit == "century" else UNKNOWN


def _same_day_after(day: date, unit: str, number: int) -> date | None:
    """The day of the same number so many units later; None for units that no day is counted in."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    months = number * (12 if unit == "year" else _MONTHS.get(unit, 0))
    year, month = shift_month(day.year, day.month, months)
    return date(year, month, min(day.day, monthrange(year, month)[1])) if months else None


def _bounded(far: When, hedge: str, sign: int) -> When:
    """What « plus de » and « moins de » leave known: one bound, on the far or the near side."""
    earlier = (hedge == "more") == (sign < 0)
    if hedge == "about":
        return UNKNOWN
    if earlier:
        return replace(UNKNOWN, latest=far.latest)
    return replace(UNKNOWN, earliest=far.earliest)


def _within_hours(number: int, unit: str, scene: Scene, sign: int) -> When:
    """Hours from publication: its day is known, its hour is not, so only bounds are."""
    if scene.published is None:
        return unsettled("time")
    hours = number * {"hour": 1, "half day": 12}.get(unit, 0)
    far = scene.published + timedelta(days=sign * (hours // 24 + 1))
    first, last = sorted((scene.published, far))
    return When(None, first, last, "time")
