"""Backups: a store in use copied as it is at one instant, into an SQLite file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select

from ..batches import batched
from ..errors import StoreError
from ..messages import Reason
from .engines import Place, place_of
from .faults import told_of
from .store import Store
from .tables import metadata

_ROWS = 2000
"""Rows copied together."""


def backup(store: Store, path: str | Path) -> None:
    """Copy a store as it is now; whatever others write meanwhile is not in the copy.

    The copy is one SQLite file, wherever the store lies, which Polybe opens as a store.  It is
    there whole or not at all.  Raises StoreError when the file is there already, or when it cannot
    be written.
    """
    target = Path(path)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    place = Place(place_of(draft).url, str(path))
    _check(target)
    _remove(draft)  # of a process of the same number that was killed
    try:
        with store.reading() as connection:
            if connection.dialect.name == "sqlite":
                _copy_file(connection, draft, place)
            else:
                _copy_tables(connection, draft)
        with told_of(place):
            _make_one_file(draft)
        draft.replace(target)
    finally:
        _remove(draft)


def _check(target: Path) -> None:
    if target.exists():
        raise StoreError(Reason("store.backup_exists", path=target))
    if not target.parent.is_dir():
        raise StoreError(Reason("store.unopenable", where=target, detail=os.strerror(2)))


def _remove(draft: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _copy_file(connection: Connection, draft: Path, place: Place) -> None:
    """SQLite's own copy of a database in use, in one step so that it is of one instant."""
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    with told_of(place), closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)


def _copy_tables(connection: Connection, draft: Path) -> None:
    """Every table as the connection's snapshot has it, those that others point to first."""
    with Store.open(draft) as copy:
        for table in metadata.sorted_tables:
            _copy_table(connection, copy, table)


def _copy_table(connection: Connection, copy: Store, table: Table) -> None:
    asked = select(table).order_by(*table.primary_key)
    found = connection.execute(asked, execution_options={"stream_results": True})
    for rows in batched(found.mappings(), _ROWS):
        # Read outside the block, so that a fault of one database is not told as the other's.
        with copy.writing() as writer:
            writer.execute(insert(table), [dict(row) for row in rows])


def _make_one_file(draft: Path) -> None:
    """Without the write-ahead log, so that the file alone is all, and opens read-only too."""
    with closing(sqlite3.connect(draft)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
