"""How well the places of coded documents agree with those marked by hand, and where they lie.

A mention finds a marked name when they share a character, as in Gritta, Pilehvar and Collier, « A
Pragmatic Guide to Geoparsing Evaluation » (2020), section 5; for exact spans begin and end are the
same.  Of a name that is found, the mention with most characters in common is asked how far its
coordinates are from the marked ones: the share within 161 km (100 miles) and the median error are
the field's measures; a mention without coordinates is right nowhere, and counts as far off.

The middle of a country is a convention: another source has another, hundreds of kilometres off.
So towns, districts and sites are told apart as well.

Marked are all names of places, also where the report model has an actor: « China said », « U.S.
officials ».  So two rows are told: of place mentions alone, and with them of the names of
lands that actor mentions are or hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from statistics import median
from typing import NamedTuple

from ..model import CodedDocument, MarkedPlace, PlacedText, PlaceMention, kilometres
from .measures import Coverage, Rate

PLACES, LANDS, EXACT = "places", "places and lands", "places and lands exact"
POINTS = "towns and sites"
_POINTS = frozenset({"site", "city", "district"})
NEAR = 161.0
"""Kilometres within which a place counts as found where it lies: a hundred miles."""


class LocatedSpan(NamedTuple):
    """A stretch of a text that names a place, with its coordinates or None.

    ``is_point`` tells a town, a district or a site, whose coordinates are where it is; those of a
    country, a province or a region are a middle by somebody's convention.
    """

    start: int
    end: int
    latitude: float | None
    longitude: float | None
    is_point: bool = False

    def shared(self, place: MarkedPlace) -> int:
        """How many characters it has in common with a marked name."""
        return min(self.end, place.end) - max(self.start, place.start)


LandsOf = Callable[[CodedDocument], Iterable[LocatedSpan]]
"""The names of lands among the actors of a coded document."""


class PlaceDifference(NamedTuple):
    """A marked name not found, a mention that finds none, or two that lie apart."""

    document: str
    place: MarkedPlace | None
    found: LocatedSpan | None
    distance: float | None = None


@dataclass(slots=True)
class PlacesScore:
    """The counts of a comparison, by name; ``amounts`` are in km, left out where of nothing."""

    agreements: dict[str, Coverage] = field(default_factory=dict)
    rates: dict[str, Rate] = field(default_factory=dict)
    amounts: dict[str, float] = field(default_factory=dict)
    differences: list[PlaceDifference] = field(default_factory=list)
    missing: int = 0


def score_places(
    golds: Sequence[PlacedText], systems: Iterable[CodedDocument], lands_of: LandsOf
) -> PlacesScore:
    """Compare coded documents with texts marked by hand, paired by id."""
    by_id = {coded.document.id: coded for coded in systems}
    result = PlacesScore()
    alone, both = _Tally(), _Tally()
    for gold in golds:
        coded = by_id.get(gold.document.id)
        result.missing += coded is None
        places = _places(coded) if coded else []
        alone.add(gold, places)
        both.add(gold, [*places, *_apart(lands_of(coded), places)] if coded else [])
    result.agreements = {PLACES: alone.found(), LANDS: both.found(), EXACT: both.exact()}
    told = ((PLACES, alone.distances), (LANDS, both.distances), (POINTS, alone.points))
    for name, distances in told:
        near = sum(distance <= NEAR for distance in distances)
        result.rates[f"{name} within 161 km"] = Rate(near, len(distances))
        if distances:
            result.amounts[f"{name} median km"] = median(distances)
    result.differences = both.differences
    return result


def _places(coded: CodedDocument) -> list[LocatedSpan]:
    return [
        LocatedSpan(m.start, m.end, m.latitude, m.longitude, m.precision in _POINTS)
        for m in coded.mentions
        if isinstance(m, PlaceMention)
    ]


def _apart(lands: Iterable[LocatedSpan], places: Sequence[LocatedSpan]) -> list[LocatedSpan]:
    """The lands that stand in no place mention."""
    return [
        land
        for land in lands
        if not any(place.start < land.end and land.start < place.end for place in places)
    ]


@dataclass(slots=True)
class _Tally:
    right: int = 0
    system: int = 0
    reached: int = 0
    gold: int = 0
    same: int = 0
    distances: list[float] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    differences: list[PlaceDifference] = field(default_factory=list)

    def add(self, gold: PlacedText, found: Sequence[LocatedSpan]) -> None:
        name = gold.document.id
        for place in gold.places:
            best = max(found, key=lambda span: span.shared(place), default=None)
            if best is None or best.shared(place) <= 0:
                self.differences.append(PlaceDifference(name, place, None))
                continue
            self.reached += 1
            self.same += (best.start, best.end) == (place.start, place.end)
            self._add_distance(name, place, best)
        for span in found:
            right = any(span.shared(place) > 0 for place in gold.places)
            self.right += right
            if not right:
                self.differences.append(PlaceDifference(name, None, span))
        self.system += len(found)
        self.gold += len(gold.places)

    def _add_distance(self, name: str, place: MarkedPlace, span: LocatedSpan) -> None:
        distance = inf
        if span.latitude is not None and span.longitude is not None:
            here = (span.latitude, span.longitude)
            distance = kilometres(here, (place.latitude, place.longitude))
        self.distances.append(distance)
        if span.is_point:
            self.points.append(distance)
        if distance > NEAR:
            self.differences.append(PlaceDifference(name, place, span, distance))

    def found(self) -> Coverage:
        return Coverage(self.right, self.system, self.reached, self.gold)

    def exact(self) -> Coverage:
        return Coverage(self.same, self.system, self.same, self.gold)
