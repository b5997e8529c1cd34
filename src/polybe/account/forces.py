"""Forces: whose troops stand where, how many, and what came or left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facts import ActorRef, PlaceRef
from .finding import Estimate, Finding


@dataclass(frozen=True, slots=True)
class Change:
    """A reinforcement (``sign`` +1) or withdrawal (-1); ``day`` None where not told."""

    sign: int
    day: str | None
    estimates: tuple[Estimate, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Force:
    """The force of an actor in a place, None where no place is told.

    ``level`` is the newest level told (one estimate a unit), empty when none is; ``since`` the day
    it is told of.  ``changes`` are all up to the day asked for, the oldest first, and ``after``
    those that came since the level was told; they are never added to it.
    """

    actor: ActorRef
    place: PlaceRef | None
    level: tuple[Estimate, ...]
    since: str | None
    gone: bool
    disputed: bool
    changes: tuple[Change, ...]
    after: tuple[Change, ...]
    findings: tuple[Finding, ...]


def forces_at(findings: Iterable[Finding], on: str) -> tuple[Force, ...]:
    """The forces told of days up to ``on``, by place and actor; findings as known on one day."""
    raise NotImplementedError
