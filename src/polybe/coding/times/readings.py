"""The arithmetic behind the forms: slots and scene in, a stretch of time out.

Each reading is named in the calendar's forms (`op`).  It gives None when the words are no time
after all (31 February), and a :class:`When` without value when they are one that cannot be
settled, as all that needs the publication date is when there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from . import days, lengths, stretches, told
from .scene import Scene
from .told import part_of_day
from .when import UNKNOWN, When, on_day

Slots = Mapping[str, int | str]
Reading = Callable[[Slots, Scene], When | None]


def read_clock(slots: Slots, _scene: Scene) -> When | None:
    """A time of day, to the minute when told; it wants a day from what is around it."""
    if "full_hour" in slots:
        hour, minute = divmod(int(slots["full_hour"]), 100)
    else:
        hour = int(next(slots[name] for name in ("hour", "noon", "number") if name in slots))
        minute = int(slots.get("minute", 0))
    half = slots.get("meridiem", slots.get("day_half"))
    if half is not None:
        if hour > 12:
            return None
        hour = hour % 12 + int(half)
    if hour > 24:
        return None
    clock = f"{hour:02d}:{minute:02d}"
    return When(None, None, None, "time", clock=clock, inherits=True)


def read_part_alone(slots: Slots, _scene: Scene) -> When | None:
    """« à l'aube », « dans la soirée »: a part of a day told elsewhere."""
    return When(None, None, None, "time", clock=part_of_day(slots), inherits=True)


def read_present(_slots: Slots, scene: Scene) -> When | None:
    """« actuellement »: about the day of publication."""
    if scene.published is None:
        return UNKNOWN
    return replace(on_day(scene.published), precision="vague")


def read_vague(_slots: Slots, _scene: Scene) -> When | None:
    """A time that no calendar settles."""
    return UNKNOWN


READINGS: dict[str, Reading] = {
    "age": read_vague,
    "ago": lengths.read_ago,
    "century": stretches.read_century,
    "clock": read_clock,
    "coming_length": lengths.read_coming_length,
    "date": days.read_date,
    "day_word": days.read_day_word,
    "days": days.read_days,
    "decade": stretches.read_decade,
    "feast": days.read_feast,
    "first_hours": days.read_first_hours,
    "for_length": lengths.read_for_length,
    "fortnight": stretches.read_fortnight,
    "half": stretches.read_half,
    "in_length": lengths.read_in_length,
    "iso": days.read_iso,
    "last_lengths": lengths.read_last_lengths,
    "last_night": days.read_last_night,
    "later": told.read_later,
    "length": lengths.read_length,
    "length_ahead": lengths.read_length_ahead,
    "month": stretches.read_month,
    "months": stretches.read_months,
    "named_day": days.read_named_day,
    "next_day": told.read_next_day,
    "next_lengths": lengths.read_next_lengths,
    "night": days.read_night,
    "nth_weekday": days.read_nth_weekday,
    "numeric": days.read_iso,
    "part_alone": read_part_alone,
    "past_unit": lengths.read_past_unit,
    "present": read_present,
    "quarter": stretches.read_quarter,
    "recurrence": read_vague,
    "relative": lengths.read_relative,
    "season": stretches.read_season,
    "since_length": lengths.read_since_length,
    "since_then": told.read_since_then,
    "that_part": told.read_that_part,
    "this_part": days.read_this_part,
    "this_unit": stretches.read_this_unit,
    "unit_beside": told.read_unit_beside,
    "unit_edge": stretches.read_unit_edge,
    "unit_side": stretches.read_unit_side,
    "vague": read_vague,
    "weekday": days.read_weekday,
    "weekday_beside": told.read_weekday_beside,
    "weekday_night": days.read_weekday_night,
    "weekday_number": days.read_weekday_number,
    "weekday_of_week": days.read_weekday_of_week,
    "within_length": lengths.read_within_length,
    "year": stretches.read_year,
    "years": stretches.read_years,
}
"""What reads each `op` of a calendar's forms."""
