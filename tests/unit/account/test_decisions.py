"""Decisions: what a list of them amounts to, undos and codings that followed included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from polybe.account.decisions import Decision, ReviewState, review_state, standing

CLAIMS = ("a/1", "b/1", "c/1", "d/1")


def decision(number: int, action: str, *claims: str, who: str = "Ada", **fields: Any) -> Decision:
    """A decision of a reviewer."""
    return Decision(number, f"2021-05-06T12:{number:02}:00+00:00", who, action, claims, **fields)


def undo(number: int, undoes: int) -> Decision:
    """An undo of a decision or of another undo."""
    return decision(number, "undo", undoes=undoes)


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions of every kind, among them undos of any that came before."""
    made: list[Decision] = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        actions = ["accept", "reject", "edit", "merge", "split"] + ["undo"] * (number > 1)
        action = draw(st.sampled_from(actions))
        who = draw(st.sampled_from(("Ada", "Ben")))
        some = sorted(draw(st.sets(st.sampled_from(CLAIMS), min_size=2, max_size=4)))
        if action == "undo":
            made.append(replace(undo(number, draw(st.integers(1, number - 1))), who=who))
        elif action == "merge":
            made.append(decision(number, action, *some, who=who))
        elif action == "split":
            made.append(decision(number, action, some[0], who=who, rest=tuple(some[1:])))
        else:
            slot = {"slot": "status", "value": draw(st.sampled_from(("denied", "alleged")))}
            fields = slot if action == "edit" else {}
            made.append(decision(number, action, some[0], who=who, **fields))
    return made


@given(histories())
def test_deciding_and_undoing_it_is_nothing(made: list[Decision]) -> None:
    """Whatever is decided last, its undo leads back to what was."""
    before = review_state(made)
    number = len(made) + 1
    for last in (
        decision(number, "accept", "a/1"),
        decision(number, "edit", "a/1", slot="status", value="planned"),
        decision(number, "merge", *CLAIMS),
        decision(number, "split", "a/1", rest=("b/1", "c/1")),
    ):
        assert review_state([*made, last, undo(number + 1, number)]) == before


@given(histories())
def test_an_undo_that_is_undone_is_nothing(made: list[Decision]) -> None:
    """What it took back holds again."""
    number = len(made) + 1
    for target in range(1, number):
        again = [*made, undo(number, target), undo(number + 1, number)]
        assert review_state(again) == review_state(made)


@given(histories())
def test_the_order_of_undos_of_different_decisions_does_not_count(made: list[Decision]) -> None:
    """Two undos that do not undo each other may come in either order."""
    number = len(made) + 1
    targets = [each.number for each in made if each.undoes is None][:2]
    if len(targets) == 2:
        one, other = targets
        first = review_state([*made, undo(number, one), undo(number + 1, other)])
        assert review_state([*made, undo(number, other), undo(number + 1, one)]) == first


@given(histories(), st.randoms())
def test_the_order_in_which_rows_are_read_does_not_count(made: list[Decision], random: Any) -> None:
    """Decisions are put in order by their numbers."""
    mixed = list(made)
    random.shuffle(mixed)
    assert review_state(mixed) == review_state(made)
    assert standing(mixed) == standing(made)


def test_the_last_verdict_counts_and_its_reviewer_is_told() -> None:
    made = [decision(1, "accept", "a/1"), decision(2, "reject", "a/1", who="Ben")]
    assert review_state(made).verdicts == {"a/1": "rejected"}
    assert review_state(made).reviewers == {"a/1": "Ben"}


def test_undoing_the_last_verdict_brings_the_one_before_back() -> None:
    made = [decision(1, "accept", "a/1"), decision(2, "reject", "a/1", who="Ben"), undo(3, 2)]
    assert review_state(made).verdicts == {"a/1": "accepted"}
    assert review_state(made).reviewers == {"a/1": "Ada"}


def test_edits_stand_by_claim_and_slot_and_the_last_counts() -> None:
    made = [
        decision(1, "edit", "a/1", slot="status", value="denied"),
        decision(2, "edit", "a/1", slot="time", value="2017"),
        decision(3, "edit", "a/1", slot="status", value="alleged"),
    ]
    assert review_state(made).edits == {"a/1": {"status": "alleged", "time": "2017"}}
    assert review_state([*made, undo(4, 3)]).edits["a/1"]["status"] == "denied"


def test_merges_splits_and_edits_follow_a_claim_to_its_successor() -> None:
    """A later coding of the same words gives it another id."""
    made = [
        decision(1, "merge", "a/1", "b/1"),
        decision(2, "split", "c/1", rest=("a/1",)),
        decision(3, "edit", "a/1", slot="status", value="denied"),
    ]
    state = review_state(made, {"a/1": "a/2", "a/2": "a/3"})
    assert state.constraints.are_together({"a/3", "b/1"})
    assert state.constraints.are_apart({"c/1"}, {"a/3"})
    assert state.edits == {"a/3": {"status": "denied"}}


def test_what_is_coded_otherwise_is_not_verified_but_to_be_looked_at_again() -> None:
    made = [decision(1, "accept", "a/1"), decision(2, "reject", "b/1")]
    state = review_state(made, {"a/1": "a/2"})
    assert state.verdicts == {"b/1": "rejected"}
    assert state.reviewers == {"b/1": "Ada"}
    assert state.again == {"a/2": "accepted"}


def test_what_has_been_looked_at_again_is_done() -> None:
    made = [decision(1, "accept", "a/1"), decision(2, "reject", "a/2")]
    state = review_state(made, {"a/1": "a/2"})
    assert state.verdicts == {"a/2": "rejected"}
    assert state.again == {}


def test_nothing_decided_is_nothing() -> None:
    assert review_state([]) == ReviewState()
