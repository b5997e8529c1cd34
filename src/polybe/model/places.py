"""A place of the gazetteer, and a name that several places bear."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.0


def kilometres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """The great-circle distance between two points, each latitude and longitude (haversine)."""
    phi, psi = radians(here[0]), radians(there[0])
    width = radians(there[1] - here[1])
    chord = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(width / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    ``precision`` is the report model's (`site` … `region`); ``country`` an alpha-3 code, None for
    a region across countries; ``admin1`` the name of the first-order division.  Of a country,
    a division or a region the coordinates are those of its middle, and ``precision`` tells that it
    is no point; None where there is no middle to speak of (the Sahel).
    """

    name: str
    precision: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that the article does not settle: its candidates, likeliest first, and why."""

    name: str
    candidates: tuple[Place, ...]
    reason: str
