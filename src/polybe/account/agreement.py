"""Agreement between reviewers: Krippendorff's alpha by field.

Alpha (Krippendorff, Content Analysis, 2004, ch. 11) is 1 where all agree, 0 where they agree as
chance would have it, below 0 where they agree less than that.  Values are nominal: equal or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .opinions import FIELDS, Opinion

_Unit = Mapping[str, str]
"""The value that each reviewer gives it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree in one field.

    ``units`` is the number of claims (of pairs of claims, for « merge ») on which two reviewers or
    more have given their word, ``reviewers`` the number of these.  ``alpha`` is None where there is
    no such unit, and where they have used one value only: then nothing tells agreement from habit.
    """

    field: str
    alpha: float | None
    units: int
    reviewers: int


def agreement_of(opinions: Iterable[Opinion]) -> list[Agreement]:
    """The agreement in every field of FIELDS, in their order."""
    fields: dict[str, dict[tuple[str, ...], dict[str, str]]] = {name: {} for name in FIELDS}
    for opinion in opinions:
        fields[opinion.field].setdefault(opinion.unit, {})[opinion.who] = opinion.value
    return [_agreement(name, units.values()) for name, units in fields.items()]


def _agreement(field: str, units: Iterable[_Unit]) -> Agreement:
    shared = [unit for unit in units if len(unit) > 1]
    reviewers = {who for unit in shared for who in unit}
    return Agreement(field, _alpha(shared), len(shared), len(reviewers))


def _alpha(units: list[_Unit]) -> float | None:
    values = sorted({value for unit in units for value in unit.values()})
    if len(values) < 2:
        return None
    import krippendorff  # numpy is slow to load, and few ask for this

    counts = [[list(unit.values()).count(value) for value in values] for unit in units]
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
