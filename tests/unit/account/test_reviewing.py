"""The queue: what is shown to a reviewer, in which order, and when it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from polybe.account.claims import Claim
from polybe.account.constraints import NONE
from polybe.account.decisions import ReviewState
from polybe.account.nearness import MOST_NEAR, NEARLY, least_alike, nearest
from polybe.account.reconciling.profiles import profile_of
from polybe.account.reviewing import Card, Cluster, Near, ReportCard, queue
from tests.unit.account.claiming import ARMY, DAECH, PALMYRE, RAQQA, claim, on_day, persons

NOBODY = ReviewState()


def near_none(_: Cluster) -> Sequence[Near]:
    """No cluster is near another."""
    return ()


def one(name: str, **fields: Any) -> Cluster:
    """A cluster of one claim."""
    return Cluster((claim(name, **fields),))


def ids(cards: Sequence[Card]) -> list[str]:
    """What the cards are about."""
    return [card.id for card in cards]


def attack(document: str, report: str = "r1", **fields: Any) -> Claim:
    """A claim of an attack on Palmyra on a day."""
    told = {"actors": (DAECH,), "recipients": (ARMY,), "places": (PALMYRE,)}
    return claim(document, report, **{**told, "time": on_day("2017-03-02"), **fields})


def pair(a: Cluster, b: Cluster) -> Near:
    """Two clusters with the comparison of their first claims."""
    (found,) = nearest([profile_of(a.claims[0])], [(b.id, profile_of(b.claims[0]))])
    return Near(a, b, found[1])


FIRST, SECOND = Cluster((attack("a"),)), Cluster((attack("b", time=on_day("2017-03-03")),))


def near_each_other(cluster: Cluster) -> Sequence[Near]:
    """The two are near each other."""
    return [pair(FIRST, SECOND)] if cluster == FIRST else [pair(SECOND, FIRST)]


def test_disputed_facts_come_first_then_tolls_then_what_many_tell() -> None:
    toll = {"kind": "toll", "type": "KILLED"}
    many = Cluster((claim("m1"), claim("m2"), claim("m3")))
    clusters = [
        one("d"),
        many,
        one("c", **toll, figures=(persons(3),)),
        one("b", **toll, figures=(persons(40),)),
        replace(one("a"), disputed=True),
    ]
    shown = queue(clusters, near_none, NOBODY)
    assert [card.cluster.id for card in shown if isinstance(card, ReportCard)] == [
        "a/r1",
        "b/r1",
        "c/r1",
        *["m1/r1"] * 3,
        "d/r1",
    ]


def test_a_copy_is_no_second_text() -> None:
    copies = Cluster((claim("a"), claim("b", origin="a")))
    assert (copies.origins, Cluster((claim("a"), claim("b"))).origins) == (1, 2)


def test_a_million_displaced_do_not_outrank_the_dead() -> None:
    displaced = one("a", kind="toll", type="DISPLACED", figures=(persons(1_000_000),))
    killed = one("b", kind="toll", type="KILLED", figures=(persons(2),))
    assert ids(queue([displaced, killed], near_none, NOBODY)) == ["report b/r1", "report a/r1"]


def test_of_one_fact_the_cluster_comes_first_then_what_is_least_settled() -> None:
    vague = attack("v", time=None, places=(), status="alleged")
    cluster = Cluster((attack("a"), vague))
    assert ids(queue([cluster], near_none, NOBODY)) == [
        "cluster a/r1",
        "report v/r1",
        "report a/r1",
    ]


def test_what_is_accepted_or_rejected_leaves_and_nothing_else() -> None:
    cluster = Cluster((attack("a"), attack("b"), attack("c")))
    state = ReviewState(verdicts={"a/r1": "accepted", "b/r1": "rejected"})
    assert ids(queue([cluster], near_none, state)) == ["cluster a/r1", "report c/r1"]


def test_a_cluster_leaves_once_it_is_put_together_by_decision() -> None:
    """What a reviewer has rejected need not belong to it."""
    cluster = Cluster((attack("a"), attack("b"), attack("c")))
    state = ReviewState(verdicts={"c/r1": "rejected"}, constraints=NONE.merged(("a/r1", "b/r1")))
    assert "cluster a/r1" not in ids(queue([cluster], near_none, state))
    assert "cluster a/r1" in ids(queue([cluster], near_none, replace(state, verdicts={})))


def test_claims_of_one_article_are_no_cluster_to_check() -> None:
    cluster = Cluster((attack("a"), attack("a", "r2")))
    assert ids(queue([cluster], near_none, NOBODY)) == ["report a/r1", "report a/r2"]


def test_a_suggestion_is_shown_once_and_leaves_when_the_two_are_kept_apart() -> None:
    shown = queue([FIRST, SECOND], near_each_other, NOBODY)
    assert [each for each in ids(shown) if each.startswith("merge")] == ["merge a/r1 b/r1"]
    apart = ReviewState(constraints=NONE.split(("b/r1",), ("a/r1",)))
    left = queue([FIRST, SECOND], near_each_other, apart)
    assert ids(left) == ["report a/r1", "report b/r1"]


def test_what_was_judged_before_it_was_coded_otherwise_says_so() -> None:
    state = ReviewState(again={"a/r1": "accepted"})
    (card,) = queue([FIRST], near_none, state)
    assert isinstance(card, ReportCard)
    assert card.again == "accepted"


def test_no_more_clusters_are_asked_for_than_the_cards_want() -> None:
    """A store of a million reports is not read to its end."""

    def clusters() -> Any:
        yield one("a")
        yield one("b")
        pytest.fail("a third cluster was asked for")

    assert len(queue(clusters(), near_none, NOBODY, most=2)) == 2


def test_the_nearest_clusters_come_first_each_by_its_closest_pair() -> None:
    mine = [profile_of(attack("a"))]
    others = [
        ("far", profile_of(attack("f", places=(RAQQA,), time=on_day("2019-01-01")))),
        ("close", profile_of(attack("c", time=None))),
        ("same", profile_of(attack("s", time=on_day("2017-03-03")))),
        ("same", profile_of(attack("t"))),
        ("other kind", profile_of(claim("k", type="AID"))),
    ]
    found = nearest(mine, others)
    assert [cluster for cluster, _ in found] == ["same", "close"]
    assert found[0][1].right == "t/r1"
    assert all(comparison.score > NEARLY for _, comparison in found)
    crowd = [(f"c{n:02}", profile_of(attack(f"d{n:02}"))) for n in range(20)]
    assert len(nearest(mine, crowd)) == MOST_NEAR


def test_the_tellings_of_a_cluster_are_compared_the_least_alike_first() -> None:
    tellings = [profile_of(attack(name)) for name in "ab"] + [profile_of(attack("c", places=()))]
    scores = [each.score for each in least_alike(tellings)]
    assert len(scores) == 3
    assert scores == sorted(scores)
    assert least_alike(tellings[:1]) == []
