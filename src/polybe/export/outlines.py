"""Outlines of the world's countries, from the pack that holds them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

Point = tuple[float, float]
Ring = tuple[Point, ...]


class Outlines:
    """Country outlines by alpha-3 code, as rings of (longitude, latitude) in degrees."""

    def __init__(self, arcs: Sequence[Sequence[int]], countries: dict[str, list[list[list[int]]]]):
        """Take arcs (points in hundredths of a degree, as steps) and the arcs of each polygon.

        An arc given as -1-n is arc n walked backwards, as in TopoJSON.
        """
        self._arcs = arcs
        self._countries = countries
        self._known: dict[str, list[Ring]] = {}

    @property
    def countries(self) -> list[str]:
        """The codes of all countries that have an outline."""
        return list(self._countries)

    def rings(self, country: str) -> list[Ring]:
        """The outer and inner rings of a country; none when it has no outline.

        A ring across the 180th meridian is given twice, once on either side of the world.
        """
        if country not in self._known:
            self._known[country] = self._drawn(country)
        return self._known[country]

    def _drawn(self, country: str) -> list[Ring]:
        return [
            ring
            for polygon in self._countries.get(country, [])
            for arcs in polygon
            for ring in _on_both_sides(_unwrapped(self._ring(arcs)))
        ]

    def _ring(self, arcs: list[int]) -> Ring:
        points: list[Point] = []
        for number in arcs:
            arc = self._points(number if number >= 0 else ~number)
            walked = arc if number >= 0 else arc[::-1]
            points.extend(walked[1:] if points else walked)
        return tuple(points)

    def _points(self, number: int) -> list[Point]:
        flat = self._arcs[number]
        x = y = 0
        points = []
        for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + step_x, y + step_y
            points.append((x / 100, y / 100))
        return points


def _unwrapped(ring: Ring) -> Ring:
    """The ring with no leap from one edge of the world to the other: longitudes may pass 180."""
    points = [ring[0]]
    turn = 0
    for before, point in pairwise(ring):
        leap = point[0] - before[0]
        turn += -360 if leap > 180 else 360 if leap < -180 else 0
        points.append((point[0] + turn, point[1]))
    return tuple(points)


def _on_both_sides(ring: Ring) -> list[Ring]:
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    turns = [0] + [360] * (west < -180) + [-360] * (east > 180)
    return [tuple((x + turn, y) for x, y in ring) for turn in turns]


@cache
def load_outlines() -> Outlines:
    """The outlines of the package (Natural Earth, public domain); read once."""
    path = files("polybe") / "packs" / "world" / "outlines" / "countries.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return Outlines(data["arcs"], data["countries"])
