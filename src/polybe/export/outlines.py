"""Outlines of the world's countries, from the pack that holds them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

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

    @property
    def countries(self) -> list[str]:
        """The codes of all countries that have an outline."""
        return list(self._countries)

    def rings(self, country: str) -> list[Ring]:
        """The outer and inner rings of a country; none when it has no outline."""
        return [
            self._ring(ring) for polygon in self._countries.get(country, []) for ring in polygon
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


@cache
def load_outlines() -> Outlines:
    """The outlines of the package (Natural Earth, public domain); read once."""
    path = files("polybe") / "packs" / "world" / "outlines" / "countries.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return Outlines(data["arcs"], data["countries"])
