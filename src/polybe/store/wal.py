"""SQLite's write-ahead log, by which readers and a writer do not hinder each other."""

from __future__ import annotations

import sqlite3
import time

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

_PAUSE = 0.02
"""Seconds between two tries."""


def use_write_ahead_log(engine: Engine, patience: float) -> None:
    """Switch an SQLite file to the write-ahead log, which it then keeps; others are left alone.

    SQLite does not wait for other processes here, so that two that make a store at one time would
    fail each other: the switch is tried again for ``patience`` seconds.
    """
    if engine.dialect.name != "sqlite":
        return
    deadline = time.monotonic() + patience
    while not _switched(engine, last=time.monotonic() >= deadline):
        time.sleep(_PAUSE)


def _switched(engine: Engine, *, last: bool) -> bool:
    """Whether it worked; raises when it did not and this was the last try."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    except (sqlite3.OperationalError, OperationalError) as error:
        if last or getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    else:
        return True
    finally:
        connection.close()
