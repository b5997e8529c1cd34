"""Voices: who tells a fact in which claim, and what several of them are worth together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from .claims import Claim
from .finding import Backed, Voice
from .ratings import Ratings, weight

T = TypeVar("T")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of some claims by claim id, with the key and the root of each (see Voice).

    ``older`` are the same, marked as said before something newer.
    ``newest`` are the ids of those claims after which their voice has said nothing more.
    """

    told: Mapping[str, Voice]
    older: Mapping[str, Voice]
    keys: Mapping[str, Key]
    roots: Mapping[str, Key]
    newest: frozenset[str] = frozenset()

    def among(self, claims: Sequence[Claim]) -> Voices:
        """The same, with the newest words told among these claims alone."""
        last: dict[Key, str] = {}
        for claim in claims:
            key = self.keys[claim.id]
            last[key] = max(last.get(key, ""), claim.known)
        newest = frozenset(c.id for c in claims if last[self.keys[c.id]] == c.known)
        return Voices(self.told, self.older, self.keys, self.roots, newest)

    def of(self, claim: Claim) -> Voice:
        """The voice of a claim, marked when a newer word stands in its place."""
        return (self.told if claim.id in self.newest else self.older)[claim.id]

    def worth(self, claims: Iterable[str]) -> float:
        """What claims are worth together: each root once, by its best weight."""
        best: dict[Key, float] = {}
        told, roots = self.told, self.roots
        for claim in claims:
            root, worth = roots[claim], told[claim].weight
            if worth > best.get(root, 0.0):
                best[root] = worth
        # Sorted, since a sum of floats depends on its order.
        return round(sum(sorted(best.values())), 9)


def voices_of(claims: Iterable[Claim], ratings: Ratings) -> Voices:
    """The voices of claims, none of them told to be the newest yet."""
    told = {claim.id: _voice(claim, weight(claim, ratings)) for claim in claims}
    return Voices(
        told,
        {claim: replace(voice, newest=False) for claim, voice in told.items()},
        {claim: voice.key for claim, voice in told.items()},
        {claim: voice.root for claim, voice in told.items()},
    )


def _voice(claim: Claim, worth: float) -> Voice:
    return Voice(
        claim=claim.id,
        outlet=claim.outlet,
        speaker=replace(claim.sources[-1], mention="") if claim.sources else None,
        known=claim.known,
        status=claim.status,
        weight=worth,
        origin=claim.origin or claim.document,
    )


def origins(voices: Iterable[Voice]) -> int:
    """How many independent texts tell it: copies of one dispatch are one."""
    return len({voice.origin for voice in voices})


def witnesses(voices: Iterable[Voice]) -> int:
    """On how many words it rests: each speaker's, and that of each text that names no speaker.

    What a text tells both on somebody's word and on its own (in its title, most often) rests on
    that word alone.
    """
    told = list(voices)
    citing = {voice.origin for voice in told if voice.speaker}
    speakers = {voice.speaker.key for voice in told if voice.speaker}
    return len(speakers) + len({voice.origin for voice in told} - citing)


def backed(
    claims: Sequence[Claim],
    voices: Voices,
    values: Callable[[Claim], Iterable[T]],
    key: Callable[[T], Hashable],
) -> tuple[Backed[T], ...]:
    """The values that claims give, the weightiest first, each with the claims that give it.

    ``claims`` come sorted; of values with one key the first stands for all.
    """
    found: dict[Hashable, T] = {}
    givers: dict[Hashable, set[str]] = {}
    for claim in claims:
        for value in values(claim):
            same = key(value)
            if same not in found:
                found[same] = value
                givers[same] = set()
            givers[same].add(claim.id)
    rows = [
        Backed(value, voices.worth(givers[same]), tuple(sorted(givers[same])))
        for same, value in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.weight, row.claims)))
