"""One reviewer's work on a store: what he sees and decides, and what the account makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from polybe.account.finding import Finding
from polybe.account.reviewing import MergeCard, ReportCard
from polybe.errors import ReviewError
from polybe.store import Store, bodies
from polybe.store.decisions import decisions
from polybe.store.review import Review
from polybe.store.tables import reconciling as tables
from tests.reviewed import attack, filled, review_of
from tests.stored import keep


@pytest.fixture
def review(store: Store) -> Review:
    """Ada's work on three articles of one attack and one of another."""
    return review_of(filled(store))


def ids(review: Review, **asked: Any) -> list[str]:
    """What the cards are about."""
    return [card.id for card in review.cards(**asked)]


def cluster(review: Review, claim: str) -> tuple[str, ...]:
    """The ids of the claims that a claim is clustered with."""
    return tuple(sorted(review.cluster_of(claim).ids))


def findings(review: Review) -> dict[str, Finding]:
    """What each cluster amounts to today."""
    with review.store.reading() as connection:
        rows = connection.execute(tables.finding.select())
        return {row.cluster: bodies.finding_from(row.body) for row in rows}


def test_the_queue_holds_clusters_suggestions_and_reports(review: Review) -> None:
    shown = ids(review)
    assert "cluster a/r2" in shown
    assert "merge a/r2 d/r2" in shown
    assert sum(each.startswith("report") for each in shown) == 8
    assert shown.index("cluster a/r1") < shown.index("cluster a/r2") < shown.index("report d/r2")


def test_the_store_gives_clusters_in_the_order_of_the_queue(review: Review) -> None:
    """Else the queue would have to read all of them."""
    given = [each.id for each in review.reviewing.clusters()]
    shown = dict.fromkeys(card.cluster.id for card in review.cards())
    assert given == list(shown)


def test_the_queue_is_of_a_kind_or_of_a_place(review: Review) -> None:
    assert {each.split()[1] for each in ids(review, kind="event")} == {f"{d}/r1" for d in "abcd"}
    assert ids(review, place="kesh") == ids(review)
    assert ids(review, place="SYR") == ids(review)
    assert ids(review, place="Palmyre") == []
    assert ids(review, kind="relation") == []


def test_what_is_accepted_or_rejected_leaves_the_queue_of_all(review: Review) -> None:
    review.accept("a/r2", "c'est écrit")
    review.reject("b/r2")
    assert {"report a/r2", "report b/r2"}.isdisjoint(ids(review))
    ben = review_of(review.store, "Ben")
    assert {"report a/r2", "report b/r2"}.isdisjoint(ids(ben))
    assert {"report a/r2", "report b/r2"} <= set(ids(ben, second=True))


def test_a_verdict_reaches_the_findings_and_a_suggestion_does_not(review: Review) -> None:
    """Only what a reviewer has accepted is verified; what he has rejected does not count."""
    assert not any(finding.verified for finding in findings(review).values())
    review.accept("a/r2")
    assert findings(review)["a/r2"].verified
    review.reject("c/r2")
    assert findings(review)["a/r2"].claims == ("a/r2", "b/r2")
    review.undo()
    assert findings(review)["a/r2"].claims == ("a/r2", "b/r2", "c/r2")


def test_an_edit_is_seen_in_the_claim_and_taken_back_with_it(review: Review) -> None:
    review.edit("a/r2", "figures", "15..20")
    review.edit_all("a/r2", [("status", "alleged"), ("places", "Kesh #7; Ailleurs")])
    told = review.claim("a/r2")
    assert (told.figures[0].low, told.figures[0].high) == (15, 20)
    assert (told.status, [place.name for place in told.places]) == ("alleged", ["Kesh", "Ailleurs"])
    for _ in range(3):
        review.undo()
    assert review.claim("a/r2").figures[0].best == 12
    assert review.claim("a/r2").status == "actual"
    with pytest.raises(ReviewError, match="nothing of yours"):
        review.undo()


def test_of_several_edits_all_are_made_or_none(review: Review) -> None:
    with pytest.raises(ReviewError, match="perhaps"):
        review.edit_all("a/r2", [("figures", "3"), ("status", "perhaps")])
    assert review.claim("a/r2").figures[0].best == 12
    assert review.history("a/r2") == []


def test_a_merge_puts_whole_clusters_together_and_a_split_takes_out(review: Review) -> None:
    review.merge(["b/r2", "d/r2"])
    assert cluster(review, "d/r2") == ("a/r2", "b/r2", "c/r2", "d/r2")
    assert "cluster a/r2" not in ids(review)
    review.split(["c/r2", "d/r2"])
    assert cluster(review, "a/r2") == ("a/r2", "b/r2")
    assert cluster(review, "d/r2") == ("c/r2", "d/r2")
    review.undo()
    review.undo()
    assert cluster(review, "a/r2") == ("a/r2", "b/r2", "c/r2")
    assert cluster(review, "d/r2") == ("d/r2",)


def test_a_suggestion_that_is_refused_leaves_and_stays_apart(review: Review) -> None:
    (card,) = (each for each in review.cards() if isinstance(each, MergeCard))
    review.part(card.near.left.ids, card.near.right.ids)
    assert "merge a/r2 d/r2" not in ids(review)
    assert cluster(review, "d/r2") == ("d/r2",)


def test_what_is_merged_holds_when_another_article_comes(review: Review) -> None:
    review.merge(["a/r2", "d/r2"])
    keep(
        review.store, [attack("e", "La Voix", 5, 3, "Le convoi roulait vers l'est, dit un témoin.")]
    )
    review.follow(review.store)
    assert {"a/r2", "d/r2"} <= set(cluster(review, "e/r2"))


def test_near_clusters_and_comparisons_explain_themselves(review: Review) -> None:
    (near,) = review.reviewing.near(review.cluster_of("d/r2"))
    assert (near.left.id, near.right.id) == ("d/r2", "a/r2")
    features = {each.feature.name: each.feature for each in near.comparison.weighed}
    assert {features["time"].left, features["time"].right} == {"2021-05-03", "2021-05-05"}
    pairs = {(each.left, each.right) for each in review.reviewing.within(review.cluster_of("a/r2"))}
    assert pairs == {("a/r2", "b/r2"), ("a/r2", "c/r2"), ("b/r2", "c/r2")}


def test_what_does_not_exist_is_told_by_its_id(review: Review) -> None:
    asks = (
        lambda: review.accept("a/none"),
        lambda: review.edit("a/none", "status", "denied"),
        lambda: review.merge(["a/none", "b/r2"]),
        lambda: review.split(["a/none"]),
        lambda: review.history("a/none"),
    )
    for ask in asks:
        with pytest.raises(ReviewError, match="a/none"):
            ask()
    with review.store.reading() as connection:
        assert decisions(connection) == []


def test_a_claim_alone_cannot_be_split(review: Review) -> None:
    with pytest.raises(ReviewError, match="leave behind"):
        review.split(["d/r2"])


def test_two_reviewers_agree_and_disagree_by_field(review: Review) -> None:
    ben = review_of(review.store, "Ben")
    for claim in ("a/r2", "b/r2", "c/r2"):
        review.accept(claim)
        (ben.reject if claim == "c/r2" else ben.accept)(claim)
    told = {each.field: (each.alpha, each.units) for each in review.agreement()}
    assert told["verdict"] == (pytest.approx(0.0), 3)
    assert told["status"] == (None, 2)
    (found,) = review.disagreements()
    assert (found.field, found.unit) == ("verdict", ("c/r2",))


def test_the_history_tells_all_that_was_decided_of_a_claim(review: Review) -> None:
    review.accept("a/r2", "sûr")
    review.merge(["a/r2", "d/r2"])
    review.undo(1)
    review.accept("d/r1")
    history = review.history("a/r2")
    assert [(each.action, each.why) for each in history] == [
        ("accept", "sûr"),
        ("merge", None),
        ("undo", None),
    ]


def test_speakers_are_heard_in_reports(review: Review) -> None:
    (heard,) = review.reviewing.speakers()
    assert (heard.key, heard.name, heard.reports) == ("police of syria", "Police of Syria", 4)


def test_the_card_of_a_report_has_its_sentence(review: Review) -> None:
    card = next(each for each in review.cards() if isinstance(each, ReportCard))
    passage = review.reviewing.passage(card.claim)
    assert passage.text.startswith("L'attaque du 3 mai")
    assert {mark.slot for mark in passage.marks} >= {"trigger", "time", "places"}
