"""Places in a reviewer's words: « Alep », « Alep @ 36.2, 37.16 », « Alep #170063 »."""

from __future__ import annotations

import re

from ..errors import ReviewError
from ..messages import Reason
from .facts import PlaceRef

_DEGREES = r"[+-]?\d+(?:\.\d+)?"
_PLACE = re.compile(
    rf"(?P<name>[^@#]+?)\s*(?:@\s*(?P<lat>{_DEGREES})\s*,\s*(?P<lon>{_DEGREES})|#\s*(?P<id>\d+))?"
)


def place_from(text: str) -> PlaceRef:
    """The place of some words: a name, with its latitude and longitude or its GeoNames id.

    Degrees are decimal (WGS 84).  Raises ReviewError when they tell none, or no point on Earth.
    """
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        raise ReviewError(Reason("edit.no_place", value=text))
    name, geonames = match["name"], match["id"]
    if match["lat"] is None:
        return PlaceRef(name, name, geonames=int(geonames) if geonames else None)
    latitude, longitude = float(match["lat"]), float(match["lon"])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ReviewError(Reason("edit.no_place", value=text))
    return PlaceRef(name, name, latitude=latitude, longitude=longitude)
