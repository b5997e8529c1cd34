"""The records of a WARC file, each read whole and held against its digests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PIECE = 1 << 16


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
    """The records of a WARC file from a byte on; one that is torn at its end is left out."""
    from warcio import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with path.open("rb") as stream:
        stream.seek(start)
        records = ArchiveIterator(stream, check_digests=True)
        try:
            for record in records:
                content = _read_all(record.content_stream())
                begin, length = records.get_record_offset(), records.get_record_length()
                if record.raw_stream.limit:
                    return  # the file ends within the record: a run was cut off while writing
                faults = tuple(record.digest_checker.problems)
                yield Stored(record, content, begin, begin + length, faults)
        except (ArchiveLoadFailed, EOFError):
            return


def _read_all(stream: Any) -> bytes:
    pieces = []
    while piece := stream.read(_PIECE):
        pieces.append(piece)
    return b"".join(pieces)
