"""ODT: what LibreOffice writes, OpenDocument text.

See https://docs.oasis-open.org/office/OpenDocument/v1.3/ (part 3).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...errors import ReadingError
from ...messages import Reason
from ..source import detail_of
from .office import Written
from .zipped import BROKEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SPACES = frozenset({f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"})
_BESIDE = frozenset(
    {
        f"{_OFFICE}annotation",
        f"{_DRAW}frame",
        *(
            f"{_TEXT}{name}"
            for name in "tracked-changes note table-of-content alphabetical-index ruby-text".split()
        ),
    }
)
"""What stands in a text and is none of it: remarks, deleted words, notes, pictures, contents."""


def is_odt(archive: zipfile.ZipFile) -> bool:
    """Whether an archive says that it is a text of OpenDocument."""
    try:
        with archive.open("mimetype") as told:
            return told.read(len(_MIMETYPE) + 1).strip() == _MIMETYPE
    except (KeyError, *BROKEN):
        return False


def written(archive: zipfile.ZipFile) -> Written:
    """What an ODT document holds; ReadingError when it is damaged or has a password."""
    from lxml.etree import LxmlError

    try:
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise ReadingError(Reason("reading.encrypted"))
        body = _tree(archive.read("content.xml")).find(f"{_OFFICE}body/{_OFFICE}text")
        about = _part(archive, "meta.xml")
        meta = _tree(about) if about else None
    except (LxmlError, KeyError, ValueError, *BROKEN) as error:
        raise ReadingError(Reason("reading.broken_odt", detail=detail_of(error))) from error
    paragraphs = () if body is None else tuple(_paragraphs(body))
    created = _told(meta, f"{_META}creation-date") or ""
    return Written(paragraphs, _told(meta, f"{_DC}title"), created[:10] or None)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _tree(data: bytes) -> _Element:
    from lxml.etree import XMLParser, fromstring

    parser = XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_pis=True)
    return fromstring(data, parser)


def _told(meta: _Element | None, name: str) -> str | None:
    """What a property says; None where it says nothing."""
    found = None if meta is None else meta.find(f"{_OFFICE}meta/{name}")
    return None if found is None else " ".join((found.text or "").split()) or None


def _paragraphs(element: _Element) -> Iterator[str]:
    """The paragraphs and headings in an element, in order."""
    for child in element:
        if child.tag in _PARAGRAPHS:
            yield " ".join("".join(_pieces(child)).split())
        elif child.tag not in _BESIDE:
            yield from _paragraphs(child)


def _pieces(element: _Element) -> Iterator[str]:
    """The pieces of a paragraph's text."""
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield " "
        elif isinstance(child.tag, str) and child.tag not in _BESIDE:
            yield from _pieces(child)
        yield child.tail or ""
