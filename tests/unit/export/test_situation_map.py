"""The map of a situation tells who holds what, and no more than is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from polybe.account.finding import Finding
from polybe.export.outlines import load_outlines
from polybe.export.situation_map import MOST_SIDES, SituationMaps, draw_situation
from tests.situations import HOMS, NOWHERE, situation_from, told
from tests.unit.account.claiming import ARMY, DAECH, PALMYRE, RAQQA
from tests.unit.account.finding_out import REBELS

OUTLINES = load_outlines()


def held(name: str, **fields: Any) -> Finding:
    return told(name, "2017-03-10", **{"kind": "control", "type": "GAINS", **fields})


def drawn(*some: Finding) -> SituationMaps:
    maps = draw_situation(situation_from(some), OUTLINES, {})
    assert maps is not None
    return maps


def classes(maps: SituationMaps) -> dict[str, str]:
    """How each place that something is told of is drawn."""
    marks = [mark for each in maps.drawn.maps for mark in each.marks if mark.facts]
    return {mark.label: maps.classes(mark) for mark in marks}


def test_holders_of_most_places_come_first_and_have_a_colour_each() -> None:
    maps = drawn(
        held("a", actors=(DAECH,), places=(RAQQA,)),
        held("b", actors=(ARMY,), places=(PALMYRE,)),
        held("c", actors=(ARMY,), places=(HOMS,)),
    )
    assert maps.sides == (ARMY, DAECH)
    assert classes(maps) == {"Raqqa": "side2", "Palmyre": "side1", "Homs": "side1"}


def test_contested_lost_and_uncontrolled_ground_look_different() -> None:
    maps = drawn(
        held("a", type="CONTESTS", actors=(REBELS,), recipients=(ARMY,), places=(HOMS,)),
        held("b", type="LOSES", actors=(ARMY,), places=(RAQQA,)),
        told("c", "2017-03-10", places=(PALMYRE,)),
    )
    assert classes(maps) == {"Homs": "side1 contested", "Raqqa": "side0", "Palmyre": "events"}


def test_a_place_tells_its_control_first_then_its_events() -> None:
    maps = drawn(
        told("a", "2017-03-10", places=(RAQQA,)), held("b", actors=(DAECH,), places=(RAQQA,))
    )
    (mark,) = (m for m in maps.drawn.maps[0].marks if m.facts)
    assert [finding.cluster for finding in maps.findings(mark)] == ["b/r1", "a/r1"]


def test_a_place_without_coordinates_is_named_beside_the_map() -> None:
    maps = drawn(
        held("a", actors=(ARMY,), places=(NOWHERE,)), held("b", actors=(ARMY,), places=(HOMS,))
    )
    assert maps.drawn.not_drawn == ("le vieux fort",)


def test_no_more_holders_have_a_colour_than_there_are_colours() -> None:
    many = [
        held(
            f"h{n}",
            actors=(replace(ARMY, actor=f"side-{n}"),),
            places=(replace(HOMS, geonames=n, text=f"Homs {n}", latitude=34 + n / 10),),
        )
        for n in range(MOST_SIDES + 2)
    ]
    maps = drawn(*many)
    assert len(maps.sides) == MOST_SIDES
    assert list(classes(maps).values()).count("side0") == 2


def test_where_nothing_can_be_drawn_there_is_no_map() -> None:
    assert draw_situation(situation_from([]), OUTLINES, {}) is None
