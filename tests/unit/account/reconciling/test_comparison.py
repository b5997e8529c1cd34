"""A comparison explains itself: every feature with both values, and points that add up."""

from __future__ import annotations

import pytest

from polybe.account.reconciling import compare
from polybe.account.reconciling.comparison import score
from polybe.account.reconciling.features import FEATURES, kilometres, place_level
from polybe.account.reconciling.linking import pair_score
from polybe.account.reconciling.points import BASE, POINTS, VETO
from polybe.account.reconciling.profiles import pooled, profile_of
from polybe.account.reconciling.tellings import LEAST
from tests.unit.account.claiming import ARMY, PALMYRE, RAQQA, claim, on_day, persons


def test_every_feature_is_told_with_both_values_and_the_points_add_up() -> None:
    """The score is what base and features sum to, and the quick score is the same."""
    a = profile_of(claim("a", places=(PALMYRE,), actors=(ARMY,), time=on_day("2017-03-01")))
    b = profile_of(claim("b", places=(PALMYRE,), time=on_day("2017-03-01")))
    made = compare(b, a)
    assert (made.left, made.right) == ("a/r1", "b/r1")
    assert {each.feature.name for each in made.weighed} == set(FEATURES)
    place = next(each.feature for each in made.weighed if each.feature.name == "place")
    assert (place.level, place.left, place.right) == ("same", "Tadmur", "Tadmur")
    assert made.score == pytest.approx(made.base + sum(each.points for each in made.weighed))
    assert made.score == pytest.approx(score(a, b))


def test_what_rules_it_out_is_told_as_a_veto() -> None:
    """Days far apart rule it out, however much else is the same."""
    a = profile_of(claim("a", places=(PALMYRE,), time=on_day("2017-03-01")))
    b = profile_of(claim("b", places=(PALMYRE,), time=on_day("2017-02-01")))
    assert compare(a, b).vetoed
    assert compare(a, b).score == score(a, b) == VETO


def test_points_name_only_features_that_there_are() -> None:
    """A misspelt feature in the table would be worth nothing in silence."""
    for group, table in POINTS.items():
        assert group in BASE
        assert set(table) <= set(FEATURES)


def test_distance_is_that_of_the_globe() -> None:
    """Palmyra and Raqqa are some 170 km apart; a place without a point is nowhere."""
    assert kilometres(PALMYRE, RAQQA) == pytest.approx(168, abs=5)
    assert kilometres(PALMYRE, PALMYRE.__class__("x", "x")) is None


def test_pooling_takes_the_surest_of_each() -> None:
    """A telling has the day of the claim that tells it, and all counts of all of them."""
    title = profile_of(claim("a", "r1", figures=(persons(12),)))
    lead = profile_of(
        claim("a", "r2", places=(PALMYRE,), time=on_day("2017-03-01"), figures=(persons(15),))
    )
    made = pooled([lead, title])
    assert made.claims == ("a/r1", "a/r2")
    assert made.exact
    assert made.places == (PALMYRE,)
    assert made.counts == ((12, 12), (15, 15))


def test_an_articles_own_place_tells_nothing_of_two_of_its_facts() -> None:
    """Where two sentences are silent, both are set in one town; other articles may bear it out."""
    first = profile_of(claim("a", "r1", main_place=PALMYRE))
    second = profile_of(claim("a", "r2", main_place=PALMYRE))
    other = profile_of(claim("b", main_place=PALMYRE))
    assert place_level(first, second) == "open"
    assert place_level(first, other) == "same_near"


def test_tellings_of_one_article_that_were_not_pooled_are_held_to_more() -> None:
    """What is a little more likely than not binds two articles, and not two facts of one."""
    made = {"places": (PALMYRE,), "actors": (ARMY,), "time": on_day("2017-03-01")}
    one, twin = (profile_of(claim("a", report, **made)) for report in ("r1", "r2"))
    assert pair_score(one, twin) == pytest.approx(score(one, twin) - LEAST)
    other = profile_of(claim("b", **made))
    assert pair_score(one, other) == score(one, other)
