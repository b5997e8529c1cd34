"""A draft stays a tree whatever is done to it."""

from collections.abc import Callable

import pytest

from polybe.parsing.draft import Draft

ROWS = "le le DET det 2\nchef _ NOUN nsubj 3\nparle parler VERB ROOT 0\nfort _ ADV advmod 3"


@pytest.fixture
def draft(build_draft: Callable[..., Draft]) -> Draft:
    return build_draft(ROWS, first=10)


def test_tokens_are_named_by_their_index_in_the_document(draft: Draft) -> None:
    assert draft[11].text == "chef"
    assert (10 in draft, 13 in draft, 9 in draft, 14 in draft) == (True, True, False, False)
    assert draft.text(9) == draft.pos(14) == ""


def test_attach_moves_a_token_under_another(draft: Draft, edges) -> None:
    draft.attach(13, 11, "amod")
    assert edges(draft)["fort"] == ("amod", "chef")
    assert [child.text for child in draft.children(11)] == ["le", "fort"]


def test_a_token_never_becomes_its_own_ancestor(draft: Draft, edges) -> None:
    draft.attach(12, 11, "nmod")
    assert edges(draft)["parle"] == ("ROOT", "")


def test_a_root_keeps_its_label(draft: Draft, edges) -> None:
    draft.change(12, dep="nsubj", lemma="parler fort")
    assert edges(draft)["parle"] == ("ROOT", "")
    assert draft[12].lemma == "parler fort"


def test_promote_puts_a_token_in_its_governors_place(draft: Draft, edges) -> None:
    draft.promote(11, "acl")
    assert edges(draft)["chef"] == ("ROOT", "")
    assert edges(draft)["parle"] == ("acl", "chef")


def test_promote_leaves_a_root_alone(draft: Draft, edges) -> None:
    before = edges(draft)
    draft.promote(12, "acl")
    assert edges(draft) == before


def test_a_phrase_runs_from_its_first_to_past_its_last_word(draft: Draft, build_draft) -> None:
    assert (draft.phrase_start(11), draft.phrase_end(11)) == (10, 12)
    assert (draft.phrase_start(12), draft.phrase_end(12)) == (10, 14)
    signed = build_draft(", _ PUNCT punct 2\nBa _ PROPN ROOT 0\n, _ PUNCT punct 2")
    assert (signed.phrase_start(1), signed.phrase_end(1)) == (1, 2)
