"""What a reviewer looks up, worked out in memory from coded documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from ..model import CodedDocument
from .claims import Claim, claims_of
from .copies import are_copies, signature_of
from .decisions import ReviewState
from .edits import edited
from .findings import findings_of
from .passages import Passage, passage_of
from .reconciling.blocking import keys_of
from .reconciling.clustering import components
from .reconciling.comparison import Comparison, compare
from .reconciling.linking import reconcile
from .reconciling.profiles import Profile
from .reconciling.tellings import tellings_of
from .reviewing import Cluster, Heard, Near, is_placed_in

NEARLY = -3.0
"""Tellings that score above this, and are not of one cluster, are worth a reviewer's look."""

MOST_NEAR = 9
"""So many near clusters are shown of one, the closest."""


@dataclass(frozen=True, slots=True)
class Known:
    """A coded document with the ISO days from and until which its claims count; see Claim."""

    coded: CodedDocument
    known: str
    until: str | None = None


class ReviewedDocuments:
    """A Reviewing over documents that are all held in memory, as decisions have made them."""

    def __init__(self, documents: Iterable[Known], state: ReviewState) -> None:
        self._documents = {each.coded.document.id: each for each in documents}
        self._state = state

    def claims(self, ids: Iterable[str]) -> Mapping[str, Claim]:
        """Claims by id; those that are not there are left out."""
        return {each: self._claims[each] for each in ids if each in self._claims}

    def clusters(self, *, place: str | None = None, kind: str | None = None) -> Iterator[Cluster]:
        """All clusters of a kind of report and placed in a place, where these are named."""
        for cluster in self._clusters.values():
            places = [ref for claim in cluster.claims for ref in claim.places]
            if kind in (None, cluster.claims[0].kind):
                if place is None or is_placed_in(places, place):
                    yield cluster

    def cluster_of(self, claim: str) -> Cluster | None:
        """The cluster that a claim is in; None when there is no such claim."""
        found = self._owners.get(claim)
        return self._clusters[found] if found is not None else None

    def near(self, cluster: Cluster) -> Sequence[Near]:
        """What a cluster, the left one, nearly is one fact with, the closest first."""
        closest: dict[str, Comparison] = {}
        for mine in self._tellings_in(cluster):
            for other in self._met(mine):
                owner = self._owners[other.id]
                if owner == cluster.id or other.family != mine.family:
                    continue
                comparison = compare(mine, other)
                if owner not in closest or closest[owner].score < comparison.score:
                    closest[owner] = comparison
        ranked = sorted(closest.items(), key=lambda pair: (-pair[1].score, pair[0]))
        return [
            Near(cluster, self._clusters[owner], comparison)
            for owner, comparison in ranked[:MOST_NEAR]
            if comparison.score > NEARLY
        ]

    def within(self, cluster: Cluster) -> Sequence[Comparison]:
        """How the tellings of a cluster compare, those least alike first."""
        pairs = combinations(self._tellings_in(cluster), 2)
        found = [compare(a, b) for a, b in pairs if a.family == b.family]
        return sorted(found, key=lambda each: (each.score, each.left, each.right))

    def passage(self, claim: Claim) -> Passage:
        """The sentence of a claim."""
        return passage_of(self._documents[claim.document].coded, claim)

    def speakers(self) -> list[Heard]:
        """Everybody who is the innermost source of a report, those heard most first."""
        said = [claim.sources[-1] for claim in self._claims.values() if claim.sources]
        counts = Counter(ref.key for ref in said)
        names = {ref.key: ref.name for ref in said}
        heard = [Heard(key, names[key], count) for key, count in counts.items()]
        return sorted(heard, key=lambda each: (-each.reports, each.key))

    @cached_property
    def _signatures(self) -> Mapping[str, bytes]:
        return {
            id_: signature_of(each.coded.document.text) for id_, each in self._documents.items()
        }

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        """The smallest id among the copies of each document."""
        pairs = combinations(sorted(self._signatures), 2)
        signatures = self._signatures
        copies = [(a, b) for a, b in pairs if are_copies(signatures[a], signatures[b])]
        groups = components(self._signatures, copies)
        return {each: group[0] for group in groups for each in group}

    @cached_property
    def _claims(self) -> Mapping[str, Claim]:
        found = {}
        for id_, each in self._documents.items():
            origin = self._origins[id_]
            for claim in claims_of(each.coded, known=each.known, until=each.until, origin=origin):
                found[claim.id] = edited(claim, self._state.edits.get(claim.id, {}))
        return found

    @cached_property
    def _clusters(self) -> Mapping[str, Cluster]:
        claims = self._claims
        groups = reconcile(claims.values(), self._signatures, self._state.constraints)
        clusters = (self._cluster(claims[each] for each in group) for group in groups)
        return {cluster.id: cluster for cluster in clusters}

    def _cluster(self, claims: Iterable[Claim]) -> Cluster:
        ordered = tuple(sorted(claims, key=lambda claim: (claim.known, claim.id)))
        findings = findings_of(ordered, verdicts=self._state.verdicts)
        return Cluster(ordered, disputed=bool(findings) and findings[-1].disputed)

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        """The id of the cluster by claim."""
        return {id_: cluster.id for cluster in self._clusters.values() for id_ in cluster.ids}

    @cached_property
    def _tellings(self) -> Mapping[str, Profile]:
        articles: dict[str, list[Claim]] = {}
        for claim in self._claims.values():
            articles.setdefault(claim.document, []).append(claim)
        return {
            telling.id: telling
            for document, claims in articles.items()
            for telling in tellings_of(claims, self._signatures[document], self._state.constraints)
        }

    @cached_property
    def _blocks(self) -> Mapping[int, set[str]]:
        blocks: dict[int, set[str]] = {}
        for id_, telling in self._tellings.items():
            for key in keys_of(telling).found:
                blocks.setdefault(key, set()).add(id_)
        return blocks

    def _met(self, telling: Profile) -> Iterator[Profile]:
        """The tellings that meet one in blocking, in the order of their ids."""
        met = {id_ for key in keys_of(telling).looks for id_ in self._blocks.get(key, ())}
        yield from (self._tellings[id_] for id_ in sorted(met - {telling.id}))

    def _tellings_in(self, cluster: Cluster) -> list[Profile]:
        return [self._tellings[id_] for id_ in sorted(cluster.ids) if id_ in self._tellings]
