"""Lengths of time, alone (« six mois ») and counted from publication (« il y a six mois »).

A length that is bounded (« plus de six ans »), rounded (« une dizaine de jours ») or vague
(« quelques jours ») settles no value; where it bounds one, the bound is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from polybe.codebook.durations import iso_duration

from .scene import Scene
from .when import (
    UNKNOWN,
    When,
    in_month,
    in_week,
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
_COUNTABLE = frozenset({"day", "week", "month", "year"})


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


def read_since_length(slots: Slots, scene: Scene) -> When | None:
    """« depuis trois mois »: from then on."""
    start = _counted(slots, scene, -1)
    if start.value is None:
        return start
    if start.precision == "week" and start.earliest and scene.published:
        first = scene.published - timedelta(weeks=int(slots["number"]))
        start = replace(on_day(first), precision="week")
    return since(start, scene.published)


def read_within_length(slots: Slots, scene: Scene) -> When | None:
    """« d'ici dix jours », « dans les trois jours »: between publication and then."""
    end = _counted(slots, scene, 1)
    return until(end) if end.value else end


def read_last_lengths(slots: Slots, scene: Scene) -> When | None:
    """« ces trois derniers mois »: from then to publication."""
    return _run(_counted(slots, scene, -1), scene, back=True)


def read_next_lengths(slots: Slots, scene: Scene) -> When | None:
    """« les trois prochains mois »."""
    return _run(_counted(slots, scene, 1), scene, back=False)


def _run(far: When, scene: Scene, *, back: bool) -> When:
    if far.value is None or scene.published is None:
        return far
    now = _unit_at(scene.published, far.precision)
    first, last = (far, now) if back else (now, far)
    if far.precision == "week" and first.earliest and last.latest:
        bounds = sorted((scene.published, _moved(scene.published, far)))
        return replace(joined(*map(on_day, bounds)), precision="week")
    return joined(first, last)


def _moved(published: date, far: When) -> date:
    """The day in a far week that has publication's weekday."""
    assert far.earliest is not None
    return far.earliest + timedelta(days=published.weekday())


def _counted(slots: Slots, scene: Scene, sign: int) -> When:
    """The unit of time that lies so many units from publication, backwards when `sign` is -1."""
    unit = str(slots.get("unit", ""))
    number = slots.get("number")
    if unit in _UNDER_A_DAY and number is not None:
        return _within_hours(int(number), unit, scene, sign)
    if number is None or unit not in _COUNTABLE:
        return UNKNOWN
    if scene.published is None:
        return unsettled(unit)
    try:
        far = _shifted(scene.published, unit, sign * int(number))
    except (ValueError, OverflowError):
        return UNKNOWN  # before the year 1 or after 9999
    return _bounded(far, str(slots["hedge"]), sign) if "hedge" in slots else far


def _shifted(day: date, unit: str, number: int) -> When:
    if unit == "day":
        return on_day(day + timedelta(days=number))
    if unit == "week":
        return in_week(day + timedelta(weeks=number))
    if unit == "month":
        return in_month(*shift_month(day.year, day.month, number))
    return in_year(day.year + number)


def _unit_at(day: date, precision: str) -> When:
    return _shifted(day, precision, 0)


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
