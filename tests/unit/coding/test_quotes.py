"""Quoted stretches of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.coding.quotes import find_quotes

PAIRS = (("«", "»"), ("“", "”"), ('"', '"'))


def inner(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text, PAIRS)]


@pytest.mark.parametrize("text", ["« Non »", "«\u00a0Non\u00a0»", "“Non”", '"Non"', "« Non. »"])
def test_signs_spaces_and_the_last_stop_are_left_out(text: str) -> None:
    """Whatever the signs, the inner stretch is the words said; the outer has the signs."""
    assert inner(text) == ["Non"]
    assert [quote.outer.of(text) for quote in find_quotes(text, PAIRS)] == [text]


def test_a_quote_inside_a_quote_is_part_of_it() -> None:
    """Only the outermost signs count, of the same sort or another."""
    assert inner("« Il dit « non » et part »") == ["Il dit « non » et part"]
    assert inner("« Il dit “non” et part »") == ["Il dit “non” et part"]


def test_signs_that_open_and_close_alike_are_taken_in_turn() -> None:
    """Straight quotes have no sides."""
    assert inner('"un" ou "deux"') == ["un", "deux"]


def test_a_sign_never_closed_opens_nothing() -> None:
    """The rest of the article is not quoted, and later quotes are still found."""
    assert inner("« sans fin") == []
    assert inner("» « oui »") == ["oui"]


def test_a_sign_closed_far_away_opens_nothing() -> None:
    """A forgotten sign does not swallow the article."""
    assert inner("« " + "mot " * 2000 + "»") == []


@given(st.text(alphabet='«»"“” ab.', max_size=60))
def test_quotes_stand_in_order_and_hold_their_inside(text: str) -> None:
    """On any text: no two overlap, signs are at the ends, and the inside lies inside."""
    end = 0
    for quote in find_quotes(text, PAIRS):
        assert quote.outer.start >= end
        assert (text[quote.outer.start], text[quote.outer.end - 1]) in PAIRS
        assert quote.outer.covers(quote.inner)
        end = quote.outer.end
