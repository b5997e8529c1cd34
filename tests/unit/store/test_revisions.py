"""The order of an article's versions, and from when to when each was known."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from polybe.store.revisions import Version, day_of, in_order


def version(id_: str, published: str | None, added: str) -> Version:
    return Version(id_, published, f"{added}T08:00:00+00:00")


def told(*versions: Version) -> list[tuple[str, str, str | None]]:
    return [(each.id, each.known, each.until) for each in in_order(versions)]


def test_what_was_published_later_is_newer() -> None:
    later, earlier = (
        version("b", "2021-05-05", "2021-05-06"),
        version("a", "2021-05-04", "2021-06-01"),
    )
    assert told(later, earlier) == [("a", "2021-05-04", "2021-05-05"), ("b", "2021-05-05", None)]


def test_hours_and_time_zones_count() -> None:
    noon = version("a", "2021-05-04T12:00:00+02:00", "2021-05-06")
    eleven = version("b", "2021-05-04T11:00:00+00:00", "2021-05-06")
    assert [each.id for each in in_order([eleven, noon])] == ["a", "b"]


def test_published_alike_what_was_added_later_is_newer_and_known_from_then() -> None:
    first, second = (
        version("a", "2021-05-04", "2021-05-04"),
        version("b", "2021-05-04", "2021-05-07"),
    )
    assert told(second, first) == [("a", "2021-05-04", "2021-05-07"), ("b", "2021-05-07", None)]


def test_without_a_date_of_publication_the_day_of_adding_counts() -> None:
    first, second = version("a", None, "2021-05-04"), version("b", "mardi", "2021-05-07")
    assert told(first, second) == [("a", "2021-05-04", "2021-05-07"), ("b", "2021-05-07", None)]


def test_a_day_is_read_however_iso_writes_it() -> None:
    assert day_of("20210504") == day_of("2021-05-04T23:30:00+02:00") == "2021-05-04"
    assert day_of("mardi") is None
    assert day_of(None) is None


days = st.sampled_from(["2021-05-01", "2021-05-02", "2021-05-03", "2021-05-04"])
moments = days | st.none() | days.map(lambda day: f"{day}T10:00:00+02:00")
many = st.lists(st.tuples(moments, days), min_size=1, max_size=6)


@given(many)
def test_versions_follow_each_other_without_a_gap(dates: list[tuple[str | None, str]]) -> None:
    versions = [version(str(n), *each) for n, each in enumerate(dates)]
    ordered = in_order(versions)
    assert [each.revision for each in ordered] == list(range(1, len(versions) + 1))
    assert [each.until for each in ordered] == [*(each.known for each in ordered[1:]), None]
    assert all(each.until is None or each.known <= each.until for each in ordered)


@given(many)
def test_nothing_is_known_before_it_was_published(dates: list[tuple[str | None, str]]) -> None:
    for each in in_order([version(str(n), *dated) for n, dated in enumerate(dates)]):
        assert each.known >= (day_of(each.published) or "")


@given(st.sets(st.tuples(days | st.none(), days), min_size=1, max_size=6), st.randoms())
def test_the_order_in_which_versions_come_does_not_count(
    dates: set[tuple[str | None, str]], random: Random
) -> None:
    versions = [version(str(n), *dated) for n, dated in enumerate(sorted(dates, key=repr))]
    shuffled = random.sample(versions, len(versions))
    kept: list[Version] = []
    for each in shuffled:
        kept = in_order([*kept, each])
    assert kept == in_order(versions)
