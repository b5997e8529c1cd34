"""TimeML files: texts in which times are marked by hand.

Read is what measuring wants: `DOCID`, the creation time in `DCT`, the characters of `TEXT`, and
the TIMEX3 in it that cover some.  Other marks (EVENT, SIGNAL, links) are passed over, their words
kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from ..errors import ReadingError
from ..messages import Reason
from ..model import TIMEX_TYPES, MarkedText, Timex
from .articles import document_of_text
from .xml import refuse_entity


def read_timeml(folder: str | Path) -> list[MarkedText]:
    """The texts of a folder's `.tml` files, by name.

    Raises ReadingError naming the file at the first thing wrong, since a measure taken on some of
    the files would not be the measure asked for.
    """
    path = Path(folder)
    if not path.is_dir():
        raise _error(path, Reason("reading.no_folder"))
    files = sorted(path.glob("*.tml"))
    if not files:
        raise _error(path, Reason("reading.no_timeml"))
    return [_read_file(file) for file in files]


def _read_file(path: Path) -> MarkedText:
    try:
        return _marked_text(path.read_bytes(), path.stem)
    except OSError as error:
        raise _error(path, error.strerror or str(error)) from error
    except expat.ExpatError as error:
        raise _error(path, Reason("reading.broken_xml", detail=error)) from error
    except ReadingError as error:
        raise _error(path, error.args[0]) from error


def _error(path: Path, detail: str) -> ReadingError:
    return ReadingError(Reason("reading.gold", where=path, detail=detail))


def _marked_text(source: bytes, name: str) -> MarkedText:
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.open
    parser.EndElementHandler = reader.close
    parser.CharacterDataHandler = reader.add
    parser.EntityDeclHandler = refuse_entity
    parser.Parse(source, True)
    if reader.created is None:
        raise ReadingError(Reason("reading.timeml_lacks", key="DCT"))
    document = document_of_text(
        reader.text, id=reader.name.strip() or name, published=reader.created
    )
    return MarkedText(document, tuple(reader.times))


@dataclass(slots=True)
class _Reader:
    """What has been read of one file; ``within`` are the open elements, ``begun`` open TIMEX3."""

    within: list[str] = field(default_factory=list)
    begun: list[tuple[int, Mapping[str, str]]] = field(default_factory=list)
    name: str = ""
    created: str | None = None
    text: str = ""
    times: list[Timex] = field(default_factory=list)

    def open(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.within.append(element)
        if element != "TIMEX3":
            return
        if "DCT" in self.within:
            self.created = _attribute(attributes, "value")
        elif "TEXT" in self.within:
            self.begun.append((len(self.text), attributes))

    def close(self, element: str) -> None:
        """An element ends; a TIMEX3 that covers nothing names no time of the text."""
        self.within.pop()
        if element == "TIMEX3" and "TEXT" in self.within:
            start, attributes = self.begun.pop()
            if start < len(self.text):
                self.times.append(self._timex(start, attributes))

    def add(self, characters: str) -> None:
        """Characters between marks."""
        if "TEXT" in self.within:
            self.text += characters
        elif "DOCID" in self.within:
            self.name += characters

    def _timex(self, start: int, attributes: Mapping[str, str]) -> Timex:
        type_ = _attribute(attributes, "type")
        if type_ not in TIMEX_TYPES:
            raise ReadingError(Reason("reading.timex_type", type=type_))
        value = _attribute(attributes, "value")
        return Timex(start, len(self.text), self.text[start:], type_, value)


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    if name not in attributes:
        raise ReadingError(Reason("reading.timeml_lacks", key=f"TIMEX3 {name}"))
    return attributes[name]
