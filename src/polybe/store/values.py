"""What every key of a mention and of a report may hold, so that the account can be made of it."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ..messages import Reason
from ..model import ActorMention, FigureMention, Mention, PlaceMention, Report, TimeMention
from ..model.mentions import PLACE_PRECISIONS, TIME_PRECISIONS, UNITS
from ..model.reports import KINDS, STATUSES, TYPES

Check = Callable[[Any], bool]

_MOST = 1e30
"""No figure is larger; beyond, sums are no numbers any more."""

_LONGEST_VERSION = 200
"""Bytes of the version of a codebook, which is indexed."""

_SHOWN = 60
"""So much of a value is told."""


def can_be_kept(text: str) -> bool:
    """Whether every database can hold a text: no NUL, no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def value_faults(owner: Mention | Report) -> Iterator[Reason]:
    """The keys of a mention or a report that hold what they cannot."""
    for key, check in _CHECKS[type(owner)].items():
        value = getattr(owner, key)
        if not check(value):
            yield Reason("unsound.value", id=owner.id, key=key, value=_told(value))
    if isinstance(owner, Report) and not _has_type(owner):
        yield Reason("unsound.value", id=owner.id, key="type", value=_told(owner.type))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and can_be_kept(value)


def _are_texts(value: Any) -> bool:
    return all(_is_text(each) for each in value)


def _is_day(value: Any) -> bool:
    """An ISO day as days are compared: ten characters."""
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def _is_count(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= _MOST


def _is_number(value: Any) -> bool:
    # An integer may be too large for a float, but then it has an end as well.
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def _is_geonames(value: Any) -> bool:
    return isinstance(value, int) and 0 <= value <= _MOST


def _within(most: int) -> Check:
    return lambda value: _is_number(value) and -most <= value <= most


def _one_of(*values: str) -> Check:
    return lambda value: isinstance(value, str) and value in values


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _has_type(report: Report) -> bool:
    """Whether a type is one of its kind; those of events are the codebook's."""
    if not isinstance(report.kind, str) or not isinstance(report.type, str):
        return True  # told already
    return report.type in TYPES.get(report.kind, (report.type,))


_text = _or_none(_is_text)
_count = _or_none(_is_count)
_day = _or_none(_is_day)

_CHECKS: Mapping[type, Mapping[str, Check]] = {
    ActorMention: dict.fromkeys(("name", "actor", "country", "sector", "antecedent"), _text),
    PlaceMention: {
        "name": _text,
        "geonames": _or_none(_is_geonames),
        "latitude": _or_none(_within(90)),
        "longitude": _or_none(_within(180)),
        "country": _text,
        "admin1": _text,
        "precision": _or_none(_one_of(*PLACE_PRECISIONS)),
    },
    TimeMention: {
        "value": _text,
        "earliest": _day,
        "latest": _day,
        "precision": _or_none(_one_of(*TIME_PRECISIONS)),
    },
    FigureMention: {
        "low": _count,
        "best": _count,
        "high": _count,
        "unit": _one_of(*UNITS),
        "of": _text,
    },
    Report: {
        "kind": _one_of(*KINDS),
        "type": _is_text,
        "mode": _text,
        "status": _one_of(*STATUSES),
        "contexts": _are_texts,
        "rule": _is_text,
        "codebook": lambda value: _is_text(value) and len(value.encode()) <= _LONGEST_VERSION,
    },
}


def _told(value: Any) -> str:
    try:
        words = json.dumps(value, ensure_ascii=False, default=str)
    except (RecursionError, ValueError):  # deep, or a number of more digits than Python writes
        words = type(value).__name__
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
