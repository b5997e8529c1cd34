"""Reconciling: which claims of all articles tell one fact.

Tellings that meet in blocking are scored; those that are more likely one fact than not are linked;
each set of linked tellings is clustered by itself.  So a new article touches only the sets that its
tellings are linked to, and the outcome is the same in whatever order articles come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..claims import Claim
from ..constraints import NONE, Constraints
from ..copies import Signature
from .blocking import keys_of
from .clustering import cluster, components
from .comparison import score
from .points import VETO
from .profiles import Profile
from .tellings import tellings_of

LINK = 0.0
"""Tellings that score above this are linked: more likely one fact than not."""


def reconcile(
    claims: Iterable[Claim],
    signatures: Mapping[str, Signature] | None = None,
    constraints: Constraints = NONE,
) -> list[frozenset[str]]:
    """The clusters of some claims, by their ids, those with the smallest ids first.

    Every claim stands in exactly one cluster.  ``signatures`` are those of the texts, by document.
    """
    signatures = signatures or {}
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.document, []).append(claim)
    tellings = {
        telling.id: telling
        for document, article in articles.items()
        for telling in tellings_of(article, signatures.get(document, b""), constraints)
    }
    links = [*_links(tellings), *tied(tellings, constraints)]
    return sorted(
        (
            claims
            for ids in components(tellings, links)
            for claims in cluster_tellings([tellings[each] for each in ids], constraints)
        ),
        key=min,
    )


def cluster_tellings(
    tellings: Iterable[Profile], constraints: Constraints = NONE
) -> list[frozenset[str]]:
    """The clusters of tellings that are linked with each other, as sets of ids of claims."""
    by_id = {telling.id: telling for telling in tellings}
    if len(by_id) == 1:
        return [frozenset(telling.claims) for telling in by_id.values()]
    ids = cluster(
        by_id, lambda a, b: pair_score(by_id[a], by_id[b]), of_tellings(by_id, constraints)
    )
    return [frozenset(claim for each in group for claim in by_id[each].claims) for group in ids]


def pair_score(a: Profile, b: Profile) -> float:
    """The score of two tellings; those of two families are ruled out."""
    return score(a, b) if a.family == b.family else VETO


def tied(tellings: Mapping[str, Profile], constraints: Constraints) -> Iterator[tuple[str, str]]:
    """Links between tellings whose claims a reviewer has put together."""
    for group in of_tellings(tellings, constraints).together:
        first, *others = sorted(group)
        yield from ((first, other) for other in others)


def of_tellings(tellings: Mapping[str, Profile], constraints: Constraints) -> Constraints:
    """What is decided of claims, as decided of the tellings that they are in."""
    if constraints == NONE:
        return NONE
    owner = {claim: telling.id for telling in tellings.values() for claim in telling.claims}

    def owners(claims: Iterable[str]) -> frozenset[str]:
        return frozenset(owner[claim] for claim in claims if claim in owner)

    together = (owners(group) for group in constraints.together)
    apart = ((owners(one), owners(other)) for one, other in constraints.apart)
    return Constraints(
        tuple(group for group in together if len(group) > 1),
        tuple((one, other) for one, other in apart if one and other),
    )


def _links(tellings: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """The pairs of tellings that meet in blocking and are more likely one fact than not."""
    keys = {each: keys_of(telling) for each, telling in tellings.items()}
    blocks: dict[int, list[str]] = {}
    for each, own in keys.items():
        for key in own.found:
            blocks.setdefault(key, []).append(each)
    for each, own in keys.items():
        met = {other for key in own.looks for other in blocks.get(key, ())}
        for other in met:
            if other != each and pair_score(tellings[each], tellings[other]) > LINK:
                yield (each, other)
