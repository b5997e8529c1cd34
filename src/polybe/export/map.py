"""Maps: one for each part of the world told of, each place as exact as known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..account import PlaceRef
from .geometry import KM_PER_DEGREE, Frame, Projection, area, centroid, clip
from .outlines import Outlines, Point, Ring
from .wording import one_line, place_words

_WIDTH_ALONE = 960
_WIDTH_AMONG_OTHERS = 560
_RATIO = 1.6
_MOST_MAPS = 8
_NEAR = 12.0
"""Degrees (of latitude) within which two places share a map."""
_LONGEST_LABEL = 28
_NEIGHBOUR = "neighbour"
_SHARE_TO_BE_NAMED = 0.03
"""How much of a map a country must cover to be named where nothing is told of it."""
_POINTS = frozenset({"site", "city", "district"})
_LETTER = 7.2
_LINE = 13


class Placed(Protocol):
    """What is told of places and can be shown there: a fact, or ground that is held."""

    @property
    def places(self) -> Sequence[PlaceRef]:
        """The places it is told of."""


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
    facts: tuple[Placed, ...]
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
    outside: list[str] = field(default_factory=list)
    scale_km: int = 0
    scale_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Maps:
    """Maps, the one most told of first; places that none can show, by name."""

    maps: tuple[Map, ...]
    not_drawn: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A place with the facts told of it."""

    place: PlaceRef
    facts: tuple[Placed, ...]

    @property
    def point(self) -> Point | None:
        """Longitude and latitude; None when it has none or is a country."""
        place = self.place
        if place.precision == "country" or place.latitude is None or place.longitude is None:
            return None
        return place.longitude, place.latitude


def draw_maps(facts: Iterable[Placed], outlines: Outlines, names: Mapping[str, str]) -> Maps | None:
    """The maps of the places of some facts; None when no place can be drawn.

    ``names`` gives the names of countries by alpha-3 code, for those seen but not told of.
    """
    told = _places(facts)
    anchored = [(place, _anchor(place, outlines)) for place in told]
    known = [(place, anchor) for place, anchor in anchored if anchor]
    groups = _groups(known, outlines)
    if not groups:
        return None
    drawn_groups = [g for n, g in enumerate(groups[:_MOST_MAPS]) if not n or _is_worth_a_map(g)]
    width = _WIDTH_ALONE if len(drawn_groups) == 1 else _WIDTH_AMONG_OTHERS
    maps = tuple(_draw(group, outlines, names, width) for group in drawn_groups)
    left_out = [_label(t.place) for group in groups if group not in drawn_groups for t in group]
    return Maps(
        maps,
        not_drawn=tuple(place_words(place.place) for place, anchor in anchored if not anchor),
        outside=(*(label for drawn in maps for label in drawn.outside), *left_out),
    )


def _anchor(told: _Told, outlines: Outlines) -> Point | None:
    """Where a place stands in the world: its point, the middle of a country; None when unknown."""
    ring = _mainland(told, outlines)
    return centroid(ring) if ring else told.point


def _groups(known: Sequence[tuple[_Told, Point]], outlines: Outlines) -> list[list[_Told]]:
    """Places that belong on one map: those near the place most told of, then of the rest, ….

    The map most told of comes first.
    """
    left = sorted(known, key=lambda pair: -len(pair[0].facts))
    groups: list[list[_Told]] = []
    while left:
        seed = left[0]
        near = [other for other in left if other is seed or _is_near(seed, other, outlines)]
        left = [other for other in left if other not in near]
        groups.append([told for told, _ in near])
    return sorted(groups, key=lambda group: -sum(len(told.facts) for told in group))


def _is_worth_a_map(group: Sequence[_Told]) -> bool:
    """Whether enough is told of a part of the world: two places of it, or two facts."""
    return len(group) > 1 or len(group[0].facts) > 1


def _is_near(a: tuple[_Told, Point], b: tuple[_Told, Point], outlines: Outlines) -> bool:
    for (told, _), (_, point) in ((a, b), (b, a)):
        ring = _mainland(told, outlines)
        if ring and Frame.around(ring).holds(point):
            return True
    (x1, y1), (x2, y2) = a[1], b[1]
    shrink = math.cos(math.radians((y1 + y2) / 2))
    return math.hypot((x1 - x2) * shrink, y1 - y2) <= _NEAR


def _draw(told: Sequence[_Told], outlines: Outlines, names: Mapping[str, str], width: float) -> Map:
    frame = _frame(told, outlines)
    projection = Projection(frame, width)
    drawn = Map(width, round(projection.height, 1))
    areas = {t.place.country for t in told if t.place.precision == "country" and t.place.country}
    drawn.shapes = list(_shapes(outlines, projection, areas))
    for place in told:
        _add_mark(place, outlines, projection, drawn)
    drawn.marks.extend(_neighbours(drawn.shapes, outlines, names, projection))
    _set_labels(drawn)
    _set_scale(projection, drawn)
    return drawn


def _label(place: PlaceRef) -> str:
    """A short name: as written where that is a name, else the gazetteer's."""
    name = one_line(place.text if place.text[:1].isupper() else place.name)
    return name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1].rstrip() + "…"


def _places(facts: Iterable[Placed]) -> list[_Told]:
    groups: dict[tuple[object, ...], tuple[PlaceRef, list[Placed]]] = {}
    for fact in facts:
        for place in fact.places:
            groups.setdefault(place.key, (place, []))[1].append(fact)
    return [_Told(place, tuple(found)) for place, found in groups.values()]


def _frame(told: Sequence[_Told], outlines: Outlines) -> Frame:
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
    if frame is None:
        raise ValueError("a map needs at least one place that stands somewhere")
    return frame.fitted(margin=0.12, least=7.0, ratio=_RATIO)


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
    """A ring as an SVG path, points all but upon the last left out."""
    kept: list[Point] = []
    for point in projection.trace(ring):
        if not kept or math.dist(point, kept[-1]) >= 0.8:
            kept.append(point)
    if len(kept) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


def _add_mark(told: _Told, outlines: Outlines, projection: Projection, drawn: Map) -> None:
    label = _label(told.place)
    precision = told.place.precision or "region"
    ring = _mainland(told, outlines)
    if ring is not None:
        visible = clip(ring, projection.frame)
        if not visible or area(visible) < projection.frame.width * projection.frame.height * 1e-4:
            drawn.outside.append(label)
            return
        x, y = projection.place(centroid(visible))
    elif told.point:
        x, y = projection.place(told.point)
    else:
        return
    radius = 3.5 + 1.2 * math.sqrt(len(told.facts)) if precision in _POINTS else 0.0
    drawn.marks.append(Mark(label, x, y, precision, told.facts, min(radius, 9.0)))


def _neighbours(
    shapes: Iterable[Shape], outlines: Outlines, names: Mapping[str, str], projection: Projection
) -> Iterable[Mark]:
    """Names of countries in view that are not told of, where enough of their ground shows."""
    frame = projection.frame
    for shape in shapes:
        if shape.told or shape.code not in names:
            continue
        visible = [part for ring in outlines.rings(shape.code) if (part := clip(ring, frame))]
        largest = max(visible, key=area)
        if area(largest) >= frame.width * frame.height * _SHARE_TO_BE_NAMED:
            x, y = projection.place(centroid(largest))
            yield Mark(names[shape.code], x, y, _NEIGHBOUR, ())


def _set_labels(drawn: Map) -> None:
    """Put each label where it covers least, points and busiest places first."""
    taken = [Frame(0, drawn.height - 40, drawn.width / 3, drawn.height)]  # the scale
    for mark in drawn.marks:
        r = mark.radius
        taken.append(Frame(mark.x - r, mark.y - r, mark.x + r, mark.y + r))
    for mark in sorted(drawn.marks, key=lambda m: (not m.radius, -len(m.facts))):
        boxes = {option: _label_box(mark, option) for option in _label_options(mark)}
        costs = {
            option: sum(box.meets(other) for other in taken) + 3 * (not _inside(box, drawn))
            for option, box in boxes.items()
        }
        best = min(costs, key=lambda option: costs[option])
        if mark.precision == _NEIGHBOUR and costs[best]:
            drawn.marks.remove(mark)
            continue
        mark.label_x, mark.label_y, mark.anchor = best
        taken.append(boxes[best])


def _label_options(mark: Mark) -> Iterable[tuple[float, float, str]]:
    x, y, r = mark.x, mark.y, mark.radius
    if not r:
        for shift in (0, 14, -14, 28, -28, 42, -42, 56, -56):
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
