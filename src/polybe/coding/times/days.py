"""Days and their parts: « le 15 mai », « mardi soir », « la nuit de lundi à mardi », « à Noël »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from .scene import Scene, is_ahead, sign_of
from .stretches import read_month
from .told import part_of_day
from .when import When, between_days, easter, nearest, on_day, unsettled

Slots = Mapping[str, int | str]

_NEAR_AHEAD = 7
"""Days after publication in which a date without a year is taken for to come: its other reading
would be a year ago, and news then tells the year."""

_WEEKDAY_REACH = 400
"""Days around publication in which weekday and date must agree."""


def read_date(slots: Slots, scene: Scene) -> When | None:
    """A day of a month, with or without year, weekday, « dernier » and part of day."""
    day, month = int(slots["day"]), int(slots["month"])
    clock = part_of_day(slots)
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
    if "this_year" in slots:
        return _day(published.year, month, day)
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
        month = slots.get("month2", slots.get("month", 0))
        second = {**slots, "day": slots["day2"], "month": month}
        end = read_date(_without(second, "weekday", "weekday2"), scene)
    else:
        if (int(slots["weekday2"]) - int(slots["weekday"])) % 7 != 1:
            return None
        end = read_weekday({**slots, "weekday": slots["weekday2"]}, scene)
    if end is None or end.latest is None:
        return end and end.at("night")
    return between_days(end.latest - timedelta(days=1), end.latest).at("night")


def read_nth_weekday(slots: Slots, scene: Scene) -> When | None:
    """« le premier dimanche de mai », « le dernier vendredi de juin »."""
    month = read_month(slots, scene)
    if month is None or month.earliest is None or month.latest is None:
        return month and unsettled("day")
    lead = (int(slots["weekday"]) - month.earliest.isoweekday()) % 7
    days = range(lead + 1, month.latest.day + 1, 7)
    number = int(slots["nth"])
    return on_day(month.earliest.replace(day=days[number - 1 if number > 0 else number]))


def read_weekday_of_week(slots: Slots, scene: Scene) -> When | None:
    """« lundi de la semaine dernière »."""
    if scene.published is None:
        return unsettled("day")
    monday = scene.published - timedelta(days=scene.published.weekday())
    weeks = sign_of(slots["side"])
    return on_day(monday + timedelta(weeks=weeks, days=int(slots["weekday"]) - 1))


def read_weekday(slots: Slots, scene: Scene) -> When | None:
    """The last such day up to publication, or the next one when it is to come."""
    clock = part_of_day(slots)
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
    clock = part_of_day(slots)
    if scene.published is None:
        return unsettled("day").at(clock)
    return on_day(scene.published + timedelta(days=int(slots["day_word"]))).at(clock)


def read_this_part(slots: Slots, scene: Scene) -> When | None:
    """« ce matin »; « cette nuit » is the night that ends on the day of publication, or begins."""
    if scene.published is None:
        return unsettled("time")
    today = on_day(scene.published).at(part_of_day(slots))
    if slots["part"] != "night":
        return today
    if scene.is_ahead():
        return replace(today, latest=scene.published + timedelta(days=1))
    return replace(today, earliest=scene.published - timedelta(days=1))


def read_last_night(slots: Slots, scene: Scene) -> When | None:
    """« la nuit dernière », « la nuit prochaine »."""
    if scene.published is None:
        return unsettled("time")
    first = scene.published - timedelta(days=0 if slots.get("side") == "future" else 1)
    return between_days(first, first + timedelta(days=1)).at("night")


def read_first_hours(_slots: Slots, scene: Scene) -> When | None:
    """« aux premières heures du jour »: the day of publication."""
    if scene.published is None:
        return unsettled("time")
    return on_day(scene.published).at("morning")


def read_feast(slots: Slots, scene: Scene) -> When | None:
    """« à Noël », « le lundi de Pâques 2013 »."""
    feast = str(slots["feast"])
    if "year" in slots:
        return on_day(_feast_day(int(slots["year"]), feast))
    if scene.published is None:
        return unsettled("day")
    years = range(scene.published.year - 1, scene.published.year + 2)
    days = [_feast_day(year, feast) for year in years]
    if "side" not in slots and scene.sign() is None:
        return nearest([on_day(day) for day in days], scene.published)
    if is_ahead(slots, scene):
        return on_day(next(d for d in days if d >= scene.published))
    return on_day([d for d in days if d <= scene.published][-1])


def _feast_day(year: int, feast: str) -> date:
    if not feast.startswith("easter"):
        return date.fromisoformat(f"{year:04d}-{feast}")
    return easter(year) + timedelta(days=int(feast.removeprefix("easter")))


def read_named_day(slots: Slots, _scene: Scene) -> When | None:
    """A day known by a name."""
    return on_day(date.fromisoformat(str(slots["named_day"])))
