"""The arithmetic behind the forms: slots and scene in, a stretch of time out.

Each reading is named in the calendar's forms (`op`).  It gives None when the words are no time
after all (31 February), and a :class:`When` without value when they are one that cannot be
settled, as all that needs the publication date is when there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from . import lengths, stretches
from .scene import Scene, is_ahead, sign_of
from .when import (
    UNKNOWN,
    When,
    between_days,
    easter,
    in_month,
    on_day,
    unsettled,
)

Slots = Mapping[str, int | str]
Reading = Callable[[Slots, Scene], When | None]

_NEAR_AHEAD = 7
"""Days after publication in which a date without a year is taken for to come: its other reading
would be a year ago, and news then tells the year."""

_WEEKDAY_REACH = 400
"""Days around publication in which weekday and date must agree."""


def read_date(slots: Slots, scene: Scene) -> When | None:
    """A day of a month, with or without year, weekday, « dernier » and part of day."""
    day, month = int(slots["day"]), int(slots["month"])
    clock = _clock(slots)
    if "year" in slots:
        found = _day(int(slots["year"]), month, day)
        return on_day(found).at(clock) if found else None
    if _day(2000, month, day) is None:
        return None
    if scene.published is None:
        return unsettled("day").at(clock)
    found = _nearest_day(day, month, slots, scene, scene.published)
    return on_day(found).at(clock) if found else None


def _nearest_day(day: int, month: int, slots: Slots, scene: Scene, published: date) -> date | None:
    if "side2" in slots:
        return _day(published.year + sign_of(slots["side2"]), month, day)
    years = range(max(1, published.year - 8), min(9999, published.year + 8) + 1)
    days = [d for d in (_day(y, month, day) for y in years) if d]
    if "weekday" in slots:
        matching = [
            d for d in days
            if d.isoweekday() == slots["weekday"] and abs((d - published).days) < _WEEKDAY_REACH
        ]  # fmt: skip
        days = matching or days
    past = [d for d in days if d < published or (d == published and "side" not in slots)]
    ahead = [d for d in days if d > published or (d == published and "side" not in slots)]
    if "weekday" in slots and not past:
        return ahead[0]
    if "side" not in slots and ahead and (ahead[0] - published).days <= _NEAR_AHEAD:
        return ahead[0]
    if is_ahead(slots, scene):
        return ahead[0] if ahead else None
    return past[-1] if past else None


def _clock(slots: Slots) -> str | None:
    part = slots.get("part", slots.get("part2"))
    return str(part) if part is not None else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_iso(slots: Slots, scene: Scene) -> When | None:
    """A date all in figures."""
    named = {"year": "full_year", "month": "month_number", "day": "day_number"}
    return read_date({name: slots[slot] for name, slot in named.items()}, scene)


def read_days(slots: Slots, scene: Scene) -> When | None:
    """« du 3 au 5 mai »: from a day to a later one of the same month."""
    if int(slots["day"]) >= int(slots["day2"]):
        return None
    last = read_date({**_without(slots, "weekday", "weekday2"), "day": slots["day2"]}, scene)
    if last is None or last.latest is None:
        return last
    first = _day(last.latest.year, last.latest.month, int(slots["day"]))
    return between_days(first, last.latest) if first else None


def _without(slots: Slots, *names: str) -> dict[str, int | str]:
    return {name: value for name, value in slots.items() if name not in names}


def read_night(slots: Slots, scene: Scene) -> When | None:
    """« la nuit de lundi à mardi », « la nuit du 3 au 4 mai »: both its days."""
    if "day2" in slots:
        second = {**slots, "day": slots["day2"], "month": slots["month2"]}
        end = read_date(_without(second, "weekday", "weekday2"), scene)
    else:
        if (int(slots["weekday2"]) - int(slots["weekday"])) % 7 != 1:
            return None
        end = read_weekday({**slots, "weekday": slots["weekday2"]}, scene)
    if end is None or end.latest is None:
        return end and end.at("night")
    return between_days(end.latest - timedelta(days=1), end.latest).at("night")


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
    if "side2" in slots:
        return in_month(now.year + sign_of(slots["side2"]), month)
    if is_ahead(slots, scene):
        later = month < now.month or (month == now.month and "side" in slots)
        return in_month(now.year + later, month)
    earlier = month > now.month or (month == now.month and "side" in slots)
    return in_month(now.year - earlier, month)


def read_weekday(slots: Slots, scene: Scene) -> When | None:
    """The last such day up to publication, or the next one when it is to come."""
    clock = _clock(slots)
    if scene.published is None:
        return unsettled("day").at(clock)
    back = (scene.published.isoweekday() - int(slots["weekday"])) % 7
    offset = 7 - back if is_ahead(slots, scene) else -back
    if back == 0:
        offset = 7 * sign_of(slots["side"]) if "side" in slots else 0
    return on_day(scene.published + timedelta(days=offset)).at(clock)


def read_weekday_night(slots: Slots, scene: Scene) -> When | None:
    """« la nuit de jeudi »: it begins that day and may end on the next."""
    night = read_weekday(slots, scene)
    if night is None or night.latest is None:
        return night and night.at("night")
    return replace(night, latest=night.latest + timedelta(days=1)).at("night")


def read_weekday_number(slots: Slots, scene: Scene) -> When | None:
    """« lundi 12 » with no month: the nearest day of that number and weekday, if it is near."""
    if scene.published is None:
        return None
    near = (scene.published + timedelta(days=d) for n in range(45) for d in (-n, n))
    for day in near:
        if day.day == slots["day"] and day.isoweekday() == slots["weekday"]:
            return on_day(day)
    return None


def read_day_word(slots: Slots, scene: Scene) -> When | None:
    """« hier », « demain soir »."""
    clock = _clock(slots)
    if scene.published is None:
        return unsettled("day").at(clock)
    return on_day(scene.published + timedelta(days=int(slots["day_word"]))).at(clock)


def read_this_part(slots: Slots, scene: Scene) -> When | None:
    """« ce matin »; « cette nuit » is the night that ends on the day of publication, or begins."""
    if scene.published is None:
        return unsettled("time")
    today = on_day(scene.published).at(_clock(slots))
    if slots["part"] != "night":
        return today
    if scene.is_ahead():
        return replace(today, latest=scene.published + timedelta(days=1))
    return replace(today, earliest=scene.published - timedelta(days=1))


def read_last_night(slots: Slots, scene: Scene) -> When | None:
    """« la nuit dernière », « la nuit prochaine »."""
    if scene.published is None:
        return unsettled("time")
    first = scene.published - timedelta(days=0 if slots["side"] == "future" else 1)
    return between_days(first, first + timedelta(days=1)).at("night")


def read_first_hours(_slots: Slots, scene: Scene) -> When | None:
    """« aux premières heures du jour »: the day of publication."""
    if scene.published is None:
        return unsettled("time")
    return on_day(scene.published).at("morning")


def read_feast(slots: Slots, scene: Scene) -> When | None:
    """« à Noël », « le lundi de Pâques 2013 »."""
    feast = str(slots["feast"])
    if not feast.startswith("easter"):
        month, day = feast.split("-")
        return read_date({**slots, "month": int(month), "day": int(day)}, scene)
    if "year" in slots:
        return on_day(_movable(int(slots["year"]), feast))
    if scene.published is None:
        return unsettled("day")
    years = range(scene.published.year - 1, scene.published.year + 2)
    days = [_movable(year, feast) for year in years]
    if is_ahead(slots, scene):
        return on_day(next(d for d in days if d >= scene.published))
    return on_day([d for d in days if d <= scene.published][-1])


def _movable(year: int, feast: str) -> date:
    return easter(year) + timedelta(days=int(feast.removeprefix("easter")))


def read_named_day(slots: Slots, _scene: Scene) -> When | None:
    """A day known by a name."""
    return on_day(date.fromisoformat(str(slots["named_day"])))


def read_next_day(slots: Slots, scene: Scene) -> When | None:
    """« le lendemain », « la veille »: counted from the day last told."""
    if scene.told is None:
        return UNKNOWN
    day = scene.told + timedelta(days=int(slots["relative_day"]))
    return on_day(day).at(_clock(slots))


def read_clock(slots: Slots, _scene: Scene) -> When | None:
    """A time of day, to the minute when told; it wants a day from what is around it."""
    hour = int(next(slots[name] for name in ("hour", "noon", "number") if name in slots))
    if hour > 24:
        return None
    clock = f"{hour:02d}:{int(slots.get('minute', 0)):02d}"
    return When(None, None, None, "time", clock=clock, inherits=True)


def read_part_alone(slots: Slots, _scene: Scene) -> When | None:
    """« à l'aube », « dans la soirée »: a part of a day told elsewhere."""
    return When(None, None, None, "time", clock=_clock(slots), inherits=True)


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
    "date": read_date,
    "day_word": read_day_word,
    "days": read_days,
    "decade": stretches.read_decade,
    "feast": read_feast,
    "first_hours": read_first_hours,
    "half": stretches.read_half,
    "in_length": lengths.read_in_length,
    "iso": read_iso,
    "last_lengths": lengths.read_last_lengths,
    "last_night": read_last_night,
    "length": lengths.read_length,
    "month": read_month,
    "named_day": read_named_day,
    "next_day": read_next_day,
    "next_lengths": lengths.read_next_lengths,
    "night": read_night,
    "numeric": read_iso,
    "part_alone": read_part_alone,
    "present": read_present,
    "quarter": stretches.read_quarter,
    "recurrence": read_vague,
    "relative": lengths.read_relative,
    "season": stretches.read_season,
    "since_length": lengths.read_since_length,
    "this_part": read_this_part,
    "this_unit": stretches.read_this_unit,
    "unit_edge": stretches.read_unit_edge,
    "unit_side": stretches.read_unit_side,
    "vague": read_vague,
    "weekday": read_weekday,
    "weekday_night": read_weekday_night,
    "weekday_number": read_weekday_number,
    "within_length": lengths.read_within_length,
    "year": stretches.read_year,
    "years": stretches.read_years,
}
"""What reads each `op` of a calendar's forms."""
