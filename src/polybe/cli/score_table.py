"""A score as lines and as JSON: the same for a user and for the accuracy gate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..scoring import PlacesScore, RecordsScore, Score, TimesScore

    AnyScore: TypeAlias = Score | TimesScore | RecordsScore | PlacesScore


def table(result: AnyScore) -> Iterator[str]:
    """A line for every row for which gold or system has something."""
    for name, a in result.agreements.items():
        if a.gold or a.system:
            yield f"{name:28s}  P {a.precision:.3f}  R {a.recall:.3f}  F1 {a.f1:.3f}  ({a.gold})"
    for name, rate in result.rates.items():
        if rate.compared:
            yield f"{name:28s}    {rate.share:.3f}  ({rate.compared})"
    for name, amount in _amounts(result).items():
        yield f"{name:28s}    {amount:.1f}"


def figures(result: AnyScore) -> dict[str, dict[str, float | int]]:
    """Every row by its name, also those for which there is nothing."""
    rows: dict[str, dict[str, float | int]] = {}
    for name, a in result.agreements.items():
        values = {"precision": a.precision, "recall": a.recall, "f1": a.f1}
        rows[name] = {**{k: round(v, 4) for k, v in values.items()}, "gold": a.gold}
    for name, rate in result.rates.items():
        rows[name] = {"share": round(rate.share, 4), "compared": rate.compared}
    for name, amount in _amounts(result).items():
        rows[name] = {"amount": round(amount, 4)}
    return rows


def _amounts(result: AnyScore) -> dict[str, float]:
    """What a score tells that is no share: distances."""
    return getattr(result, "amounts", {})
