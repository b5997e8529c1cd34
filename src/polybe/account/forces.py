"""Forces: whose troops stand where, how many, and what came or left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .facts import ActorRef, PlaceRef
from .finding import TOLD, Estimate, Finding

_COUNTED = ("persons", "vehicles", "weapons", "other")
_SIGNS = {"REINFORCED": 1, "WITHDRAWN": -1}


@dataclass(frozen=True, slots=True)
class Change:
    """A reinforcement (``sign`` +1) or a withdrawal (-1), with what is counted of it.

    ``day`` is None where none is told.
    """

    sign: int
    day: str | None
    estimates: tuple[Estimate, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Force:
    """The force of an actor in a place, ``place`` None where none is told.

    ``level`` is the strength told last, one estimate a unit, empty when none is told; ``since`` the
    day of which it is told, else that of its first telling, None when there is no level.
    ``changes`` are all up to the day asked for, the oldest first, and ``after`` those since the
    level was told: they are never added to it, since nobody told that sum.
    """

    actor: ActorRef
    place: PlaceRef | None
    level: tuple[Estimate, ...]
    since: str | None
    disputed: bool
    changes: tuple[Change, ...]
    after: tuple[Change, ...]
    findings: tuple[Finding, ...]


def forces_at(findings: Iterable[Finding], on: str) -> tuple[Force, ...]:
    """The forces told of days up to ``on``, by place and actor; findings as known on one day.

    Denied and expected ones are left out; a force told of several places stands at each.
    """
    groups: dict[object, tuple[ActorRef, PlaceRef | None, list[Finding]]] = {}
    told = [f for f in findings if f.kind == "force" and f.status in TOLD and f.since <= on]
    for finding in sorted(told, key=lambda f: (f.since, f.told_from, f.cluster)):
        for actor in (row.value for row in finding.actors):
            for place in _places(finding):
                key = (actor.key, place.key if place else None)
                groups.setdefault(key, (actor, place, []))[2].append(finding)
    forces = [_force(actor, place, some) for actor, place, some in groups.values()]
    return tuple(sorted(forces, key=_by_place))


def _places(finding: Finding) -> list[PlaceRef | None]:
    return [row.value for row in finding.places] or [None]


def _force(actor: ActorRef, place: PlaceRef | None, findings: Sequence[Finding]) -> Force:
    """The force from its findings in the order of days."""
    level = next((f for f in reversed(findings) if f.type == "PRESENT"), None)
    changes = [_change(f) for f in findings if f.type in _SIGNS]
    return Force(
        actor=actor,
        place=place,
        level=_counts(level) if level else (),
        since=level.since if level else None,
        disputed=any(f.disputed for f in findings),
        changes=tuple(changes),
        after=tuple(c for c in changes if level is None or c.finding.since > level.since),
        findings=tuple(findings),
    )


def _change(finding: Finding) -> Change:
    return Change(_SIGNS[finding.type], finding.day, _counts(finding), finding)


def _counts(finding: Finding) -> tuple[Estimate, ...]:
    return tuple(estimate for estimate in finding.estimates if estimate.unit in _COUNTED)


def _by_place(force: Force) -> tuple[bool, str, str, str]:
    place = force.place
    return (place is None, place.name if place else "", force.actor.name, force.actor.key)
