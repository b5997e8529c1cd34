"""The map of an account: countries around the places told of, each place as exact as it is known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from polybe.account import Fact, PlaceRef

from .geometry import KM_PER_DEGREE, Frame, Projection, area, centroid, clip
from .outlines import Outlines, Point, Ring
from .wording import place_words

WIDTH = 960
_RATIO = 1.7
_POINTS = frozenset({"site", "city", "district"})
_LETTER = 6.4
_LINE = 13


@dataclass(frozen=True, slots=True)
class Shape:
    """A country: its path in the picture, and whether it is told of."""

    path: str
    code: str
    told: bool


@dataclass(slots=True)
class Mark:
    """A place in the picture: a point with a label, or a label alone where it is no point."""

    label: str
    x: float
    y: float
    precision: str
    facts: tuple[Fact, ...]
    radius: float = 0.0
    label_x: float = 0.0
    label_y: float = 0.0
    anchor: str = "start"


@dataclass(slots=True)
class Map:
    """A map ready to be drawn; ``scale_km`` is what its bar of ``scale_width`` units stands for."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    not_drawn: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    scale_km: int = 0
    scale_width: float = 0.0


@dataclass(frozen=True, slots=True)
class _Told:
    """A place with the facts told of it."""

    place: PlaceRef
    facts: tuple[Fact, ...]

    @property
    def point(self) -> Point | None:
        """Longitude and latitude; None when it has none or is a country."""
        place = self.place
        if place.precision == "country" or place.latitude is None or place.longitude is None:
            return None
        return place.longitude, place.latitude


def draw_map(facts: Iterable[Fact], outlines: Outlines) -> Map | None:
    """The map of the places of some facts; None when no place can be drawn."""
    told = _places(facts)
    frame = _frame(told, outlines)
    if frame is None:
        return None
    projection = Projection(frame, WIDTH)
    drawn = Map(WIDTH, round(projection.height, 1))
    areas = {t.place.country for t in told if t.place.precision == "country" and t.place.country}
    drawn.shapes = list(_shapes(outlines, projection, areas))
    for place in told:
        _add_mark(place, outlines, projection, drawn)
    _set_labels(drawn)
    _set_scale(projection, drawn)
    return drawn


def _places(facts: Iterable[Fact]) -> list[_Told]:
    groups: dict[tuple[object, ...], tuple[PlaceRef, list[Fact]]] = {}
    for fact in facts:
        for place in fact.places:
            groups.setdefault(place.key, (place, []))[1].append(fact)
    return [_Told(place, tuple(found)) for place, found in groups.values()]


def _frame(told: Sequence[_Told], outlines: Outlines) -> Frame | None:
    """Around all points; countries widen it unless they would drown the points."""
    points = [t.point for t in told if t.point]
    frame = Frame.around(points) if points else None
    for place in told:
        ring = _mainland(place, outlines)
        if ring is None:
            continue
        land = Frame.around(ring)
        if frame is None:
            frame = land
        elif land.height <= 3 * max(frame.height, 6) and land.width <= 3 * max(frame.width, 8):
            frame = frame.joined(land)
    return frame.fitted(margin=0.12, least=5.0, ratio=_RATIO) if frame else None


def _mainland(told: _Told, outlines: Outlines) -> Ring | None:
    if told.place.precision != "country" or not told.place.country:
        return None
    return max(outlines.rings(told.place.country), key=area, default=None)


def _shapes(outlines: Outlines, projection: Projection, told: set[str]) -> Iterable[Shape]:
    frame = projection.frame
    for country in outlines.countries:
        rings = [r for r in outlines.rings(country) if Frame.around(r).meets(frame)]
        path = "".join(_path(clip(ring, frame), projection) for ring in rings)
        if path:
            yield Shape(path, country, country in told)


def _path(ring: Ring, projection: Projection) -> str:
    """A ring as an SVG path, points nearer than half a unit to the last left out."""
    kept: list[Point] = []
    for point in map(projection.place, ring):
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.8:
            kept.append(point)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


def _add_mark(told: _Told, outlines: Outlines, projection: Projection, drawn: Map) -> None:
    label = place_words(told.place)
    precision = told.place.precision or "region"
    ring = _mainland(told, outlines)
    if ring is not None:
        visible = clip(ring, projection.frame)
        if not visible or area(visible) < projection.frame.width * projection.frame.height * 1e-4:
            drawn.outside.append(label)
            return
        x, y = projection.place(centroid(visible))
    elif told.point and projection.frame.holds(told.point):
        x, y = projection.place(told.point)
    else:
        drawn.not_drawn.append(label)
        return
    radius = 3.5 + 1.2 * math.sqrt(len(told.facts)) if precision in _POINTS else 0.0
    drawn.marks.append(Mark(label, x, y, precision, told.facts, min(radius, 9.0)))


def _set_labels(drawn: Map) -> None:
    """Put each label where it covers no other, points and busiest places first."""
    taken = [
        Frame(m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius) for m in drawn.marks
    ]
    for mark in sorted(drawn.marks, key=lambda m: (not m.radius, -len(m.facts))):
        options = list(_label_options(mark))
        boxes = [_label_box(mark, option) for option in options]
        best = next(
            (
                i
                for i, box in enumerate(boxes)
                if _inside(box, drawn) and not any(box.meets(other) for other in taken)
            ),
            0,
        )
        mark.label_x, mark.label_y, mark.anchor = options[best]
        taken.append(boxes[best])


def _label_options(mark: Mark) -> Iterable[tuple[float, float, str]]:
    x, y, r = mark.x, mark.y, mark.radius
    if not r:
        for shift in (0, _LINE, -_LINE, 2 * _LINE, -2 * _LINE):
            yield x, y + 4 + shift, "middle"
        return
    yield x + r + 4, y + 4, "start"
    yield x - r - 4, y + 4, "end"
    yield x, y - r - 5, "middle"
    yield x, y + r + _LINE, "middle"
    yield x + r + 2, y - r - 3, "start"
    yield x + r + 2, y + r + _LINE - 2, "start"
    yield x - r - 2, y - r - 3, "end"
    yield x - r - 2, y + r + _LINE - 2, "end"


def _label_box(mark: Mark, option: tuple[float, float, str]) -> Frame:
    x, y, anchor = option
    width = _LETTER * len(mark.label)
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return Frame(left, y - _LINE + 2, left + width, y + 3)


def _inside(box: Frame, drawn: Map) -> bool:
    across = box.west >= 2 and box.east <= drawn.width - 2
    return across and box.south >= 2 and box.north <= drawn.height - 2


def _set_scale(projection: Projection, drawn: Map) -> None:
    """A bar of a round number of kilometres, near a sixth of the width."""
    km_per_unit = KM_PER_DEGREE / projection.scale
    wanted = km_per_unit * drawn.width / 6
    power = 10 ** math.floor(math.log10(wanted))
    drawn.scale_km = int(max(n * power for n in (1, 2, 5) if n * power <= wanted) or 1)
    drawn.scale_width = round(drawn.scale_km / km_per_unit, 1)
