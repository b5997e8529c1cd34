"""Agreement of clusterings: pairwise and B-cubed precision, recall and F1.

B-cubed is that of Bagga and Baldwin (1998): for each item the share of its cluster that belongs
with it, and of those that belong with it the share that its cluster has, averaged over the items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """Precision and recall in 0..1 over ``items`` items (or pairs)."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> ClusterScore:
    """B-cubed of the cluster that each item is found in against the one it belongs to.

    An item that ``found`` lacks stands by itself.  Items that gold lacks do not count.
    """
    clusters = {item: found.get(item, f"\0{item}") for item in gold}
    both = Counter((gold[item], clusters[item]) for item in gold)
    in_gold, in_found = Counter(gold.values()), Counter(clusters.values())
    precision = sum(both[gold[i], clusters[i]] / in_found[clusters[i]] for i in gold)
    recall = sum(both[gold[i], clusters[i]] / in_gold[gold[i]] for i in gold)
    count = len(gold) or 1
    return ClusterScore(precision / count, recall / count, len(gold))


def pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> ClusterScore:
    """Precision and recall of the pairs put together; ``items`` are gold's pairs."""
    clusters = {item: found.get(item, f"\0{item}") for item in gold}
    both = _pairs(Counter((gold[item], clusters[item]) for item in gold))
    right, made = _pairs(Counter(gold.values())), _pairs(Counter(clusters.values()))
    return ClusterScore(both / made if made else 1.0, both / right if right else 1.0, right)


def _pairs(sizes: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())
