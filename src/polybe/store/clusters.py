"""Rows of clusters and findings: which claims tell one fact, and what they amount to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ..account.claims import Claim
from ..account.constraints import NONE, Constraints
from ..account.finding import Finding
from ..account.findings import findings_of
from ..account.ratings import Ratings
from ..account.reconciling.linking import cluster_linked
from ..account.situation import AccountWords
from ..account.tolls import country_of
from ..batches import batched
from . import bodies
from .bulk import insert_rows
from .keys import actor_keys, category_of, place_keys
from .links import named, reached
from .tables import reconciling as tables
from .tellings import MOST, Profiles

OPEN = "9999-12-31"
"""The day until which what is known today is known."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What reviewers have decided, as far as it bears on clusters and findings.

    ``verdicts`` are « accepted » or « rejected » by claim id.  ``words`` are the codebook's.
    """

    words: AccountWords
    constraints: Constraints = NONE
    verdicts: Mapping[str, str] = field(default_factory=dict)
    ratings: Ratings = field(default_factory=Ratings)


def cluster_from(
    connection: Connection, seeds: Collection[int], judgement: Judgement, profiles: Profiles
) -> set[str]:
    """Cluster anew everything that links lead to from some tellings.

    Gives the clusters that are not what they were: those gone and those made.
    """
    numbers, links = reached(connection, seeds)
    found = profiles.get(connection, numbers)
    tellings = {profile.id: profile for profile in found.values()}
    clusters = cluster_linked(tellings, named(links, found), judgement.constraints, profiles.score)
    wanted = {claim: min(cluster) for cluster in clusters for claim in cluster}
    return _assign(connection, numbers, wanted)


def _assign(
    connection: Connection, numbers: Collection[int], wanted: Mapping[str, str]
) -> set[str]:
    claim = tables.claim
    changed: set[str] = set()
    moves = []
    for some in batched(sorted(numbers), MOST):
        query = select(claim.c.id, claim.c.cluster).where(claim.c.telling.in_(some))
        for each, old in connection.execute(query):
            if wanted[each] != old:
                changed |= {old, wanted[each]}
                moves.append({"claim_id": each, "to": wanted[each]})
    if moves:
        move = update(claim).where(claim.c.id == bindparam("claim_id"))
        connection.execute(move.values(cluster=bindparam("to")), moves)
    return changed


def clusters_of(connection: Connection, documents: Iterable[str]) -> set[str]:
    """The clusters in which some documents have a claim."""
    claim = tables.claim.c
    found: set[str] = set()
    for some in batched(sorted(set(documents)), MOST):
        found.update(connection.scalars(select(claim.cluster).where(claim.document.in_(some))))
    return found


def claims_in(connection: Connection, clusters: Iterable[str]) -> dict[str, list[Claim]]:
    """The claims of some clusters, each with the origin that its text has now."""
    claim, text = tables.claim.c, tables.text.c
    found: dict[str, list[Claim]] = defaultdict(list)
    for some in batched(sorted(set(clusters)), MOST):
        query = (
            select(claim.cluster, claim.body, text.origin)
            .join(tables.text, text.document == claim.document)
            .where(claim.cluster.in_(some))
        )
        for cluster, body, origin in connection.execute(query):
            found[cluster].append(bodies.claim_from(body, origin))
    return found


def write_findings(connection: Connection, clusters: Collection[str], judgement: Judgement) -> None:
    """Work out anew what some clusters amount to; of those that are gone nothing is left."""
    for some in batched(sorted(clusters), MOST):
        for table in (tables.finding, tables.finding_place, tables.finding_actor):
            connection.execute(delete(table).where(table.c.cluster.in_(some)))
        findings = [
            finding
            for claims in claims_in(connection, some).values()
            for finding in findings_of(claims, judgement.ratings, verdicts=judgement.verdicts)
        ]
        if findings:
            connection.execute(
                insert(tables.finding), [_row(each, judgement.words) for each in findings]
            )
        insert_rows(connection, tables.finding_place, list(_place_rows(findings)))
        insert_rows(connection, tables.finding_actor, list(_actor_rows(findings)))


def _row(finding: Finding, words: AccountWords) -> dict[str, Any]:
    estimate = finding.estimate("persons")
    return {
        "cluster": finding.cluster,
        "known_from": finding.known_from,
        "known_to": finding.known_to or OPEN,
        "kind": finding.kind,
        "type": finding.type,
        "mode": finding.mode,
        "status": finding.status,
        "day": finding.since,
        "country": country_of(finding),
        "category": category_of(finding, words),
        "low": estimate.low if estimate else None,
        "best": estimate.best if estimate else None,
        "high": estimate.high if estimate else None,
        "origins": finding.origins,
        "disputed": finding.disputed,
        "body": bodies.of_finding(finding),
    }


def _place_rows(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    for finding in findings:
        for key in sorted({key for p in finding.places for key in place_keys(p.value)}):
            yield (key, *_shared(finding))


def _actor_rows(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    for finding in findings:
        parties = (*finding.actors, *finding.recipients)
        for key in sorted({key for party in parties for key in actor_keys(party.value)}):
            yield (key, *_shared(finding))


def _shared(finding: Finding) -> tuple[str, str, str, str]:
    return finding.kind, finding.since, finding.cluster, finding.known_from
