"""The tables of `calendar.toml`, and what its forms may call for."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from .packs import Entry

Slot = int | str

KINDS = frozenset("date clock term duration length relative vague set rate reference age".split())

OPS: Mapping[str, frozenset[str]] = {
    op: frozenset(slots.split())
    for op, slots in {
        "age": "", "ago": "", "century": "", "clock": "", "coming_length": "number unit",
        "date": "day month",
        "day_word": "day_word", "days": "day day2 month", "decade": "", "feast": "feast",
        "first_hours": "", "for_length": "number unit", "fortnight": "fortnight month",
        "half": "ordinal", "in_length": "",
        "iso": "full_year month_number day_number", "last_lengths": "unit",
        "last_night": "", "later": "unit relation", "length": "",
        "length_ahead": "number unit", "month": "month",
        "months": "month month2",
        "named_day": "named_day", "next_day": "relative_day", "next_lengths": "unit",
        "night": "", "nth_weekday": "nth weekday month",
        "numeric": "full_year month_number day_number", "part_alone": "",
        "past_unit": "unit", "present": "", "quarter": "ordinal",
        "recurrence": "", "relative": "", "season": "season",
        "since_length": "", "since_then": "", "that_part": "", "this_part": "part",
        "this_unit": "unit", "unit_beside": "unit", "unit_edge": "edge unit",
        "unit_side": "unit", "vague": "", "weekday": "weekday",
        "weekday_beside": "weekday beside", "weekday_night": "weekday",
        "weekday_number": "weekday day", "weekday_of_week": "weekday side", "within_length": "",
        "year": "", "years": "year",
    }.items()
}  # fmt: skip
"""What reads a form, and the slots without which it cannot."""


class FormEntry(Entry):
    """One `[[form]]`: ways of saying it, and the arithmetic (`op`) that reads them."""

    op: str
    kind: str
    forms: list[str]
    after: str | None = None
    not_after: str | None = None
    not_before: str | None = None
    lower: bool = False


class DirectionEntry(Entry):
    """Signs that a date without a year is to come, or past."""

    future: list[str]
    not_future: list[str]
    past: list[str]


class ScanEntry(Entry):
    """Words beside those of the slots, and figures, near which a time may stand."""

    words: list[str]
    figures: list[str]


class FiguresEntry(Entry):
    """How days of a month and numbers stand in figures."""

    day: str
    number: str
    thousands: str


class PrefixesEntry(Entry):
    """Words before and between dates."""

    since: list[str]
    until: list[str]
    after: list[str]
    between: list[str]
    from_: list[str] = Field(alias="from")
    articles: list[str]
    own_articles: list[str]
    to: list[str]
    and_: list[str] = Field(alias="and")
    edge_joints: list[str]


class CalendarFile(Entry):
    """`calendar.toml`."""

    language: str
    capitalised: list[str]
    figures: FiguresEntry
    capitals: dict[str, str]
    slots: dict[str, dict[str, Slot]]
    scan: ScanEntry
    direction: DirectionEntry
    prefixes: PrefixesEntry
    form: list[FormEntry]
