"""Control: who holds which place on a day, and who held it before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facts import PlaceRef
from .finding import Finding
from .spells import CONTESTED, HELD, UNKNOWN, Spell, spells_of

__all__ = ["CONTESTED", "HELD", "UNKNOWN", "Ground", "Spell", "grounds_at", "spells_of"]


@dataclass(frozen=True, slots=True)
class Ground:
    """A place with its spells, the oldest first, and the one that runs on the day asked for.

    Places that lie in one another stay places of their own: a quarter lost is not a town lost.
    """

    place: PlaceRef
    now: Spell
    spells: tuple[Spell, ...]


def grounds_at(findings: Iterable[Finding], on: str) -> tuple[Ground, ...]:
    """Who holds each place on an ISO day, by name of place; places with no spell yet are left out.

    The findings are those known on one day; what began after ``on`` is left out.  A denial with no
    day of its own is of what came before it, and counts whenever it was told.
    """
    places: dict[object, PlaceRef] = {}
    told: dict[object, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.cluster):
        if finding.kind == "control" and (finding.since <= on or _is_undated_denial(finding)):
            for row in finding.places:
                places.setdefault(row.value.key, row.value)
                told.setdefault(row.value.key, []).append(finding)
    grounds = [_ground(place, told[key]) for key, place in places.items()]
    return tuple(sorted((g for g in grounds if g), key=lambda g: (g.place.name, repr(g.place))))


def _is_undated_denial(finding: Finding) -> bool:
    return finding.status == "denied" and finding.day is None


def _ground(place: PlaceRef, findings: Iterable[Finding]) -> Ground | None:
    spells = spells_of(findings)
    return Ground(place, spells[-1], spells) if spells else None
