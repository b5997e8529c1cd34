"""Opinions and agreement: who said what of what, where they differ, and how much they agree."""

from __future__ import annotations

import pytest

from polybe.account.agreement import agreement_of
from polybe.account.opinions import AS_CODED, FIELDS, Disagreement, disagreements, opinions_of
from tests.unit.account.test_decisions import Decision, decision, undo


def numbered(*made: tuple[str, str, dict[str, object]]) -> list[Decision]:
    """Decisions in their order: action, reviewer and the rest."""
    return [
        decision(number, action, *fields.pop("claims", ("a/1",)), who=who, **fields)  # type: ignore[misc]
        for number, (action, who, fields) in enumerate(made, start=1)
    ]


def verdicts(who: str, words: str, first: int) -> list[Decision]:
    """Verdicts on claims 0, 1, 2 …: + accepts, - rejects, a point says nothing."""
    actions = {"+": "accept", "-": "reject"}
    return [
        decision(first + number, actions[sign], f"{number}/1", who=who)
        for number, sign in enumerate(words)
        if sign != "."
    ]


def by_field(made: list[Decision]) -> dict[str, tuple[float | None, int, int]]:
    """Alpha, units and reviewers by field."""
    told = agreement_of(opinions_of(made))
    return {each.field: (each.alpha, each.units, each.reviewers) for each in told}


def test_alpha_is_that_of_the_textbook() -> None:
    """Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A: 0.095."""
    made = verdicts("Jon", "-+------+-", 1) + verdicts("Meg", "+++--+----", 20)
    alpha, units, reviewers = by_field(made)["verdict"]
    assert alpha == pytest.approx(0.095, abs=0.0005)
    assert (units, reviewers) == (10, 2)


def test_what_one_reviewer_alone_has_seen_is_no_unit() -> None:
    made = verdicts("Ada", "+-+-", 1) + verdicts("Ben", "+-..", 20)
    assert by_field(made)["verdict"] == (1.0, 2, 2)


def test_where_nothing_varies_or_nobody_overlaps_there_is_no_alpha() -> None:
    """One value only tells nothing of agreement."""
    same = verdicts("Ada", "+++", 1) + verdicts("Ben", "+++", 20)
    assert by_field(same)["verdict"] == (None, 3, 2)
    apart = verdicts("Ada", "+-", 1) + verdicts("Ben", "..+-", 20)
    assert by_field(apart)["verdict"] == (None, 0, 0)
    assert [each.field for each in agreement_of([])] == list(FIELDS)


def test_who_accepts_lets_the_slots_stand_as_they_are() -> None:
    """Ben accepts what Ada has edited: of the status they are of one mind."""
    edit = {"slot": "status", "value": "denied"}
    made = numbered(("edit", "Ada", edit), ("accept", "Ben", {}))
    assert disagreements(opinions_of(made)) == []
    values = {o.value for o in opinions_of(made) if o.field == "status"}
    assert values == {'"denied"'}


def test_who_edits_what_another_accepted_disagrees_with_him() -> None:
    edit = {"slot": "status", "value": "denied"}
    made = numbered(("accept", "Ada", {}), ("edit", "Ben", edit), ("accept", "Ben", {}))
    (found,) = disagreements(opinions_of(made))
    assert (found.field, found.unit) == ("status", ("a/1",))
    assert [(o.who, o.value) for o in found.opinions] == [("Ada", AS_CODED), ("Ben", '"denied"')]


def test_who_rejects_says_nothing_of_slots() -> None:
    made = numbered(("accept", "Ada", {}), ("reject", "Ben", {}))
    (found,) = disagreements(opinions_of(made))
    assert found.field == "verdict"
    fields = {(o.field, o.who) for o in opinions_of(made)}
    assert ("status", "Ada") in fields
    assert ("status", "Ben") not in fields


def test_who_changes_his_mind_contradicts_nobody() -> None:
    made = numbered(("accept", "Ada", {}), ("reject", "Ada", {}))
    assert disagreements(opinions_of(made)) == []


def test_what_is_undone_is_no_opinion() -> None:
    made = [decision(1, "accept", "a/1"), decision(2, "reject", "a/1", who="Ben"), undo(3, 2)]
    assert disagreements(opinions_of(made)) == []


def test_the_order_of_actors_makes_no_difference() -> None:
    one, other = {"name": "A"}, {"name": "B"}
    made = numbered(
        ("edit", "Ada", {"slot": "actors", "value": [one, other]}),
        ("edit", "Ben", {"slot": "actors", "value": [other, one]}),
    )
    assert disagreements(opinions_of(made)) == []


def test_merges_are_held_against_splits_pair_by_pair() -> None:
    made = numbered(
        ("merge", "Ada", {"claims": ("a/1", "b/1", "c/1")}),
        ("split", "Ben", {"claims": ("c/1",), "rest": ("a/1", "b/1")}),
        ("merge", "Ben", {"claims": ("a/1", "b/1")}),
    )
    found = disagreements(opinions_of(made))
    assert [each.unit for each in found] == [("a/1", "c/1"), ("b/1", "c/1")]
    assert all(isinstance(each, Disagreement) and each.field == "merge" for each in found)
    assert by_field(made)["merge"][1:] == (3, 2)


def test_opinions_follow_edits_and_merges_to_successors() -> None:
    made = numbered(
        ("merge", "Ada", {"claims": ("a/1", "b/1")}),
        ("merge", "Ben", {"claims": ("a/2", "b/1")}),
    )
    units = {o.unit for o in opinions_of(made, {"a/1": "a/2"})}
    assert units == {("a/2", "b/1")}
