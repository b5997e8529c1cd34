"""The sections of an account, each made of facts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .facts import ActorRef, Fact, PlaceRef

_TIMELINE_KINDS = frozenset({"event", "control", "force", "toll"})
_CHANGES = frozenset({"GAINS", "LOSES", "CONTESTS", "REINFORCED", "WITHDRAWN"})
_DEMANDS = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_TOLL_ORDER = ("KILLED", "WOUNDED", "MISSING", "CAPTIVE", "DISPLACED", "AFFECTED")


@dataclass(frozen=True, slots=True)
class StandOf:
    """A place, and what is said of who holds, takes or loses it."""

    place: PlaceRef | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Tolls:
    """The tolls told of a place, by category; None where no place is told."""

    place: PlaceRef | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who speaks, with his statements; None where the speaker is not told."""

    actor: ActorRef | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one actor is told to deal with another, by code of what he does."""

    actor: ActorRef
    recipient: ActorRef
    codes: tuple[tuple[str, int], ...]
    facts: tuple[Fact, ...]


def control_by_place(facts: Iterable[Fact]) -> tuple[StandOf, ...]:
    """Control facts under each place they are told of; those with no place come last."""
    kept = [fact for fact in facts if fact.kind == "control"]
    return tuple(StandOf(place, tuple(found)) for place, found in _by_place(kept))


def tolls_by_place(facts: Iterable[Fact]) -> tuple[Tolls, ...]:
    """Tolls under each place they are told of, the gravest category first."""
    kept = [fact for fact in facts if fact.kind == "toll"]
    return tuple(
        Tolls(place, tuple(sorted(found, key=_gravity))) for place, found in _by_place(kept)
    )


def dated(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """What happened at a time that is settled, the earliest first."""
    kept = [fact for fact in facts if _belongs_to_timeline(fact) and fact.time and fact.time.day]
    return tuple(sorted(kept, key=lambda fact: (fact.time.day, fact.time.latest or "")))  # type: ignore[union-attr]


def undated(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Events at no settled time, in the order of the texts: no date is made up for them."""
    return tuple(
        fact for fact in facts if fact.kind == "event" and not (fact.time and fact.time.day)
    )


def forces(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Strength on the ground."""
    return tuple(fact for fact in facts if fact.kind == "force")


def statements_by_speaker(facts: Iterable[Fact]) -> tuple[Speaker, ...]:
    """Statements under their first speaker, who speaks most coming first."""
    groups: dict[str, tuple[ActorRef | None, list[Fact]]] = {}
    for fact in facts:
        if fact.kind == "statement":
            actor = fact.actors[0] if fact.actors else None
            groups.setdefault(actor.key if actor else "", (actor, []))[1].append(fact)
    speakers = [Speaker(actor, tuple(found)) for actor, found in groups.values()]
    return tuple(sorted(speakers, key=lambda s: (s.actor is None, -len(s.facts))))


def relations(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """How actors stand to each other, as told in so many words."""
    return tuple(fact for fact in facts if fact.kind == "relation")


def demands(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """What is asked, refused, threatened, promised and conceded."""
    return tuple(fact for fact in facts if fact.kind == "event" and fact.type in _DEMANDS)


def ties(facts: Iterable[Fact]) -> tuple[Tie, ...]:
    """Who deals with whom in the events and relations told, the most frequent first.

    Both sides of a mutual act stand as actors and make a tie like any other.
    """
    groups: dict[tuple[str, str], list[tuple[ActorRef, ActorRef, Fact]]] = {}
    for fact in facts:
        if fact.kind in {"event", "relation"}:
            for actor, recipient in _pairs(fact):
                found = groups.setdefault((actor.key, recipient.key), [])
                found.append((actor, recipient, fact))
    made = [
        Tie(
            found[0][0],
            found[0][1],
            tuple(Counter(fact.type for _, _, fact in found).most_common()),
            tuple(fact for _, _, fact in found),
        )
        for found in groups.values()
    ]
    return tuple(sorted(made, key=lambda tie: -len(tie.facts)))


def _pairs(fact: Fact) -> list[tuple[ActorRef, ActorRef]]:
    if fact.recipients:
        return [(a, b) for a in fact.actors for b in fact.recipients if a.key != b.key]
    return [(a, b) for i, a in enumerate(fact.actors) for b in fact.actors[i + 1 :]]


def _by_place(facts: Iterable[Fact]) -> list[tuple[PlaceRef | None, list[Fact]]]:
    groups: dict[object, tuple[PlaceRef | None, list[Fact]]] = {}
    for fact in facts:
        for place in fact.places or (None,):
            key = place.key if place else None
            groups.setdefault(key, (place, []))[1].append(fact)
    return sorted(groups.values(), key=lambda group: group[0] is None)


def _gravity(fact: Fact) -> int:
    return _TOLL_ORDER.index(fact.type) if fact.type in _TOLL_ORDER else len(_TOLL_ORDER)


def _belongs_to_timeline(fact: Fact) -> bool:
    """States (who holds, who is present) have no place on a line of time; changes have."""
    if fact.kind not in _TIMELINE_KINDS:
        return False
    return fact.kind in {"event", "toll"} or fact.type in _CHANGES
