"""The tree read downwards and upwards."""

from __future__ import annotations

import pytest

from polybe.model import Parse
from tests.treebank import parse_of


@pytest.fixture
def parse() -> Parse:
    """Two sentences: the second's root is « pris »."""
    return parse_of("Damas a accepté une trêve.", "Ils ont pris la ville.")


def test_children_stand_in_text_order(parse: Parse) -> None:
    """Dependents left and right of their governor; a root is no child of its own."""
    assert [t.text for t in parse.children(8)] == ["Ils", "ont", "ville", "."]


def test_a_root_has_no_head(parse: Parse) -> None:
    """Its governor is None, and it ends the way upwards."""
    assert parse.head(8) is None
    assert [t.text for t in parse.ancestors(9)] == ["ville", "pris"]


def test_a_subtree_holds_its_head_and_is_in_order(parse: Parse) -> None:
    """« une trêve » under « trêve »; the whole sentence under its root and nothing else."""
    assert parse.subtree(4) == [3, 4]
    assert parse.subtree(8) == list(range(6, 12))


def test_sentences_share_out_the_tokens(parse: Parse) -> None:
    """Every token stands in one sentence, which gives it back."""
    for sentence in parse.sentences:
        tokens = parse.sentence_tokens(sentence)
        assert {parse.sentence_of(t.index) for t in tokens} == {sentence}
    assert sum(len(parse.sentence_tokens(s)) for s in parse.sentences) == len(parse.tokens)


def test_parses_are_equal_by_what_they_hold(parse: Parse) -> None:
    """The tables made for reading downwards do not count, and an empty text has no tokens."""
    assert parse == Parse(parse.text, parse.tokens, parse.sentences)
    assert Parse("", (), ()).tokens == ()
