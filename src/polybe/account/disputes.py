"""Disputes: in which respects the claims of one fact contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from .claims import Claim
from .estimates import counts_contradict
from .facts import ActorRef
from .finding import REASONS, TOLD, Estimate
from .sides import may_share_a_side
from .timing import days_contradict
from .voices import Voices


def disputes_of(
    claims: Sequence[Claim], estimates: Sequence[Estimate], voices: Voices
) -> tuple[str, ...]:
    """The reasons why a fact is disputed, in the order of REASONS; empty when it is not.

    Only the newest word of each voice counts: who admits what he denied disputes it no more.
    """
    newest = [claim for claim in claims if claim.id in voices.newest]
    found = set(_reasons(newest, estimates, voices))
    return tuple(reason for reason in REASONS if reason in found)


def _reasons(
    newest: Sequence[Claim], estimates: Sequence[Estimate], voices: Voices
) -> Iterator[str]:
    told = [claim for claim in newest if claim.status != "denied"]
    part = "holder" if any(claim.kind == "control" for claim in newest) else "authorship"
    if any(claim.status in TOLD for claim in told):
        for claim in newest:
            if claim.status == "denied":
                yield part if denies_own_part(claim) else "denied"
    if _actors_contradict(told, voices):
        yield part
    if any(counts_contradict(estimate, voices) for estimate in estimates):
        yield "count"
    if days_contradict(told):
        yield "time"


def denies_own_part(claim: Claim) -> bool:
    """Whether a denial is of the speaker's own part: « l'armée dément avoir bombardé »."""
    return bool(claim.sources) and claim.sources[-1].key in {actor.key for actor in claim.actors}


def _actors_contradict(told: Sequence[Claim], voices: Voices) -> bool:
    """Whether two voices name actors that cannot be one side."""
    groups: dict[frozenset[str], tuple[tuple[ActorRef, ...], set[tuple[str, str]]]] = {}
    for claim in told:
        if claim.actors:
            key = frozenset(actor.key for actor in claim.actors)
            groups.setdefault(key, (claim.actors, set()))[1].add(voices.keys[claim.id])
    return any(
        len(said_a | said_b) > 1 and not may_share_a_side(a, b)
        for (a, said_a), (b, said_b) in combinations(groups.values(), 2)
    )
