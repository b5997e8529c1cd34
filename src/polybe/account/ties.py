"""Ties: who stands with whom and against whom, as told of days up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .facts import ActorRef
from .finding import Finding

WITH, AGAINST = "with", "against"


@dataclass(frozen=True, slots=True)
class Bond:
    """One dated fact between two actors: ``sign`` +1 with, -1 against.

    ``ground`` is what it is read from: relation, material or verbal (the weight of the act, by the
    quad category of its type).  ``day`` is None where no day is told.
    """

    actor: ActorRef
    recipient: ActorRef
    sign: int
    ground: str
    day: str | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Stance:
    """How two actors stand: ``stance`` with or against, by the newest bond of the gravest ground.

    ``contradicted`` tells that bonds of both signs lie in the last days before the newest.
    ``bonds`` are all of them, the newest first.
    """

    actor: ActorRef
    other: ActorRef
    stance: str
    since: str | None
    contradicted: bool
    bonds: tuple[Bond, ...]


def ties_at(findings: Iterable[Finding], on: str, quads: Mapping[str, str]) -> tuple[Stance, ...]:
    """How every two actors stand on ``on``, who deal with each other most coming first.

    ``quads`` gives the quad category of every event type (« material conflict » …).
    """
    raise NotImplementedError
