"""Texts with the places marked in them by hand, to measure with."""

from __future__ import annotations

from typing import NamedTuple

from .document import Document


class MarkedPlace(NamedTuple):
    """A name marked in a text, with its coordinates in decimal degrees (WGS 84)."""

    start: int
    end: int
    text: str
    latitude: float
    longitude: float


class PlacedText(NamedTuple):
    """A text with the places marked in it, in their order."""

    document: Document
    places: tuple[MarkedPlace, ...]
