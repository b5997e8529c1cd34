"""Where in an archive's files a record stands, by address, digest and document.

The index tells nothing that the files do not: it is read off them, from where it was left, and can
be thrown away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ...errors import FetchingError
from ...messages import Reason
from ..addresses import next_address, parse_address
from ..unanswered import UnansweredError
from .records import Stored, records_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_FILE = "index.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS file (name TEXT PRIMARY KEY, read INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS record (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, url TEXT NOT NULL, date TEXT NOT NULL,
    status INTEGER NOT NULL, digest TEXT, location TEXT, refers TEXT,
    file TEXT NOT NULL, start INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_url ON record (url, date);
CREATE INDEX IF NOT EXISTS record_digest ON record (digest, date);
CREATE TABLE IF NOT EXISTS document (id TEXT, record TEXT, PRIMARY KEY (id, record)) WITHOUT ROWID;
"""
_COLUMNS = "id, kind, url, date, status, digest, location, refers, file, start"
DOCUMENT = "polybe-document"
"""The field of a metadata record that names the document made of what it refers to."""


def document_name(document: str) -> str:
    """The id of a document as it stands in that field: percent-encoded, so that none forges it."""
    return quote(document, errors="replace")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of an answer: a ``response``, or a ``revisit`` that leaves out a body kept before.

    ``date`` is its WARC-Date in UTC; ``digest`` that of the body as served; ``location`` where a
    redirect leads; ``refers`` the id of the record that has a revisit's body; ``file`` and
    ``start`` the name of the WARC file and the byte at which the record's gzip member begins.
    """

    id: str
    kind: str
    url: str
    date: str
    status: int
    digest: str | None
    location: str | None
    refers: str | None
    file: str
    start: int


class Index:
    """The index of an archive's folder, up to date with its files when it is opened."""

    def __init__(self, folder: Path) -> None:
        """Open the index, made where it is not there; FetchingError where it cannot be."""
        self._folder = folder
        with self._faults_told():
            self._connection = sqlite3.connect(folder / _FILE, timeout=30, isolation_level=None)
            self._connection.executescript(_TABLES)
        self.catch_up()

    def close(self) -> None:
        """Close the index."""
        self._connection.close()

    def catch_up(self) -> None:
        """Read what stands in the files beyond what has been read of them."""
        with self._faults_told():
            read = dict(self._connection.execute("SELECT name, read FROM file"))
            for path in sorted(self._folder.glob("*.warc.gz")):
                if path.stat().st_size > read.get(path.name, 0):
                    self._read(path, read.get(path.name, 0))

    def at(self, url: str) -> list[Entry]:
        """The records of an address, newest first."""
        return self._entries("url = ? ORDER BY date DESC, start DESC", url)

    def answer(self, url: str) -> Entry | None:
        """The newest record of an address, or of that to which its redirects lead."""
        seen: set[str] = set()
        found = next(iter(self.at(url)), None)
        while found and found.location and found.id not in seen:
            seen.add(found.id)
            try:
                target = next_address(parse_address(found.url), found.location)
            except UnansweredError:
                return found
            found = next(iter(self.at(str(target))), found)
        return found

    def by_id(self, record: str) -> Entry | None:
        """The record of an id."""
        return next(iter(self._entries("id = ?", record)), None)

    def with_body(self, digest: str) -> Entry | None:
        """The oldest record that has a body of that digest."""
        where = "digest = ? AND kind = 'response' ORDER BY date LIMIT 1"
        return next(iter(self._entries(where, digest)), None)

    def of_document(self, document: str) -> list[Entry]:
        """The records of the answers that a document was made of, newest first."""
        where = "id IN (SELECT record FROM document WHERE document.id = ?) ORDER BY date DESC"
        return self._entries(where, document_name(document))

    def _entries(self, where: str, value: str) -> list[Entry]:
        statement = f"SELECT {_COLUMNS} FROM record WHERE {where}"
        with self._faults_told():
            return [Entry(*row) for row in self._connection.execute(statement, (value,))]

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            reason = Reason("fetching.archive", where=self._folder, detail=error)
            raise FetchingError(reason) from error

    def _read(self, path: Path, start: int) -> None:
        """Take in the whole records of a file from a byte on; what is torn at its end is left."""
        with self._connection as transaction:
            transaction.execute("BEGIN IMMEDIATE")
            for stored in records_of(path, start):
                self._take_in(stored, path.name)
                start = stored.end
            transaction.execute("INSERT OR REPLACE INTO file VALUES (?, ?)", (path.name, start))

    def _take_in(self, stored: Stored, file: str) -> None:
        record = stored.record
        if record.rec_type in {"response", "revisit"}:
            values = (*_values(record), file, stored.start)
            marks = ", ".join("?" * len(values))
            self._connection.execute(f"INSERT OR REPLACE INTO record VALUES ({marks})", values)
        elif record.rec_type == "metadata" and (document := _document_of(stored.content)):
            values = (document, record.rec_headers.get_header("WARC-Refers-To"))
            self._connection.execute("INSERT OR IGNORE INTO document VALUES (?, ?)", values)


def _values(record: ArcWarcRecord) -> tuple[object, ...]:
    headers, http = record.rec_headers, record.http_headers
    return (
        headers.get_header("WARC-Record-ID"),
        record.rec_type,
        headers.get_header("WARC-Target-URI"),
        headers.get_header("WARC-Date"),
        _status(http.get_statuscode()) if http else 0,
        headers.get_header("WARC-Payload-Digest"),
        http.get_header("Location") if http else None,
        headers.get_header("WARC-Refers-To"),
    )


def _status(code: str) -> int:
    """A status as a number; 0 where it is none, as in files that others have written."""
    return int(code) if code.isdecimal() else 0


def _document_of(block: bytes) -> str | None:
    pairs = (line.partition(": ") for line in block.decode("utf-8", "replace").split("\r\n"))
    return next((value for name, _, value in pairs if name == DOCUMENT), None)
