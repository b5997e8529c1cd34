"""B-cubed and pairwise scores, on clusterings worked out by hand."""

from __future__ import annotations

import pytest

from polybe.scoring.clusters import b_cubed, pairwise

GOLD = {"a": "1", "b": "1", "c": "1", "d": "2"}


def test_the_same_clusters_score_one() -> None:
    """Names of clusters play no part."""
    found = {"a": "x", "b": "x", "c": "x", "d": "y"}
    assert b_cubed(GOLD, found).f1 == pairwise(GOLD, found).f1 == 1.0


def test_all_in_one_cluster_has_full_recall() -> None:
    """Three of four are right for three items, one of four for one: (3·¾ + ¼) / 4."""
    found = dict.fromkeys(GOLD, "x")
    assert b_cubed(GOLD, found).recall == 1.0
    assert b_cubed(GOLD, found).precision == pytest.approx((3 * 0.75 + 0.25) / 4)
    assert pairwise(GOLD, found).precision == 0.5


def test_what_was_not_found_stands_by_itself() -> None:
    """Missing items cost recall, and no precision."""
    found = {"a": "x", "b": "x"}
    assert b_cubed(GOLD, found).precision == 1.0
    assert b_cubed(GOLD, found).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert pairwise(GOLD, found).recall == pytest.approx(1 / 3)
