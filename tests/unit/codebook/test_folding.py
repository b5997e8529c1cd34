"""The form in which words are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.codebook.folding import fold, fold_words


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Élysée", "elysee"), ("ÉTAT", "etat"), ("œuvre", "oeuvre"), ("l’", "l'"), ("n'", "n'")],
)
def test_case_accents_and_apostrophes_do_not_matter(word: str, folded: str) -> None:
    """Composed or decomposed, curly or straight."""
    assert fold(word) == folded


def test_decomposed_letters_fold_like_composed_ones() -> None:
    """« e » with a combining accent is « é »."""
    assert fold("E\u0301tat") == fold("\u00c9tat")


@given(st.text(st.characters(max_codepoint=0x24F), max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    """A folded word of a pack equals the folded word of a text however often it passes."""
    assert fold(fold(word)) == fold(word)


def test_apostrophes_end_a_word() -> None:
    """« coup d’Etat » is three words, as the tokens of a text are."""
    assert fold_words("coup d’Etat") == ["coup", "d'", "etat"]
