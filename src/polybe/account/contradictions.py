"""Contradictions: the sides of what is disputed, and whose word each side has.

Only the newest word of each voice takes a side: who admits what he denied is of one side alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from .facts import ActorRef
from .finding import Finding, Told, Voice

K = TypeVar("K")

TELLS, DENIES = "tells", "denies"


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it says, and the voices that say it, in the order of knowledge.

    ``stand`` is tells or denies.  What is told is ``actors`` where it is disputed who, ``count``
    (with its ``unit``) where it is disputed how many, ``time`` (EDTF, else words) where it is
    disputed when; all empty where it is disputed whether.
    """

    voices: tuple[Voice, ...]
    stand: str = TELLS
    actors: tuple[ActorRef, ...] = ()
    count: Told | None = None
    unit: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One respect in which sources contradict each other: ``reason`` is of REASONS.

    The side with most voices comes first.  ``sides`` is empty where they cannot be told apart.
    """

    reason: str
    sides: tuple[Side, ...]


def contradictions_of(
    finding: Finding, times: Mapping[str, str] | None = None
) -> tuple[Contradiction, ...]:
    """The contradictions of a finding, in the order of its disputes.

    ``times`` gives the time of the fact as each claim tells it, by claim id: a finding keeps only
    the days on which most agree, so that without it the sides of a dispute about time stay untold.
    """
    return tuple(
        Contradiction(reason, tuple(_sides(reason, finding, times or {})))
        for reason in finding.disputes
    )


def _sides(reason: str, finding: Finding, times: Mapping[str, str]) -> Sequence[Side]:
    newest = [voice for voice in finding.voices if voice.newest]
    told = [voice for voice in newest if voice.status != "denied"]
    if reason == "denied":
        sides = [Side(tuple(told))]
    elif reason == "count":
        return _counts(finding, newest)
    elif reason == "time":
        return _grouped(told, lambda v: times.get(v.claim), lambda v, t: Side(v, time=t))
    else:
        sides = _authors(finding, told)
    if finding.deniers:
        sides = [*sides, Side(finding.deniers, DENIES)]
    return [side for side in sides if side.voices]


def _authors(finding: Finding, told: Iterable[Voice]) -> list[Side]:
    """Those who name the same actors are one side."""
    named: dict[str, list[ActorRef]] = {}
    for row in finding.actors:
        for claim in row.claims:
            named.setdefault(claim, []).append(row.value)
    return _grouped(
        told,
        lambda voice: tuple(named.get(voice.claim, ())) or None,
        lambda voices, actors: Side(voices, actors=actors),
    )


def _counts(finding: Finding, newest: Sequence[Voice]) -> list[Side]:
    """Those who give the same bounds are one side; a part of a count is no count of it."""
    voices = {voice.claim: voice for voice in newest}
    groups: dict[object, tuple[str, Told, list[Voice]]] = {}
    for estimate in finding.estimates:
        for told in estimate.told:
            if told.newest and told.claim in voices:
                key = (estimate.unit, told.low, told.best, told.high)
                groups.setdefault(key, (estimate.unit, told, []))[2].append(voices[told.claim])
    sides = [Side(tuple(some), count=told, unit=unit) for unit, told, some in groups.values()]
    return sorted(sides, key=_most_voices_first)


def _grouped(
    voices: Iterable[Voice],
    key: Callable[[Voice], K | None],
    side: Callable[[tuple[Voice, ...], K], Side],
) -> list[Side]:
    groups: dict[K, list[Voice]] = {}
    for voice in voices:
        if (said := key(voice)) is not None:
            groups.setdefault(said, []).append(voice)
    return sorted((side(tuple(v), k) for k, v in groups.items()), key=_most_voices_first)


def _most_voices_first(side: Side) -> int:
    return -len(side.voices)
