"""Clustering: scored pairs to sets of claims that tell one fact.

Average linkage: the two sets whose pairs score highest on average are put together first, as long
as that average is above a least and nothing between them is ruled out.  The result is a
function of the set of claims: the order in which they came plays no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import combinations

from ..constraints import NONE, Constraints
from .points import VETO

CONFLICT = -6.0
"""One pair that scores no more than this keeps two sets apart."""

Score = Callable[[str, str], float]


def cluster(
    ids: Iterable[str], score: Score, least: float, constraints: Constraints = NONE
) -> list[frozenset[str]]:
    """The clusters of some claims, in the order of their smallest ids.

    Sets are put together while their pairs score above ``least`` on average.  ``score`` gives the
    score of two ids, the smaller one first, and VETO where they cannot be one fact.  What
    ``constraints`` put together stays together whatever the scores say, and what they keep apart
    stays apart.
    """
    groups = _begin(sorted(set(ids)), constraints)
    table = _Linkage(groups, score, least, constraints)
    while (best := table.best()) is not None:
        table.merge(*best)
    return sorted((frozenset(group) for group in table.groups.values()), key=min)


def components(ids: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The ids in sets between which no link runs, each sorted, in the order of the smallest."""
    leader = {each: each for each in ids}

    def find(each: str) -> str:
        while leader[each] != each:
            leader[each] = leader[leader[each]]
            each = leader[each]
        return each

    for a, b in links:
        first, second = sorted((find(a), find(b)))
        leader[second] = first
    groups: dict[str, list[str]] = {}
    for each in sorted(leader):
        groups.setdefault(find(each), []).append(each)
    return list(groups.values())


def _begin(ids: Sequence[str], constraints: Constraints) -> list[list[str]]:
    """Every id by itself, but for those that belong together by decision."""
    here = set(ids)
    leader = {each: each for each in ids}
    for together in constraints.together:
        members = sorted(together & here)
        leaders = {leader[member] for member in members}
        for each in ids:
            if leader[each] in leaders:
                leader[each] = min(leaders)
    groups: dict[str, list[str]] = {}
    for each in ids:
        groups.setdefault(leader[each], []).append(each)
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class _Link:
    """The scores of the pairs between two groups: sum, number, and the worst."""

    total: float
    pairs: int
    worst: float

    @property
    def score(self) -> float:
        return self.total / self.pairs

    def with_(self, other: _Link) -> _Link:
        return _Link(
            self.total + other.total, self.pairs + other.pairs, min(self.worst, other.worst)
        )


class _Linkage:
    """The groups so far, and the links between any two of them that are not ruled out.

    ``_queue`` holds what may be put together, the best first; an entry counts only while its link
    is still the one between its two groups.
    """

    def __init__(
        self, groups: Sequence[list[str]], score: Score, least: float, constraints: Constraints
    ) -> None:
        self.groups = dict(enumerate(groups))
        self._least = least
        self._links: dict[int, dict[int, _Link]] = {n: {} for n in self.groups}
        self._queue: list[tuple[float, int, int]] = []
        for a, b in combinations(self.groups, 2):
            self._put(a, b, _between(self.groups[a], self.groups[b], score, constraints))

    def _put(self, a: int, b: int, link: _Link) -> None:
        if link.worst <= CONFLICT:
            self._links[a].pop(b, None)
            self._links[b].pop(a, None)
            return
        self._links[a][b] = self._links[b][a] = link
        if link.score > self._least:
            heappush(self._queue, (-link.score, min(a, b), max(a, b)))

    def best(self) -> tuple[int, int] | None:
        """The two groups to put together next; None when there are none."""
        while self._queue:
            score, a, b = heappop(self._queue)
            link = self._links.get(a, {}).get(b)
            if link is not None and link.score == -score:
                return a, b
        return None

    def merge(self, a: int, b: int) -> None:
        """Put the second group into the first; what is ruled out for one is so for both."""
        self.groups[a] += self.groups.pop(b)
        mine, gone = self._links[a], self._links.pop(b)
        for other in {*mine, *gone} - {a, b}:
            self._links[other].pop(b, None)
            if other in mine and other in gone:
                self._put(a, other, mine[other].with_(gone[other]))
            else:
                mine.pop(other, None)
                self._links[other].pop(a, None)
        mine.pop(b, None)


def _between(
    left: Sequence[str], right: Sequence[str], score: Score, constraints: Constraints
) -> _Link:
    """The link of two groups; ruled out where a reviewer has put them apart.

    A group that is put together by decision is one fact, however unlike its members are told: what
    is like one of them is like it.
    """
    if _apart(left, right, constraints):
        return _Link(VETO, 1, VETO)
    best = max(score(min(a, b), max(a, b)) for a in left for b in right)
    return _Link(best, 1, best)


def _apart(left: Sequence[str], right: Sequence[str], constraints: Constraints) -> bool:
    for one, other in constraints.apart:
        for first, second in ((one, other), (other, one)):
            if not first.isdisjoint(left) and not second.isdisjoint(right):
                return True
    return False
