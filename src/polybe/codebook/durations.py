"""Lengths of time in ISO 8601, by the units that a calendar's words stand for."""

from __future__ import annotations

_CODES = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "half hour": "PT{}M",
    "half day": "PT{}H", "day": "P{}D", "week": "P{}W", "weekend": "P{}WE", "month": "P{}M",
    "quarter": "P{}M", "half": "P{}M", "year": "P{}Y", "decade": "P{}Y", "century": "P{}Y",
    "half century": "P{}Y",
}  # fmt: skip
_FACTORS = {
    "half hour": 30, "half day": 12, "quarter": 3, "half": 6, "decade": 10, "century": 100,
    "half century": 50,
}  # fmt: skip


def iso_duration(unit: str, number: float | None) -> str | None:
    """So many of a unit (`year`, `half hour`): `P6Y`, `PT30M`; `PXY` where the number is not told.

    None when there is no such unit.
    """
    if unit not in _CODES:
        return None
    told = "X" if number is None else f"{number * _FACTORS.get(unit, 1):g}"
    return _CODES[unit].format(told)
