"""Nearness: which clusters a cluster is nearly one fact with, and by which of their tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from .reconciling.comparison import Comparison, compare
from .reconciling.profiles import Profile

NEARLY = -3.0
"""Tellings that score above this, and are not of one cluster, are worth a reviewer's look."""

MOST_NEAR = 9
"""So many near clusters are shown of one, the closest."""


def nearest(
    mine: Sequence[Profile], others: Iterable[tuple[str, Profile]]
) -> list[tuple[str, Comparison]]:
    """The clusters nearest to some tellings of one, each by its closest pair, closest first.

    ``others`` are tellings with the clusters that they are in.
    """
    closest: dict[str, Comparison] = {}
    for cluster, other in others:
        for telling in mine:
            if other.family != telling.family:
                continue
            comparison = compare(telling, other)
            if cluster not in closest or closest[cluster].score < comparison.score:
                closest[cluster] = comparison
    ranked = sorted(closest.items(), key=lambda pair: (-pair[1].score, pair[0]))
    return [(cluster, each) for cluster, each in ranked[:MOST_NEAR] if each.score > NEARLY]


def least_alike(tellings: Iterable[Profile]) -> list[Comparison]:
    """How tellings of one cluster compare, those least alike first."""
    found = [compare(a, b) for a, b in combinations(tellings, 2) if a.family == b.family]
    return sorted(found, key=lambda each: (each.score, each.left, each.right))
