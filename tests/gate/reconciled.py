"""Reconciling measured on the stories: B-cubed, pairs, look-alikes, and questions to the account.

Articles are coded and reconciled from their bare texts.  A marked trigger counts where the coder
found a report of its kind on it: what the coder misses or misreads is measured by the other gold;
`end to end` counts it as a cluster by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polybe import app
from polybe.account.claims import Claim, claims_of
from polybe.account.copies import signature_of
from polybe.account.reconciling import reconcile
from polybe.model import CodedDocument
from polybe.scoring.clusters import ClusterScore, b_cubed, pairwise

from .stories import Story, Told, read_stories

HERE = Path(__file__).resolve().parent
FOLDERS = {"stories studied": HERE / "stories/studied", "stories unseen": HERE / "stories/unseen"}
"""The first were looked at while the points of the comparison were set, the others were not."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The stories of a folder and what was made of them.

    ``gold`` is the label of every trigger by an id of its own, or of the claim found on it;
    ``found`` the cluster of every claim; ``missed`` the triggers on which no claim was found.
    """

    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    gold: dict[str, str]
    found: dict[str, str]
    missed: tuple[str, ...]


def reconcile_stories(folder: Path) -> Reconciled:
    """Code and reconcile all stories of a folder together."""
    stories = read_stories(folder)
    documents = [document for story in stories for document in story.documents]
    coded = [c for c in app.code_documents(documents) if isinstance(c, CodedDocument)]
    claims = [
        claim
        for each in coded
        for claim in claims_of(each, known=str(each.document.published)[:10])
    ]
    signatures = {each.document.id: signature_of(each.document.text) for each in coded}
    clusters = reconcile(claims, signatures)
    found = {claim: min(cluster) for cluster in clusters for claim in cluster}
    gold, missed = {}, []
    for told in (told for story in stories for told in story.told):
        claim = _claim_on(told, claims, gold)
        if claim is None:
            missed.append(f"{told.document}@{told.start}:{told.kind}")
        gold[claim.id if claim else missed[-1]] = told.label
    return Reconciled(tuple(stories), tuple(claims), gold, found, tuple(missed))


def _claim_on(told: Told, claims: Iterable[Claim], taken: dict[str, str]) -> Claim | None:
    """The claim of the kind that lies nearest on a trigger and is not another's yet."""
    near = [
        claim
        for claim in claims
        if claim.document == told.document
        and claim.kind == told.kind
        and claim.start < told.end
        and told.start < claim.end
        and claim.id not in taken
    ]
    return min(
        near,
        key=lambda c: (abs(c.start - told.start) + abs(c.end - told.end), c.id),
        default=None,
    )


def merged_lookalikes(result: Reconciled) -> list[tuple[str, str]]:
    """The pairs of look-alike facts of which claims stand in one cluster."""
    clusters: dict[str, set[str]] = {}
    for item, label in result.gold.items():
        clusters.setdefault(label, set()).add(result.found.get(item, item))
    return [
        (a, b)
        for story in result.stories
        for a, b in story.lookalikes
        if clusters.get(a, set()) & clusters.get(b, set())
    ]


def scores(result: Reconciled) -> dict[str, ClusterScore]:
    """The rows of the table: all that was found, by kind, and end to end."""
    missed = set(result.missed)
    kinds = {claim.id: claim.kind for claim in result.claims}
    seen = {item: label for item, label in result.gold.items() if item not in missed}
    rows = {
        "b-cubed ALL": b_cubed(seen, result.found),
        "pairs ALL": pairwise(seen, result.found),
        "b-cubed end to end": b_cubed(result.gold, result.found),
        "pairs end to end": pairwise(result.gold, result.found),
    }
    for kind in sorted(set(kinds.values())):
        some = {item: label for item, label in seen.items() if kinds[item] == kind}
        if some:
            rows[f"b-cubed {kind}"] = b_cubed(some, result.found)
    return rows


def table(result: Reconciled) -> Iterator[str]:
    """A line a row, then the look-alikes that were merged."""
    for name, row in scores(result).items():
        told = f"P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  ({row.items})"
        yield f"{name:28s}  {told}"
    pairs = sum(len(story.lookalikes) for story in result.stories)
    merged = merged_lookalikes(result)
    yield f"look-alikes merged            {len(merged)} of {pairs}"
    yield from (f"  merged: {a} and {b}" for a, b in merged)


def reached(results: Sequence[Reconciled]) -> Iterator[tuple[str, dict[str, float]]]:
    """The F1 of every row, by the name that floors know it by."""
    for name, result in zip(FOLDERS, results, strict=True):
        yield name, {row: score.f1 for row, score in scores(result).items()}
