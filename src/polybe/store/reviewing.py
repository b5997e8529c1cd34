"""What a reviewer looks up in the store: clusters by what matters, claims, what is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Select, case, func, select

from ..account.claims import Claim
from ..account.nearness import least_alike, nearest
from ..account.passages import Passage, passage_of
from ..account.reconciling.blocking import keys_of
from ..account.reconciling.comparison import Comparison
from ..account.reconciling.profiles import Profile
from ..account.reviewing import HARMED, Cluster, Heard, Near
from ..batches import batched
from . import bodies
from .clusters import OPEN, claims_in
from .documents import coded_document
from .keys import name_key
from .store import Store
from .tables.reconciling import claim, finding, finding_place, speaking, text
from .tellings import MOST, Keyed, Profiles, met_by

_PAGE = 100
"""Clusters read together: a reviewer seldom wants more at a time."""


class StoredReviewing:
    """A Reviewing of the account that a store holds."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id; those that are not there are left out."""
        asked = select(claim.c.body, text.c.origin).join(text, text.c.document == claim.c.document)
        found: dict[str, Claim] = {}
        with self._store.reading() as connection:
            for some in batched(ids, MOST):
                for body, origin in connection.execute(asked.where(claim.c.id.in_(some))):
                    each = bodies.claim_from(body, origin)
                    found[each.id] = each
        return found

    def clusters(self, *, place: str | None = None, kind: str | None = None) -> Iterator[Cluster]:
        """The clusters that count today, of a kind of report or placed in a place, page by page."""
        asked = _by_what_matters(place, kind)
        with self._store.reading() as connection:
            disputed = dict(connection.execute(asked).all())
        for page in batched(disputed, _PAGE):
            with self._store.reading() as connection:
                found = claims_in(connection, page)
            yield from (_cluster(found[id_], disputed[id_]) for id_ in page if id_ in found)

    def cluster_of(self, claim_id: str) -> Cluster | None:
        """The cluster that a claim is in; None when there is no such claim."""
        with self._store.reading() as connection:
            asked = select(claim.c.cluster).where(claim.c.id == claim_id)
            found = _clusters(connection, connection.scalars(asked).all())
        return next(iter(found.values()), None)

    def near(self, cluster: Cluster) -> list[Near]:
        """What a cluster, the left one, nearly is one fact with, the closest first."""
        profiles = Profiles()
        with self._store.reading() as connection:
            mine = _tellings(connection, cluster, profiles)
            keyed = {number: Keyed(each, keys_of(each)) for number, each in mine.items()}
            met = {number for numbers in met_by(connection, keyed).values() for number in numbers}
            others = profiles.get(connection, met - mine.keys())
            owners = _owners(connection, others)
            found = nearest(
                list(mine.values()), ((owners[n], each) for n, each in sorted(others.items()))
            )
            clusters = _clusters(connection, [id_ for id_, _ in found])
        return [Near(cluster, clusters[id_], comparison) for id_, comparison in found]

    def within(self, cluster: Cluster) -> Sequence[Comparison]:
        """How the tellings of a cluster compare, those least alike first."""
        with self._store.reading() as connection:
            return least_alike(_tellings(connection, cluster, Profiles()).values())

    def passage(self, told: Claim) -> Passage:
        """The sentence of a claim."""
        with self._store.reading() as connection:
            return passage_of(coded_document(connection, told.document), told)

    def speakers(self) -> list[Heard]:
        """Everybody who is the innermost source of a report, those heard most first."""
        reports = func.sum(speaking.c.reports)
        asked = (
            select(speaking.c.speaker, func.min(speaking.c.name), reports)
            .group_by(speaking.c.speaker)
            .having(reports > 0)
            .order_by(reports.desc(), speaking.c.speaker)
        )
        with self._store.reading() as connection:
            return [Heard(key, name, int(count)) for key, name, count in connection.execute(asked)]


def _by_what_matters(place: str | None, kind: str | None) -> Select[str, bool]:
    """The clusters that count today and whether they are disputed, as ``queue`` ranks them."""
    harm = func.coalesce(finding.c.best, finding.c.high, finding.c.low, 0.0)
    toll = case((finding.c.type.in_(sorted(HARMED)), harm), else_=0.0)
    asked = select(finding.c.cluster, finding.c.disputed).where(finding.c.known_to == OPEN)
    if kind is not None:
        asked = asked.where(finding.c.kind == kind)
    if place is not None:
        placed = select(finding_place.c.cluster).where(finding_place.c.place == name_key(place))
        asked = asked.where(finding.c.cluster.in_(placed))
    ranks = (finding.c.disputed.desc(), toll.desc(), finding.c.origins.desc(), finding.c.cluster)
    return asked.order_by(*ranks)


def _clusters(connection: Connection, ids: Sequence[str]) -> Mapping[str, Cluster]:
    asked = select(finding.c.cluster).where(finding.c.known_to == OPEN, finding.c.disputed)
    disputed = set(connection.scalars(asked.where(finding.c.cluster.in_(ids))))
    found = claims_in(connection, ids)
    return {id_: _cluster(claims, id_ in disputed) for id_, claims in found.items()}


def _cluster(claims: Iterable[Claim], disputed: bool) -> Cluster:
    return Cluster(tuple(sorted(claims, key=lambda each: (each.known, each.id))), disputed)


def _tellings(connection: Connection, cluster: Cluster, profiles: Profiles) -> dict[int, Profile]:
    """The tellings of a cluster by number."""
    asked = select(claim.c.telling).where(claim.c.cluster == cluster.id)
    return profiles.get(connection, sorted(set(connection.scalars(asked))))


def _owners(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The clusters of some tellings."""
    found: dict[int, str] = {}
    for some in batched(sorted(numbers), MOST):
        asked = select(claim.c.telling, claim.c.cluster).where(claim.c.telling.in_(some))
        found.update((number, cluster) for number, cluster in connection.execute(asked))
    return found
