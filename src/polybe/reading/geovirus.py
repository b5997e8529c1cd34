"""GeoVirus: news articles with the places marked in them, one XML file.

M. Gritta, M. T. Pilehvar, N. Collier, « A Pragmatic Guide to Geoparsing Evaluation » (2020).  An
`article` has a `source`, a `text` and `locations`; a `location` its `name`, the code points where
it starts and ends, counted from 1, and its coordinates `lat` and `lon`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from ..errors import ReadingError
from ..messages import Reason
from ..model import Document, MarkedPlace, PlacedText
from .xml import refuse_entity

_OF_ARTICLES = ("source", "text")
_OF_LOCATIONS = ("name", "start", "end", "lat", "lon")


def read_geovirus(path: str | Path) -> list[PlacedText]:
    """The articles of a file, in its order.

    Raises ReadingError naming file and article at the first thing wrong, since a measure taken on
    part of the articles would not be the measure asked for.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.open
    parser.EndElementHandler = reader.close
    parser.CharacterDataHandler = reader.add
    parser.EntityDeclHandler = refuse_entity
    try:
        parser.Parse(Path(path).read_bytes(), True)
    except OSError as error:
        raise _error(path, error.strerror or str(error)) from error
    except expat.ExpatError as error:
        raise _error(path, Reason("reading.broken_xml", detail=error)) from error
    except ReadingError as error:
        raise _error(f"{path}:{reader.number}", error.args[0]) from error
    if not reader.texts:
        raise _error(path, Reason("reading.no_places"))
    return reader.texts


def _error(where: object, detail: object) -> ReadingError:
    return ReadingError(Reason("reading.gold", where=where, detail=detail))


@dataclass(slots=True)
class _Reader:
    """What has been read so far; ``number`` is that of the article being read."""

    texts: list[PlacedText] = field(default_factory=list)
    number: int = 0
    _article: dict[str, str] = field(default_factory=dict)
    _places: list[dict[str, str]] = field(default_factory=list)
    _within: str = ""

    def open(self, element: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self._within = element
        if element == "article":
            self.number += 1
            self._article, self._places = {}, []
        elif element == "name":
            # one article of the published file nests a location in another by mistake
            self._places.append({})

    def close(self, element: str) -> None:
        """An element ends."""
        self._within = ""
        if element == "article":
            self.texts.append(_placed_text(self.number, self._article, self._places))

    def add(self, characters: str) -> None:
        """Characters of an element."""
        if self._within in _OF_ARTICLES:
            values = self._article
        elif self._within in _OF_LOCATIONS and self._places:
            values = self._places[-1]
        else:
            return
        values[self._within] = values.get(self._within, "") + characters


def _placed_text(
    number: int, article: Mapping[str, str], places: list[dict[str, str]]
) -> PlacedText:
    text = _told(article, "text")
    document = Document(f"{number}", text, url=article.get("source"), language="en")
    return PlacedText(document, tuple(_place(place, text) for place in places))


def _place(told: Mapping[str, str], text: str) -> MarkedPlace:
    name = _told(told, "name")
    try:
        start, end = int(_told(told, "start")) - 1, int(_told(told, "end")) - 1
        latitude, longitude = float(_told(told, "lat")), float(_told(told, "lon"))
    except ValueError as error:
        raise ReadingError(Reason("reading.place_number", name=name)) from error
    if text[max(start, 0) : end] != name:
        raise ReadingError(Reason("reading.place_elsewhere", name=name, start=start + 1))
    return MarkedPlace(start, end, name, latitude, longitude)


def _told(told: Mapping[str, str], key: str) -> str:
    if not told.get(key, "").strip():
        raise ReadingError(Reason("reading.place_lacks", key=key))
    return told[key]
