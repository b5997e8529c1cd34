"""Plane geometry of the map: frames, projection, cutting rings to a frame."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from .outlines import Point, Ring

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of longitudes and latitudes, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Frame:
        """The smallest frame that holds the points; ValueError when there are none."""
        xs, ys = zip(*points, strict=True)
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """Degrees of longitude."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Degrees of latitude."""
        return self.north - self.south

    @property
    def middle(self) -> Point:
        """The centre."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Frame) -> bool:
        """Whether the two share ground."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )

    def joined(self, other: Frame) -> Frame:
        """The frame around both."""
        return Frame(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )

    def fitted(self, *, margin: float, least: float, ratio: float) -> Frame:
        """The frame with a margin (a share of its size), a least height in degrees, and a ratio.

        ``ratio`` is width to height on the ground, where a degree of longitude shrinks with
        latitude.  The frame stays on the globe.
        """
        x, y = self.middle
        shrink = math.cos(math.radians(min(abs(y), 75)))
        height = max(self.height * (1 + 2 * margin), least)
        width = max(self.width * (1 + 2 * margin), least)
        height = max(height, width * shrink / ratio)
        width = max(width, height * ratio / shrink)
        return Frame(
            max(x - width / 2, -180.0),
            max(y - height / 2, -85.0),
            min(x + width / 2, 180.0),
            min(y + height / 2, 85.0),
        )


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to units of a picture: equirectangular, true to scale in the frame's middle."""

    frame: Frame
    width: float

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return math.cos(math.radians(min(abs(self.frame.middle[1]), 75)))

    @property
    def scale(self) -> float:
        """Units of the picture for a degree of latitude."""
        return self.width / (self.frame.width * self.shrink)

    @property
    def height(self) -> float:
        """The picture's height."""
        return self.frame.height * self.scale

    def place(self, point: Point) -> Point:
        """Where a point lies in the picture; y runs downwards."""
        return self.trace([point])[0]

    def trace(self, points: Iterable[Point]) -> list[Point]:
        """Where several points lie in the picture."""
        west, north, down = self.frame.west, self.frame.north, self.scale
        across = down * self.shrink
        return [(round((x - west) * across, 1), round((north - y) * down, 1)) for x, y in points]


def clip(ring: Ring, frame: Frame) -> Ring:
    """The part of a ring inside a frame (Sutherland and Hodgman 1974); empty when outside."""
    points = list(ring)
    for axis, limit, sign in (
        (0, frame.west, 1),
        (0, frame.east, -1),
        (1, frame.south, 1),
        (1, frame.north, -1),
    ):
        points = _cut(points, axis, limit, sign)
        if not points:
            return ()
    return tuple(points)


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip([points[-1], *points[:-1]], points, strict=True):
        inside, was_inside = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            kept.append(_crossing(before, point, axis, limit))
        if inside:
            kept.append(point)
    return kept


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def area(ring: Ring) -> float:
    """The area of a ring in square degrees (shoelace)."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def centroid(ring: Ring) -> Point:
    """The centre of gravity of a ring; the mean of its points when it has no area."""
    total = x = y = 0.0
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        total += cross
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    if abs(total) < 1e-9:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return x / (3 * total), y / (3 * total)
