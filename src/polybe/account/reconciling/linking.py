"""Reconciling: which claims of all articles tell one fact.

Tellings that meet in blocking are scored; those that are more likely one fact than not are linked;
each set of linked tellings is clustered by itself.  So a new article touches only the sets that its
tellings are linked to, and the outcome is the same in whatever order articles come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..claims import Claim
from ..constraints import NONE, Constraints
from ..copies import Signature
from .blocking import keys_of
from .clustering import CONFLICT, cluster, components
from .comparison import score as compared
from .points import VETO
from .profiles import ASSUMED, Profile
from .tellings import LEAST as POOLED
from .tellings import tellings_of

LINK = 0.0
"""Tellings that score above this are linked: more likely one fact than not."""

LEAST = -1.3
"""Linked sets are one fact when their pairs score above this on average.

Below even odds, since the link speaks for it, and pairs that know little of each other against it.
"""

TIED = 1000.0
"""The score of a link that a reviewer has made."""

LARGEST = 150
"""Sets of more linked tellings are cut at their weakest links, so that the cost stays bounded."""

PairScore = Callable[[Profile, Profile, float], float]
"""The score of two tellings, which need not be worked out when it cannot pass a least."""

Link = tuple[str, str, float]
"""The ids of two tellings, the smaller first, and their score."""


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
    links = [*_links(tellings), *tied(tellings.values(), constraints)]
    return cluster_linked(tellings, links, constraints)


def cluster_linked(
    tellings: Mapping[str, Profile],
    links: Iterable[Link],
    constraints: Constraints = NONE,
    score: PairScore | None = None,
) -> list[frozenset[str]]:
    """The clusters, as sets of ids of claims, of tellings and of all links between them.

    ``score`` may stand in for ``pair_score``, to which it must be equal: one that remembers.
    """
    pieces = _pieces(tellings, list(links), LINK)
    found = (
        claims
        for piece in pieces
        for claims in _cluster([tellings[each] for each in piece], constraints, score or pair_score)
    )
    return sorted(found, key=min)


def pair_score(a: Profile, b: Profile, least: float = VETO) -> float:
    """The score of two tellings; those of two families are ruled out.

    Two of one article, which were not pooled, must do as well as pooling asks for.  A score that
    cannot pass ``least`` is given as VETO, without being worked out to the end.
    """
    if a.family != b.family:
        return VETO
    bar = POOLED if a.document == b.document else 0.0
    points = compared(a, b, least + bar)
    return points - bar if points > VETO else VETO


def tied(tellings: Iterable[Profile], constraints: Constraints) -> Iterator[Link]:
    """Links between tellings whose claims a reviewer has put together."""
    for group in _of_tellings(tellings, constraints).together:
        first, *others = sorted(group)
        yield from ((first, other, TIED) for other in others)


def _links(tellings: Mapping[str, Profile]) -> Iterator[Link]:
    """The pairs of tellings that meet in blocking and are more likely one fact than not."""
    keys = {each: keys_of(telling) for each, telling in tellings.items()}
    blocks: dict[int, list[str]] = {}
    for each, own in keys.items():
        for key in own.found:
            blocks.setdefault(key, []).append(each)
    scored = []
    for each, own in keys.items():
        met = {other for key in own.looks for other in blocks.get(key, ()) if each < other}
        for other in met:
            points = pair_score(tellings[each], tellings[other], LINK)
            if points > LINK:
                scored.append((each, other, points))
    return kept_links(tellings, scored)


def kept_links(tellings: Mapping[str, Profile], scored: Iterable[Link]) -> Iterator[Link]:
    """Of links by score those that hold sets together.

    What is told without a day may be like what is told of every day: it is linked to the one that
    it is most like alone, so that it never ties the facts of a long war into one.
    """
    best: dict[str, tuple[float, str]] = {}
    links = list(scored)
    for a, b, points in links:
        for one, other in ((a, b), (b, a)):
            if tellings[one].dated == ASSUMED and points < TIED:
                best[one] = min(best.get(one, _NOTHING), (-points, other))
    for a, b, points in links:
        free = points >= TIED or ASSUMED not in (tellings[a].dated, tellings[b].dated)
        if free or best.get(a) == (-points, b) or best.get(b) == (-points, a):
            yield (a, b, points)


_NOTHING = (0.0, "")


def _pieces(ids: Iterable[str], links: Sequence[Link], least: float) -> Iterator[list[str]]:
    """The sets that links hold together; those too large are cut at ever stronger links."""
    pieces = components(ids, ((a, b) for a, b, _ in links))
    large = {each: n for n, piece in enumerate(pieces) if len(piece) > LARGEST for each in piece}
    stronger: dict[int, list[Link]] = {n: [] for n in large.values()}
    for link in links:
        if link[0] in large and link[2] > least + 1:
            stronger[large[link[0]]].append(link)
    for n, piece in enumerate(pieces):
        if n in stronger and least < TIED - 1:
            yield from _pieces(piece, stronger[n], least + 1)
        else:
            yield piece


def _cluster(
    tellings: Sequence[Profile], constraints: Constraints, score: PairScore
) -> Iterator[frozenset[str]]:
    by_id = {telling.id: telling for telling in tellings}
    groups = [frozenset(by_id)]
    if len(by_id) > 1:
        decided = _of_tellings(tellings, constraints)
        groups = cluster(by_id, lambda a, b: score(by_id[a], by_id[b], CONFLICT), LEAST, decided)
    for group in groups:
        yield frozenset(claim for each in group for claim in by_id[each].claims)


def _of_tellings(tellings: Iterable[Profile], constraints: Constraints) -> Constraints:
    """What is decided of claims, as decided of the tellings that they are in."""
    if constraints == NONE:
        return NONE
    owner = {claim: telling.id for telling in tellings for claim in telling.claims}

    def owners(claims: Iterable[str]) -> frozenset[str]:
        return frozenset(owner[claim] for claim in claims if claim in owner)

    together = (owners(group) for group in constraints.together)
    apart = ((owners(one), owners(other)) for one, other in constraints.apart)
    return Constraints(
        tuple(group for group in together if len(group) > 1),
        tuple((one, other) for one, other in apart if one and other),
    )
