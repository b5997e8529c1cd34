"""The records of a WARC file, each read whole and held against its digests."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PIECE = 1 << 16
_GZIP = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class Stored:
    """A record: its headers, its content without transfer and content encoding, where it stands.

    ``start`` and ``end`` are the bytes of the file at which its gzip member begins and ends;
    ``faults`` tells which digests do not hold.
    """

    record: ArcWarcRecord
    content: bytes
    start: int
    end: int
    faults: tuple[str, ...]


def records_of(path: Path, start: int = 0) -> Iterator[Stored]:
    """The records of a WARC file from a byte on, up to its end or to one that is torn."""
    with path.open("rb") as stream:
        stream.seek(start)
        for block, begin, end in _members(stream, start):
            yield _stored(block, begin, end)


def _members(stream: BinaryIO, start: int) -> Iterator[tuple[bytes, int, int]]:
    """The members of a gzip, each whole and with where it begins and ends.

    warcio would read a member that is torn as if it were a shorter one.
    """
    rest = b""
    while True:
        member, begin, pieces = zlib.decompressobj(_GZIP), start, []
        while not member.eof:
            data = rest or stream.read(_PIECE)
            rest = b""
            if not data:
                return
            try:
                pieces.append(member.decompress(data))
            except zlib.error:
                return
            start += len(data)
        rest = member.unused_data
        start -= len(rest)
        yield b"".join(pieces), begin, start


def _stored(block: bytes, start: int, end: int) -> Stored:
    from warcio import ArchiveIterator

    records = ArchiveIterator(BytesIO(block), check_digests=True)
    record = next(records)
    content = _read_all(record.content_stream())
    records.read_to_end()
    return Stored(record, content, start, end, tuple(record.digest_checker.problems))


def _read_all(stream: Any) -> bytes:
    pieces = []
    while piece := stream.read(_PIECE):
        pieces.append(piece)
    return b"".join(pieces)
