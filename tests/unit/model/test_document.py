"""Spans and documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.model import Span, document_id

spans = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(first=spans, second=spans)
def test_overlap_and_cover_are_those_of_the_characters(first: Span, second: Span) -> None:
    """Two spans overlap when they share a character, one covers when it has all of them."""
    mine, other = set(range(*first)), set(range(*second))
    assert first.overlaps(second) is bool(mine & other)
    assert first.covers(second) is (other <= mine)


def test_a_span_counts_code_points() -> None:
    """Letters beyond the basic plane and accents count one each."""
    assert Span(2, 5).of("🛡 été") == "été"


def test_the_same_input_has_the_same_id() -> None:
    """Text and address make the id, nothing else does."""
    assert document_id("texte", "https://example.org") == document_id(
        "texte", "https://example.org"
    )
    assert document_id("texte") == document_id("texte", "")


@pytest.mark.parametrize("other", [("textes", None), ("texte", "u"), ("", "texte")])
def test_other_input_has_another_id(other: tuple[str, str | None]) -> None:
    """One character more, an address, or the same characters elsewhere."""
    assert document_id(*other) != document_id("texte")


def test_text_that_is_no_unicode_has_an_id() -> None:
    """A lone surrogate, as a broken file may give, is no error."""
    assert document_id("\ud800") != document_id("")
