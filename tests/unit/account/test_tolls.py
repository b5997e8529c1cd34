"""Tolls so far: sums of incidents by place and country, and totals that are held against them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from polybe.account.facts import FigureRef, TimeRef
from polybe.account.finding import Finding
from polybe.account.tolls import Sum, tolls_at
from tests.unit.account.claiming import PALMYRE, RAQQA, at_least, on_day, persons
from tests.unit.account.finding_out import told

MOSUL = replace(PALMYRE, name="Mosul", text="Mossoul", country="IRQ", geonames=99072)


def toll(
    name: str, count: FigureRef | None, day: str | None = "2017-03-01", **fields: object
) -> Finding:
    """A toll of people killed that one article tells."""
    figures = (count,) if count else ()
    made = {"kind": "toll", "type": "KILLED", "mode": "incident", "figures": figures, **fields}
    return told(name, day, **made)


def country_sum(*findings: Finding, on: str = "2017-12-31") -> Sum:
    """The one sum of the one country told of."""
    [country] = tolls_at(findings, on).countries
    [found] = country.sums
    return found


def test_incidents_add_up() -> None:
    """Low with low, best with best, high with high."""
    found = country_sum(
        toll("a", persons(12)), toll("b", FigureRef("5 à 8", 5, None, 8, "persons"))
    )
    assert (found.low, found.best, found.high, found.incidents) == (17, 18.5, 20, 2)


def test_one_open_end_leaves_the_sum_open() -> None:
    """« Au moins 12 » and 5: at least 17."""
    found = country_sum(toll("a", at_least(12)), toll("b", persons(5)))
    assert (found.low, found.best, found.high) == (17, 17, None)


def test_who_has_no_number_is_not_counted_and_not_lost() -> None:
    """« Des morts » is an incident without number."""
    found = country_sum(toll("a", None), toll("b", persons(5)))
    assert (found.incidents, found.uncounted, found.best) == (2, 1, 5)


def test_up_to_the_day() -> None:
    """What came later is not in it; what has no day counts from its telling."""
    findings = [
        toll("a", persons(1), "2017-03-01"),
        toll("b", persons(10), "2017-03-05"),
        toll("c", persons(100), None, known="2017-03-09"),
    ]
    days = ["2017-03-01", "2017-03-05", "2017-03-08", "2017-03-09"]
    assert [country_sum(*findings, on=day).best for day in days] == [1, 11, 11, 111]


def test_denied_and_planned_count_nobody() -> None:
    """Alleged tolls count, these do not."""
    findings = [
        toll("a", persons(1), status="alleged"),
        toll("b", persons(10), status="denied"),
        toll("c", persons(100), status="planned"),
    ]
    assert country_sum(*findings).best == 1


def test_a_total_is_never_added() -> None:
    """It stands apart, beside the sum of the incidents of its country, category and days."""
    since = TimeRef("depuis le 1er mars", "2017-03-01/..", "2017-03-01", None, "day")
    total = toll("t", persons(300), None, mode="cumulative", time=since, known="2017-03-20")
    findings = [
        toll("a", persons(12), "2017-03-02"),
        toll("b", persons(30), "2017-02-02"),
        toll("c", persons(50), "2017-03-02", type="WOUNDED"),
        toll("d", persons(7), "2017-03-02", places=(MOSUL,)),
        total,
    ]
    so_far = tolls_at(findings, "2017-03-31")
    assert [s.best for c in so_far.countries for s in c.sums] == [7, 42, 50]
    [row] = so_far.totals
    assert row.finding == total
    assert row.incidents is not None
    assert (row.incidents.best, row.incidents.incidents) == (12, 1)


def test_a_total_is_one_of_the_day_it_is_told() -> None:
    """« 300 morts depuis mars », told on the 20th, says nothing of the 10th."""
    since = TimeRef("depuis le 1er mars", "2017-03-01/..", "2017-03-01", None, "day")
    total = toll("t", persons(300), None, mode="cumulative", time=since, known="2017-03-20")
    assert tolls_at([total], "2017-03-10").totals == ()
    assert len(tolls_at([total], "2017-03-20").totals) == 1


def test_tolls_of_one_place_and_time_are_one_incident() -> None:
    """Killed and wounded of one attack stand together, the gravest first, with the attack."""
    attack = told("x", "2017-03-01")
    findings = [
        toll("w", persons(30), type="WOUNDED"),
        toll("k", persons(12)),
        toll("other", persons(2), "2017-03-02"),
        attack,
    ]
    first, second = tolls_at(findings, "2017-12-31").incidents
    assert [t.cluster for t in first.tolls] == ["other/r1"]
    assert [t.cluster for t in second.tolls] == ["k/r1", "w/r1"]
    assert second.events == (attack,)


def test_tolls_without_place_or_day_stay_apart() -> None:
    """Nothing shows that they are one incident."""
    findings = [toll("a", persons(1), None), toll("b", persons(2), None)]
    assert len(tolls_at(findings, "2017-12-31").incidents) == 2


def test_places_in_two_countries_count_for_neither() -> None:
    """« En Syrie et en Irak » would count twice."""
    both = toll("a", persons(9), places=(PALMYRE, MOSUL))
    so_far = tolls_at([both], "2017-12-31")
    assert [c.country for c in so_far.countries] == [None]


def test_places_have_their_sums() -> None:
    """By name, what has no place coming last."""
    findings = [
        toll("a", persons(9), places=()),
        toll("b", persons(2)),
        toll("c", persons(4), places=(RAQQA,)),
        toll("d", persons(1)),
    ]
    rows = [(p.place and p.place.name, p.sums[0].best) for p in tolls_at(findings, "2018").places]
    assert rows == [("Raqqa", 4), ("Tadmur", 3), (None, 9)]


tolls = st.builds(
    lambda n, count, day, kind, place: toll(
        f"d{n}",
        persons(count),
        f"2017-03-{day:02d}",
        type=kind,
        places=(place,) if place else (),
        time=on_day(f"2017-03-{day:02d}"),
    ),
    st.integers(0, 50),
    st.integers(0, 90),
    st.integers(1, 9),
    st.sampled_from(["KILLED", "WOUNDED"]),
    st.sampled_from([PALMYRE, RAQQA, MOSUL, None]),
)
lists = st.lists(tolls, max_size=8, unique_by=lambda finding: finding.cluster)


@given(lists, st.randoms(use_true_random=False))
def test_the_order_of_findings_plays_no_part(some: list[Finding], random: object) -> None:
    """Shuffled findings make the same sums."""
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tolls_at(shuffled, "2017-03-05") == tolls_at(some, "2017-03-05")


@given(lists)
def test_countries_and_places_hold_every_incident_once(some: list[Finding]) -> None:
    """Nothing is lost and nothing counted twice."""
    so_far = tolls_at(some, "2017-12-31")
    ids = sorted(finding.cluster for finding in some)
    for rows in (so_far.countries, so_far.places):
        assert sorted(f.cluster for row in rows for s in row.sums for f in s.findings) == ids
    assert sorted(f.cluster for i in so_far.incidents for f in i.tolls) == ids
