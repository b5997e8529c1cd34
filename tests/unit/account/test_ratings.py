"""Ratings: what sources are worth, and that nothing is ever worth nothing."""

from __future__ import annotations

from itertools import product

import pytest

from polybe.account.ratings import (
    CREDIBILITIES,
    RELIABILITIES,
    Rating,
    Ratings,
    rating_from,
    weight,
    weight_of,
)
from polybe.errors import ReviewError
from tests.unit.account.claiming import ARMY, claim
from tests.unit.account.finding_out import OSDH, REBELS


def test_who_is_not_rated_is_neutral() -> None:
    """F and 6: cannot be judged."""
    assert weight_of(Rating()) == 1.0
    assert weight(claim("a", sources=(OSDH,)), Ratings()) == 1.0


def test_no_rating_deletes() -> None:
    """Even E5 weighs something, and better never weighs less."""
    weights = {(r, c): weight_of(Rating(r, c)) for r, c in product(RELIABILITIES, CREDIBILITIES)}
    assert min(weights.values()) > 0
    for better, worse in zip("ABCD", "BCDE", strict=True):
        assert weights[better, "6"] > weights[worse, "6"]
    for better, worse in zip("1234", "2345", strict=True):
        assert weights["F", better] > weights["F", worse]


def test_outlet_and_speakers_multiply() -> None:
    """The outermost passes it on, the innermost vouches for it; those between do not count."""
    ratings = Ratings(
        outlets={"RFI": Rating("A", "6")},
        speakers={
            OSDH.key: Rating("B", "6"),
            ARMY.key: Rating("E", "6"),
            REBELS.key: Rating("D", "4"),
        },
    )
    told = claim("a", outlet="RFI", sources=(OSDH, ARMY, REBELS))
    assert weight(told, ratings) == 2.0 * 1.5 * 0.25
    assert weight(claim("a", outlet="RFI", sources=(OSDH,)), ratings) == 2.0 * 1.5
    assert weight(claim("a", outlet=None), ratings) == 1.0


def test_a_code_is_read_in_either_case() -> None:
    assert rating_from("b2") == Rating("B", "2")
    assert rating_from("B2").code == "B2"


@pytest.mark.parametrize("code", ["", "B", "2B", "G1", "A7", "B22", "B²"])
def test_what_is_no_code_is_told(code: str) -> None:
    with pytest.raises(ReviewError, match="no rating"):
        rating_from(code)
