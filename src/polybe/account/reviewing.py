"""The queue of a reviewer: what is to be looked at, as cards, what matters most first.

A card is a suggestion and counts for nothing until a reviewer decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from .claims import Claim
from .decisions import ReviewState
from .passages import Passage
from .reconciling.comparison import Comparison

HARMED = frozenset(("KILLED", "WOUNDED", "MISSING", "CAPTIVE"))
"""Types of tolls by which facts are ranked: a million displaced would outrank every massacre."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that tell one fact, in the order in which they became known.

    ``disputed`` tells whether they contradict each other.
    """

    claims: tuple[Claim, ...]
    disputed: bool = False

    @property
    def id(self) -> str:
        """The smallest id of its claims."""
        return min(claim.id for claim in self.claims)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(claim.id for claim in self.claims)

    @property
    def origins(self) -> int:
        """The number of independent texts that tell it."""
        return len({claim.origin for claim in self.claims})

    @property
    def toll(self) -> float:
        """The highest number of people killed, hurt, missing or held that it tells; 0 if none."""
        figures = (f for claim in self.claims if claim.type in HARMED for f in claim.figures)
        bounds = (f.best or f.high or f.low or 0 for f in figures if f.unit == "persons")
        return max(bounds, default=0)


@dataclass(frozen=True, slots=True)
class Near:
    """Two clusters that are not one, but nearly: how their closest tellings compare."""

    left: Cluster
    right: Cluster
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker on whose word reports rest: key and name (see ActorRef), and how many do."""

    key: str
    name: str
    reports: int


class Reviewing(Protocol):
    """What a reviewer must be able to look up, wherever it is kept.

    All of it is as the decisions so far have made it, once the account has followed them.
    """

    def claims(self, ids: Iterable[str]) -> Mapping[str, Claim]:
        """Claims by id; those that are not there are left out."""

    def clusters(self, *, place: str | None = None, kind: str | None = None) -> Iterable[Cluster]:
        """All clusters, of one kind of report or placed in one place, in the order of ``queue``.

        Places go by name, countries also by code.  They come as they are asked for.
        """

    def cluster_of(self, claim: str) -> Cluster | None:
        """The cluster that a claim is in; None when there is no such claim."""

    def near(self, cluster: Cluster) -> Sequence[Near]:
        """What a cluster, the left one, nearly is one fact with, the closest first."""

    def within(self, cluster: Cluster) -> Sequence[Comparison]:
        """How the tellings of a cluster compare, those least alike first."""

    def passage(self, claim: Claim) -> Passage:
        """The sentence of a claim."""

    def speakers(self) -> Iterable[Heard]:
        """Everybody who is the innermost source of a report, those heard most first."""


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A report to be accepted or rejected.

    ``again`` is the verdict on the report in whose place this one stands since it was coded
    otherwise, None where there was none.
    """

    claim: Claim
    cluster: Cluster
    again: str | None = None

    @property
    def id(self) -> str:
        """What it is about, among all cards."""
        return f"report {self.claim.id}"

    @property
    def confidence(self) -> float:
        """How much of the report is settled: the smaller, the more it wants a look."""
        return _settled(self.claim)


@dataclass(frozen=True, slots=True)
class MergeCard:
    """Two clusters that may be one fact."""

    near: Near

    @property
    def cluster(self) -> Cluster:
        """The cluster for which the merge is suggested."""
        return self.near.left

    @property
    def id(self) -> str:
        """What it is about, among all cards."""
        return f"merge {self.near.left.id} {self.near.right.id}"

    @property
    def confidence(self) -> float:
        """How far the odds are from even."""
        return abs(self.near.comparison.score)


@dataclass(frozen=True, slots=True)
class ClusterCard:
    """A cluster of several claims, to be confirmed or cut."""

    cluster: Cluster

    @property
    def id(self) -> str:
        """What it is about, among all cards."""
        return f"cluster {self.cluster.id}"

    @property
    def confidence(self) -> float:
        """How much is settled of the claim of which least is."""
        return min(_settled(claim) for claim in self.cluster.claims)


Card = ReportCard | MergeCard | ClusterCard

MOST_CARDS = 200
"""Cards in a queue: more than a day's work."""

_ORDER = (ClusterCard, MergeCard, ReportCard)
"""Of one fact first which reports tell it, then what else may, then each report."""


def queue(
    clusters: Iterable[Cluster],
    near: Callable[[Cluster], Iterable[Near]],
    state: ReviewState,
    most: int = MOST_CARDS,
) -> list[Card]:
    """What is still to be decided about some clusters, what matters most first.

    Disputed facts come first, then those of the highest tolls, then those that most independent
    texts tell, of each what is least certain.  Reports that are accepted or rejected have left, so
    have clusters that are put together and pairs that are kept apart by decision.

    When the clusters come in this order, no more are asked for than ``most`` cards want.
    """
    cards: dict[str, Card] = {}
    for cluster in clusters:
        for card in _cards_of(cluster, near, state):
            cards.setdefault(_key(card), card)
        if len(cards) >= most:
            break
    return sorted(cards.values(), key=_rank)[:most]


def _cards_of(
    cluster: Cluster, near: Callable[[Cluster], Iterable[Near]], state: ReviewState
) -> Iterator[Card]:
    if _is_to_check(cluster, state):
        yield ClusterCard(cluster)
    yield from (MergeCard(pair) for pair in near(cluster) if _is_open(pair, state))
    for claim in cluster.claims:
        if claim.id not in state.verdicts:
            yield ReportCard(claim, cluster, state.again.get(claim.id))


def _is_to_check(cluster: Cluster, state: ReviewState) -> bool:
    left = [claim for claim in cluster.claims if state.verdicts.get(claim.id) != "rejected"]
    several = len({claim.document for claim in left}) > 1
    return several and not state.constraints.are_together(claim.id for claim in left)


def _is_open(near: Near, state: ReviewState) -> bool:
    return not state.constraints.are_apart(near.left.ids, near.right.ids)


def _key(card: Card) -> str:
    """One key for a suggestion from either side."""
    if isinstance(card, MergeCard):
        return "merge " + " ".join(sorted((card.near.left.id, card.near.right.id)))
    return card.id


def _rank(card: Card) -> tuple[bool, float, int, str, int, float, str]:
    cluster = card.cluster
    matters = (not cluster.disputed, -cluster.toll, -cluster.origins, cluster.id)
    return (*matters, _ORDER.index(type(card)), card.confidence, card.id)


def _settled(claim: Claim) -> float:
    """How many of five things are settled: status, day, place, and who on either side."""
    return sum(
        (
            claim.status == "actual",
            claim.day is not None,
            bool(claim.places),
            any(ref.actor for ref in claim.actors),
            any(ref.actor for ref in claim.recipients),
        )
    )
