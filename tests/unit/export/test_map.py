"""The map draws each place as exactly as it is known, and says what it leaves out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from polybe.account import Fact, facts_of
from polybe.export.map import draw_maps
from polybe.export.outlines import load_outlines
from tests.made import at, coded, record, report

OUTLINES = load_outlines()


def facts_at(*places: dict[str, Any]) -> list[Fact]:
    data = record()
    data["mentions"] = [
        {"id": f"p{i}", "kind": "place", **at("Kesh"), **place} for i, place in enumerate(places)
    ]
    ids = [f"p{i}" for i in range(len(places))]
    data["reports"] = [report("r", "control", "GAINS", "repris", places=ids)]
    return facts_of(coded(data))


def town(name: str, latitude: float, longitude: float, precision: str = "city") -> dict[str, Any]:
    return {
        "name": name,
        "text": name,
        "latitude": latitude,
        "longitude": longitude,
        "precision": precision,
    }


SYRIA = {"name": "Syria", "text": "Syrie", "country": "SYR", "precision": "country"}
ALEPPO = town("Alep", 36.2, 37.16)
GAO = town("Gao", 16.27, -0.04)


def test_a_town_is_a_point_and_a_country_a_shaded_area_with_a_name() -> None:
    maps = draw_maps(facts_at(ALEPPO, SYRIA), OUTLINES, {})
    assert maps is not None
    (drawn,) = maps.maps
    radius = {mark.label: mark.radius for mark in drawn.marks}
    assert radius["Alep"] > 0
    assert radius["Syrie"] == 0
    assert [shape.code for shape in drawn.shapes if shape.told] == ["SYR"]


@pytest.mark.parametrize("precision", ["admin1", "region"])
def test_provinces_and_regions_are_names_and_never_points(precision: str) -> None:
    maps = draw_maps(facts_at(ALEPPO, town("Kurdistan", 36.5, 38.0, precision)), OUTLINES, {})
    assert maps is not None
    (mark,) = (m for m in maps.maps[0].marks if m.label == "Kurdistan")
    assert mark.radius == 0


def test_a_place_without_coordinates_is_named_and_not_drawn() -> None:
    maps = draw_maps(facts_at(ALEPPO, {"name": "Sahel", "text": "Sahel"}), OUTLINES, {})
    assert maps is not None
    assert maps.not_drawn == ("Sahel",)
    assert [mark.label for mark in maps.maps[0].marks] == ["Alep"]


def test_no_place_that_stands_anywhere_gives_no_map() -> None:
    assert draw_maps(facts_at({"name": "Sahel", "text": "Sahel"}), OUTLINES, {}) is None
    assert draw_maps([], OUTLINES, {}) is None


def test_far_parts_of_the_world_have_maps_of_their_own() -> None:
    places = [ALEPPO, town("Idleb", 35.93, 36.63), GAO, town("Kidal", 18.44, 1.41)]
    maps = draw_maps(facts_at(*places), OUTLINES, {"MLI": "Mali"})
    assert maps is not None
    labels = [[m.label for m in drawn.marks if m.facts] for drawn in maps.maps]
    assert labels == [["Alep", "Idleb"], ["Gao", "Kidal"]]
    assert "Mali" in [mark.label for mark in maps.maps[1].marks]


def test_a_far_place_told_of_once_is_named_and_has_no_map() -> None:
    maps = draw_maps(facts_at(ALEPPO, GAO), OUTLINES, {})
    assert maps is not None
    assert len(maps.maps) == 1
    assert maps.outside == ("Gao",)


def test_every_mark_lies_inside_its_map() -> None:
    places = [ALEPPO, SYRIA, GAO, town("Suva", -18.1, 178.4), town("Nord", 78.2, 15.6)]
    maps = draw_maps(facts_at(*places), OUTLINES, {})
    assert maps is not None
    for drawn in maps.maps:
        for mark in drawn.marks:
            assert 0 <= mark.x <= drawn.width
            assert 0 <= mark.y <= drawn.height


def test_rings_across_the_180th_meridian_do_not_cross_the_map() -> None:
    for country in ("RUS", "FJI", "USA"):
        for ring in OUTLINES.rings(country):
            leaps = [abs(a[0] - b[0]) for a, b in pairwise(ring)]
            assert max(leaps) < 180
