"""Which claim of a newer coding stands in the place of one of the older."""

from __future__ import annotations

from polybe.store.succession import Head, successors


def head(id_: str, start: int, end: int, type_: str = "GAINS", kind: str = "control") -> Head:
    return Head(id_, kind, type_, start, end)


def test_what_is_still_there_succeeds_to_itself_alone() -> None:
    assert successors([head("a", 0, 5)], [head("a", 0, 5), head("b", 0, 5, "HOLDS")]) == {}


def test_the_same_words_coded_otherwise_succeed() -> None:
    assert successors([head("a", 0, 5)], [head("b", 0, 5, "HOLDS")]) == {"a": "b"}


def test_words_that_overlap_succeed_and_others_do_not() -> None:
    assert successors([head("a", 0, 5)], [head("b", 3, 9)]) == {"a": "b"}
    assert successors([head("a", 0, 5)], [head("b", 5, 9)]) == {}


def test_another_kind_does_not_succeed() -> None:
    assert successors([head("a", 0, 5)], [head("b", 0, 5, "ASSAULT", "event")]) == {}


def test_the_nearest_succeeds() -> None:
    near, far = head("b", 0, 5, "HOLDS"), head("c", 4, 9)
    assert successors([head("a", 0, 5)], [far, near]) == {"a": "b"}
    same_type = head("d", 0, 5)
    assert successors([head("a", 0, 5)], [near, same_type]) == {"a": "d"}


def test_one_claim_succeeds_to_one_alone() -> None:
    """A rejection of one of two readings must not fall on the only one that is left."""
    old = [head("a", 0, 5), head("b", 0, 5, "LOSES")]
    assert successors(old, [head("c", 0, 5, "LOSES")]) == {"b": "c"}
    assert successors([head("b", 0, 5)], [head("c", 0, 5, "HOLDS"), head("d", 0, 5, "LOSES")]) == {
        "b": "c"
    }


def test_a_claim_that_was_there_beside_it_does_not_succeed() -> None:
    old = [head("a", 0, 5), head("b", 0, 5, "LOSES")]
    assert successors(old, [head("b", 0, 5, "LOSES")]) == {}
