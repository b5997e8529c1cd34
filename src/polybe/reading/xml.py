"""XML from anybody: what it may not hold, whatever reads it."""

from __future__ import annotations

from contextlib import suppress
from typing import NoReturn
from xml.parsers import expat

from ..errors import ReadingError
from ..messages import Reason


class _BegunError(Exception):
    """The first element is there, behind which nothing is declared."""


def refuse_entities(data: bytes) -> None:
    """ReadingError when XML declares an entity, in any encoding and however late.

    What is no XML passes: whoever reads it tells why.
    """
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse_entity
    parser.StartElementHandler = _begun
    with suppress(_BegunError, expat.ExpatError, LookupError, ValueError):
        parser.Parse(data, True)


def refuse_entity(*_declared: object) -> NoReturn:
    """An entity may stand for a file, or for more text than memory holds."""
    raise ReadingError(Reason("reading.xml_entity"))


def _begun(*_element: object) -> NoReturn:
    raise _BegunError
