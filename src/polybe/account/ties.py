"""Ties: who stands with whom and against whom, as told of days up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from .facts import ActorRef
from .finding import TOLD, Finding

WITH, AGAINST = "with", "against"

CONTRADICTION_DAYS = 30
"""Bonds of both signs within so many days before the newest contradict each other."""

_RELATIONS = {"ALLIED": 1, "SUPPORTS": 1, "MEMBER": 1, "LEADS": 1, "RIVAL": -1}
_GROUNDS = ("relation", "material", "verbal")
"""The gravest first: what is told in so many words, what is done, what is only said."""


@dataclass(frozen=True, slots=True)
class Bond:
    """One fact between two actors: ``sign`` +1 with, -1 against.

    ``ground`` is what it is read from: relation, or an event that is material or verbal by the quad
    category of its type.  ``day`` is None where no day is told.
    """

    actor: ActorRef
    recipient: ActorRef
    sign: int
    ground: str
    day: str | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Stance:
    """How two actors stand: ``stance`` with or against, by the newest bond, of equals the gravest.

    ``since`` is the day told for the first bond of the row of bonds of that sign that the newest
    ends, None where none is told.  ``contradicted`` tells that bonds of both signs lie in the days
    before the newest, or that one of these is disputed.  ``bonds`` are all, the newest first.
    """

    actor: ActorRef
    other: ActorRef
    stance: str
    since: str | None
    contradicted: bool
    bonds: tuple[Bond, ...]


def ties_at(findings: Iterable[Finding], on: str, quads: Mapping[str, str]) -> tuple[Stance, ...]:
    """How every two actors stand on ``on``, those with most bonds first.

    ``quads`` gives the quad category of every event type (« material conflict » …); events of types
    that it lacks, denied and expected facts are left out.  Findings as known on one day.
    """
    pairs: dict[tuple[str, str], list[Bond]] = {}
    told = [f for f in findings if f.status in TOLD and f.since <= on]
    for finding in sorted(told, key=lambda f: f.cluster):
        for bond in _bonds(finding, quads):
            first, second = sorted((bond.actor.key, bond.recipient.key))
            pairs.setdefault((first, second), []).append(bond)
    stances = [_stance(bonds) for bonds in pairs.values()]
    return tuple(sorted(stances, key=lambda s: (-len(s.bonds), s.actor.key, s.other.key)))


def _bonds(finding: Finding, quads: Mapping[str, str]) -> Iterator[Bond]:
    """The bonds of a finding: none, or one for every actor and recipient, or pair of actors."""
    if (meaning := _meaning(finding, quads)) is None:
        return
    sign, ground = meaning
    actors = [row.value for row in finding.actors]
    recipients = [row.value for row in finding.recipients]
    pairs = [(a, b) for a in actors for b in recipients]
    if not recipients and (sign > 0 or _is_fight(finding)):
        pairs = list(combinations(actors, 2))
    for actor, recipient in pairs:
        if actor.key != recipient.key:
            yield Bond(actor, recipient, sign, ground, finding.day, finding)


def _is_fight(finding: Finding) -> bool:
    """Whether the actors fight each other: those who accuse or bomb together are no foes."""
    return finding.type == "ASSAULT" and finding.mode in (None, "firearms", "heavy-weapons")


def _meaning(finding: Finding, quads: Mapping[str, str]) -> tuple[int, str] | None:
    if finding.kind == "relation":
        return _RELATIONS[finding.type], "relation"
    if finding.kind != "event" or finding.type not in quads:
        return None
    ground, _, side = quads[finding.type].partition(" ")
    return (1 if side == "cooperation" else -1), ground


def _stance(bonds: Sequence[Bond]) -> Stance:
    """The stance of two actors from all their bonds."""
    row = sorted(bonds, key=_newest_first)
    newest = row[0]
    start = _days_before(newest.finding.since, CONTRADICTION_DAYS)
    recent = [bond for bond in row if bond.finding.since >= start]
    return Stance(
        actor=newest.actor,
        other=newest.recipient,
        stance=WITH if newest.sign > 0 else AGAINST,
        since=_since(row),
        contradicted=len({bond.sign for bond in recent}) > 1
        or any(bond.finding.disputed for bond in recent),
        bonds=tuple(row),
    )


def _newest_first(bond: Bond) -> tuple[int, int, str]:
    day = date.fromisoformat(bond.finding.since).toordinal()
    return (-day, _GROUNDS.index(bond.ground), bond.finding.cluster)


def _since(row: Sequence[Bond]) -> str | None:
    """The first day told in the unbroken row of bonds of the newest's sign."""
    days = []
    for bond in row:
        if bond.sign != row[0].sign:
            break
        days.append(bond.day)
    return min((day for day in days if day), default=None)


def _days_before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days)).isoformat()
