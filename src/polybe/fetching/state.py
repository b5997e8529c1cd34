"""What is remembered from run to run: which pages there were, and those of a run that was cut off.

A run is finished once whoever asked has done with all that it was given.  Until then its pages are
held, bodies and all: a run that was killed is taken up by giving them again, and no host is asked
twice.  Afterwards only what tells a page from a changed one is left.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..errors import FetchingError
from ..messages import Reason
from .pages import Page

_FILE = "fetching.db"
_VERSION = 1
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, finished INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS page (
    address TEXT PRIMARY KEY, url TEXT NOT NULL, content_type TEXT, fetched TEXT NOT NULL,
    etag TEXT, modified TEXT, digest BLOB, run INTEGER NOT NULL, body BLOB
) WITHOUT ROWID;
INSERT INTO run (finished) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM run WHERE NOT finished);
PRAGMA user_version = {_VERSION};
COMMIT;
"""


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier run had at an address: its last address, and what tells it from another."""

    url: str
    etag: str | None
    modified: str | None
    digest: bytes | None

    def is_same(self, page: Page) -> bool:
        """Whether a page is the one that was had."""
        return (self.url, self.digest) == (page.url, sha256(page.data).digest())

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only where it is another."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


class State:
    """The memory of one stream of pages, in a folder of its own; one run at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the memory, made where it is not there; FetchingError where it cannot be had."""
        self._path = folder / _FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
            self._begin()
        except (OSError, sqlite3.Error) as error:
            raise self._fault(error) from error
        (self._run,) = self._one("SELECT number FROM run WHERE NOT finished") or (0,)

    def _begin(self) -> None:
        """Take the file for this run alone, until it is closed."""
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > _VERSION:
            raise FetchingError(Reason("fetching.newer_state", where=self._path))
        self._connection.executescript(_TABLES)

    def close(self) -> None:
        """Close the file; what was not finished is taken up by the next run."""
        self._connection.close()

    def held(self, address: str) -> Page | None:
        """The page that this run, cut off before, had at an address."""
        columns = "url, body, content_type, fetched"
        found = self._one(
            f"SELECT {columns} FROM page WHERE address = ? AND run = ? AND body IS NOT NULL",
            address,
            self._run,
        )
        if found is None:
            return None
        url, body, content_type, fetched = found
        return Page(url, zlib.decompress(body), content_type, fetched)

    def known(self, address: str) -> Known | None:
        """What an earlier, finished run had at an address."""
        columns = "url, etag, modified, digest"
        found = self._one(f"SELECT {columns} FROM page WHERE address = ?", address)
        return Known(*found) if found else None

    def keep(self, address: str, page: Page, *, etag: str | None, modified: str | None) -> None:
        """Hold a page until the run is finished; it is on disk when this returns."""
        digest = sha256(page.data).digest()
        body = zlib.compress(page.data, 1)
        values = (address, page.url, page.content_type, page.fetched, etag, modified, digest)
        marks = "?, ?, ?, ?, ?, ?, ?, ?, ?"
        self._do(f"INSERT OR REPLACE INTO page VALUES ({marks})", *values, self._run, body)

    def finish(self, *, missed: bool) -> None:
        """End the run: its pages are done with.

        Where addresses were ``missed`` that may answer another time, what is no HTML is to be had
        again, changed or not: it may be the feed or list that leads to them.
        """
        forget = "etag = NULL, modified = NULL, digest = NULL"
        listing = "run = ? AND coalesce(content_type, '') NOT LIKE '%html%'"
        self._do("BEGIN IMMEDIATE")
        if missed:
            self._do(f"UPDATE page SET {forget} WHERE {listing}", self._run)
        self._do("UPDATE page SET body = NULL WHERE run = ?", self._run)
        self._do("UPDATE run SET finished = 1 WHERE number = ?", self._run)
        self._do("COMMIT")

    def _one(self, statement: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._told(
            lambda: self._connection.execute(statement, values).fetchone()
        )
        return row

    def _do(self, statement: str, *values: object) -> None:
        self._told(lambda: self._connection.execute(statement, values))

    def _told(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _fault(self, error: Exception) -> FetchingError:
        busy = isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
        key = "fetching.state_in_use" if busy else "fetching.state"
        return FetchingError(Reason(key, where=self._path, detail=error))
