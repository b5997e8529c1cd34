"""What reviewers have decided of which reports tell one fact, in the form clustering needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Apart = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Sets of claim ids that belong together, and pairs of sets that do not.

    Sets of ``together`` share no claim.  Of ``apart`` no claim of a pair's first set may share a
    cluster with one of its second.  The two never contradict each other: the decision made last
    has already won.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[Apart, ...] = ()

    def merged(self, claims: Iterable[str]) -> Constraints:
        """The same with some claims put together, and with them all that each belongs with.

        Of what was apart, whatever lies inside that set no longer is.
        """
        wanted = frozenset(claims)
        if len(wanted) < 2:
            return self
        met = [group for group in self.together if group & wanted]
        others = [group for group in self.together if not group & wanted]
        group = wanted.union(*met)
        apart = (left for pair in self.apart for left in _outside(pair, group))
        return _ordered([*others, group], apart)

    def split(self, claims: Iterable[str], rest: Iterable[str]) -> Constraints:
        """The same with some claims kept apart from others.

        Every set that held claims of the first kind is cut into these and its others.
        """
        taken = frozenset(claims)
        left = frozenset(rest) - taken
        if not taken or not left:
            return self
        pieces = (piece for group in self.together for piece in (group & taken, group - taken))
        together = (piece for piece in pieces if len(piece) > 1)
        return _ordered(together, [*self.apart, (taken, left)])

    def are_together(self, claims: Iterable[str]) -> bool:
        """Whether a reviewer has put all of some claims together."""
        wanted = frozenset(claims)
        return any(wanted <= group for group in self.together)

    def are_apart(self, claims: Iterable[str], others: Iterable[str]) -> bool:
        """Whether a reviewer keeps some claim of the first from one of the others."""
        one, other = frozenset(claims), frozenset(others)
        return any((a & one and b & other) or (a & other and b & one) for a, b in self.apart)


NONE = Constraints()
"""Nothing decided."""


def _outside(pair: Apart, group: frozenset[str]) -> Iterator[Apart]:
    """What a pair keeps apart beside the pairs of claims that both lie in a set."""
    one, other = pair
    for piece in ((one - group, other), (one & group, other - group)):
        if all(piece):
            yield piece


def _ordered(together: Iterable[frozenset[str]], apart: Iterable[Apart]) -> Constraints:
    """In one order, whatever the order of decisions, and each thing once."""
    pairs = dict.fromkeys((one, other) for one, other in apart)
    return Constraints(
        tuple(sorted(together, key=sorted)),
        tuple(sorted(pairs, key=lambda pair: (sorted(pair[0]), sorted(pair[1])))),
    )
