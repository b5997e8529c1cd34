"""From an address or a document back to the bytes that were served."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ...errors import FetchingError
from ...messages import Reason
from ..addresses import parse_address
from ..unanswered import UnansweredError
from .index import Entry, Index
from .records import records_of


@dataclass(frozen=True, slots=True)
class Fault:
    """A record whose bytes are no longer those that were kept, or the torn end of a file."""

    file: str
    start: int
    what: str


def find(folder: Path, what: str) -> list[Entry]:
    """The records of an address, of a document or a report by its id, newest first.

    None where there are none.  Of a redirect the record where it leads is given too, after its own.
    Raises FetchingError where there is no archive.
    """
    with closing(_opened(folder)) as index:
        for document in (what, what.rpartition("/")[0]):  # a report is told as document/report
            if found := index.of_document(document):
                return found
        try:
            url = str(parse_address(what))
        except UnansweredError:
            return []
        found = index.at(url)
        end = index.answer(url)
        return [*found, end] if end and end not in found else found


def bytes_of(folder: Path, entry: Entry) -> bytes:
    """The body that a record's answer had, without transfer and content encoding.

    That of a revisit is found where it was first kept.  Raises FetchingError where it is not there,
    or is not what its digests say.
    """
    source: Entry | None = entry
    if entry.kind == "revisit":
        with closing(_opened(folder)) as index:
            source = index.by_id(entry.refers) if entry.refers else None
    if source is not None:
        stored = next(records_of(folder / source.file, source.start), None)
        if stored is not None and not stored.faults:
            return stored.content
    raise FetchingError(Reason("fetching.no_bytes", where=folder / entry.file, start=entry.start))


def check(folder: Path) -> Iterator[Fault]:
    """What does not hold in an archive: digests that are not those of their bytes, torn ends."""
    for path in _files(folder):
        end = 0
        for stored in records_of(path):
            end = stored.end
            yield from (Fault(path.name, stored.start, fault) for fault in stored.faults)
        if end < path.stat().st_size:
            yield Fault(path.name, end, Reason("fetching.torn"))


def _opened(folder: Path) -> Index:
    _files(folder)
    return Index(folder)


def _files(folder: Path) -> list[Path]:
    files = sorted(folder.glob("*.warc.gz"))
    if not files:
        raise FetchingError(Reason("fetching.no_archive", where=folder))
    return files
