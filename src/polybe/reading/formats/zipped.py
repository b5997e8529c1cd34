"""zip: the files in it, each by its own format; DOCX, ODT and WACZ, which are zip as well."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from ...messages import Reason
from ...model import Failure
from ..peeking import forward_only, peek, seekable
from ..source import How, Item, Source, detail_of

if TYPE_CHECKING:
    from .office import Written

_MOST = 2**30
"""Bytes of the largest file in an archive that is read."""

_MOST_RATIO = 200
"""A file that unpacks to more than so many times its size is a bomb …"""

_SMALL = 16 * 2**20
"""… unless it is no larger than this."""

BROKEN = (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError)
"""What an archive raises that is damaged, encrypted, or packed in a way that is not known."""

_MOST_WHOLE = 2**32
"""Bytes that the files of an archive unpack to at most together."""


def read(source: Source, how: How) -> Iterator[Item]:
    """The articles of an archive's files, in the order of their names."""
    try:
        archive = zipfile.ZipFile(seekable(source.stream))
    except BROKEN as error:
        yield Failure(source.name, Reason("reading.broken_zip", detail=detail_of(error)))
        return
    with archive:
        if reader := _document_reader(archive):
            from .office import read_archive

            yield read_archive(archive, source, how, reader)
        elif source.depth > 1:
            yield Failure(source.name, Reason("reading.nested"))
        else:
            yield from _read_files(archive, source, how)


def _document_reader(archive: zipfile.ZipFile) -> Callable[[zipfile.ZipFile], Written] | None:
    """What reads an archive that is a document of a word processor; None for any other."""
    from . import docx, odt

    if "word/document.xml" in archive.namelist():
        return docx.written
    return odt.written if odt.is_odt(archive) else None


def _read_files(archive: zipfile.ZipFile, source: Source, how: How) -> Iterator[Item]:
    from . import SUFFIXES

    found = (info for info in archive.infolist() if _is_wanted(info, SUFFIXES))
    if "datapackage.json" in archive.namelist():  # WACZ: what it says of its pages is no article
        found = (info for info in found if info.filename.startswith("archive/"))
    files = sorted(found, key=lambda info: info.filename)
    if not files:
        yield Failure(source.name, Reason("reading.nothing_in_archive"))
    whole = 0
    for info in files:
        whole += info.file_size
        if whole > _MOST_WHOLE:
            yield Failure(source.name, Reason("reading.bomb"))
            return
        yield from _read_file(archive, info, source, how)


def _is_wanted(info: zipfile.ZipInfo, suffixes: frozenset[str]) -> bool:
    """Whether a file is one that is read in folders too."""
    path = PurePath(info.filename)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not info.is_dir() and not hidden and path.suffix.lower() in suffixes


def _read_file(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, how: How
) -> Iterator[Item]:
    from . import read_source

    name = f"{source.name}/{info.filename}"
    if is_bomb(info):
        yield Failure(name, Reason("reading.bomb"))
        return
    try:
        with archive.open(info) as stream:
            head, whole = peek(forward_only(stream))
            suffix = PurePath(info.filename).suffix.lower()
            yield from read_source(Source(name, whole, head, suffix, depth=source.depth + 1), how)
    except BROKEN as error:
        yield Failure(name, Reason("reading.broken_zip", detail=detail_of(error)))


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether a file says of itself that it unpacks to more than any honest one."""
    if info.file_size > _MOST:
        return True
    return info.file_size > _SMALL and info.file_size > _MOST_RATIO * max(info.compress_size, 1)
