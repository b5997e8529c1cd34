"""Times counted from one told before: « le lendemain », « deux ans plus tard », « ce soir-là »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from . import stretches
from .lengths import shifted
from .scene import Scene, sign_of
from .when import UNKNOWN, When, on_day, since

Slots = Mapping[str, int | str]

_FINENESS = ("time", "day", "week", "month", "year")
"""Precisions from which one can count on, the finest first."""

_FEW_HOURS = 6
"""Hours after which a time of a day still lies in that day, as a rule."""


def read_next_day(slots: Slots, scene: Scene) -> When | None:
    """« le lendemain », « la veille »: counted from the day last told."""
    if scene.day is None:
        return UNKNOWN
    day = scene.day + timedelta(days=int(slots["relative_day"]))
    return on_day(day).at(part_of_day(slots))


def read_that_part(slots: Slots, _scene: Scene) -> When | None:
    """« ce soir-là », « plus tôt dans la journée »: a part of a day told elsewhere."""
    return When(None, None, None, "time", clock=part_of_day(slots), inherits=True)


def part_of_day(slots: Slots) -> str | None:
    """The part of a day that is told; None when none is."""
    names = ("part", "part2", "part_edge")
    return next((str(slots[name]) for name in names if name in slots), None)


def read_later(slots: Slots, scene: Scene) -> When | None:
    """« trois mois plus tard »; « quelques heures plus tôt » stays in the day told."""
    unit, sign = str(slots["unit"]), sign_of(slots["relation"])
    if unit in ("second", "minute", "hour", "half hour"):
        return _hours_later(slots, scene)
    if scene.told is None or scene.told.earliest is None or "number" not in slots:
        return UNKNOWN
    if "hedge" in slots or not _is_countable(scene.told, unit):
        return UNKNOWN
    return shifted(scene.told.earliest, unit, sign * int(slots["number"]))


def _hours_later(slots: Slots, scene: Scene) -> When:
    number = int(slots.get("number", 1 if "some" in slots else 99))
    if slots["unit"] == "hour" and number % 24 == 0 and scene.day:
        return on_day(scene.day + timedelta(days=sign_of(slots["relation"]) * number // 24))
    if scene.day is None or (slots["unit"] == "hour" and number > _FEW_HOURS):
        return UNKNOWN
    return replace(on_day(scene.day), precision="time" if "number" in slots else "vague")


def _is_countable(told: When, unit: str) -> bool:
    """Whether a time is told finely enough to count units from it: no weeks from a year."""
    if told.precision not in _FINENESS or unit not in _FINENESS:
        return False
    return _FINENESS.index(told.precision) <= _FINENESS.index(unit)


def read_unit_beside(slots: Slots, scene: Scene) -> When | None:
    """« l'année suivante », « le mois précédent », « cette année-là »."""
    unit, told = str(slots["unit"]), scene.told
    if told is None or told.earliest is None or not _is_countable(told, unit):
        return UNKNOWN
    shift = sign_of(slots["beside"]) if "beside" in slots else 0
    return stretches.stretch(unit, told.earliest, shift)


def read_weekday_beside(slots: Slots, scene: Scene) -> When | None:
    """« le lundi suivant », « le mardi précédent », from the day last told."""
    if scene.day is None:
        return UNKNOWN
    ahead = (int(slots["weekday"]) - scene.day.isoweekday() - 1) % 7 + 1
    back = ahead - 7 if ahead < 7 else -7
    return on_day(scene.day + timedelta(days=ahead if slots["beside"] == "future" else back))


def read_since_then(_slots: Slots, scene: Scene) -> When | None:
    """« depuis lors »: since the time last told."""
    return since(scene.told, scene.published) if scene.told else UNKNOWN
