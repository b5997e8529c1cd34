"""Reconciling measured on the stories: B-cubed, pairs, look-alikes, and questions to the account.

Articles are coded and reconciled from their bare texts.  A marked trigger counts where the coder
found a report of its kind on it: what the coder misses or misreads is measured by the other gold;
`end to end` counts it as a cluster by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from polybe import app
from polybe.account.claims import Claim, claims_of
from polybe.account.copies import Signature, are_copies, signature_of
from polybe.account.reconciling import reconcile
from polybe.account.reconciling.clustering import components
from polybe.model import CodedDocument
from polybe.scoring import Rate
from polybe.scoring.clusters import ClusterScore, b_cubed, pairwise

from .questions import KINDS, answered
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
    signatures = {each.document.id: signature_of(each.document.text) for each in coded}
    origins = _origins(signatures)
    claims = [
        claim
        for each in coded
        for claim in claims_of(
            each,
            known=str(each.document.published)[:10],
            origin=origins[each.document.id],
        )
    ]
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


def _origins(signatures: Mapping[str, Signature]) -> dict[str, str]:
    """The smallest id among the copies of each document."""
    pairs = combinations(sorted(signatures), 2)
    copies = [(a, b) for a, b in pairs if are_copies(signatures[a], signatures[b])]
    return {each: group[0] for group in components(signatures, copies) for each in group}


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


def questions(result: Reconciled) -> dict[str, Rate]:
    """The share of questions of each kind that the account answers right."""
    told = list(
        answered(result.stories, result.claims, result.found, result.gold, app.account_words())
    )
    return {
        f"question {kind}": Rate(
            sum(right for asked, right in told if asked == kind),
            sum(asked == kind for asked, _ in told),
        )
        for kind in KINDS
    }


def table(result: Reconciled) -> Iterator[str]:
    """A line a row, then the look-alikes that were merged."""
    for name, row in scores(result).items():
        told = f"P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  ({row.items})"
        yield f"{name:28s}  {told}"
    for name, rate in questions(result).items():
        yield f"{name:28s}    {rate.share:.3f}  ({rate.compared})"
    pairs = sum(len(story.lookalikes) for story in result.stories)
    merged = merged_lookalikes(result)
    yield f"look-alikes merged            {len(merged)} of {pairs}"
    yield from (f"  merged: {a} and {b}" for a, b in merged)


def reached(result: Reconciled) -> dict[str, float]:
    """What every row has reached, F1 or share right; look-alikes kept apart by their share."""
    pairs = sum(len(story.lookalikes) for story in result.stories)
    apart = 1 - len(merged_lookalikes(result)) / pairs
    rates = {name: rate.share for name, rate in questions(result).items()}
    return {
        **{row: score.f1 for row, score in scores(result).items()},
        **rates,
        "look-alikes apart": apart,
    }
