"""Constraints: merges and splits in any number and order leave no contradiction."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from polybe.account.constraints import NONE, Constraints

IDS = st.sampled_from("abcdef")
SETS = st.frozensets(IDS, max_size=5)
STEPS = st.lists(st.tuples(st.sampled_from(("merge", "split")), SETS, SETS), max_size=12)


def applied(steps: list[tuple[str, frozenset[str], frozenset[str]]]) -> Constraints:
    """What some merges (of the first set) and splits (of it from the second) amount to."""
    constraints = NONE
    for action, one, other in steps:
        constraints = (
            constraints.merged(one) if action == "merge" else constraints.split(one, other)
        )
    return constraints


def sets(*words: str) -> tuple[frozenset[str], ...]:
    """Sets of ids of one letter."""
    return tuple(frozenset(word) for word in words)


@given(STEPS)
def test_nothing_is_both_together_and_apart(
    steps: list[tuple[str, frozenset[str], frozenset[str]]],
) -> None:
    """Clustering may obey both without asking which of them counts."""
    constraints = applied(steps)
    for group, (one, other) in product(constraints.together, constraints.apart):
        assert not (group & one and group & other)


@given(STEPS)
def test_sets_that_belong_together_share_no_claim(
    steps: list[tuple[str, frozenset[str], frozenset[str]]],
) -> None:
    """Each claim is in one of them at most, and none is of a claim alone."""
    together = applied(steps).together
    assert all(not a & b for a, b in combinations(together, 2))
    assert all(len(group) > 1 for group in together)


@given(STEPS, SETS, SETS)
def test_the_last_word_holds(
    steps: list[tuple[str, frozenset[str], frozenset[str]]],
    one: frozenset[str],
    other: frozenset[str],
) -> None:
    """Whatever was decided before, what is merged is together and what is split is apart."""
    before = applied(steps)
    if len(one) > 1:
        assert before.merged(one).are_together(one)
    for a, b in product(one, other - one):
        assert before.split(one, other).are_apart({a}, {b})


@given(STEPS, SETS)
def test_a_merge_parts_nothing_else(
    steps: list[tuple[str, frozenset[str], frozenset[str]]], group: frozenset[str]
) -> None:
    """Of what was apart only pairs inside the new set are given up."""
    before, after = applied(steps), applied(steps).merged(group)
    joined = group.union(*(each for each in before.together if each & group))
    for a, b in combinations("abcdef", 2):
        if before.are_apart({a}, {b}) and not {a, b} <= joined:
            assert after.are_apart({a}, {b})
        if after.are_apart({a}, {b}):
            assert before.are_apart({a}, {b})


def test_merges_that_share_a_claim_are_one() -> None:
    assert NONE.merged("ab").merged("cd").merged("bc").together == sets("abcd")


def test_a_split_cuts_every_set_into_its_part_and_the_others() -> None:
    split = NONE.merged("abcd").split("ab", "cd")
    assert split.together == sets("ab", "cd")
    assert split.apart == (sets("ab", "cd"),)


def test_a_merge_gives_up_what_is_apart_inside_it_alone() -> None:
    merged = NONE.split("ab", "cd").merged("ac")
    assert merged.together == sets("ac")
    assert not merged.are_apart("a", "c")
    assert merged.are_apart("a", "d")
    assert merged.are_apart("b", "cd")


def test_a_set_of_one_or_an_empty_rest_decides_nothing() -> None:
    assert NONE.merged("a") == NONE
    assert NONE.split("a", "a") == NONE
