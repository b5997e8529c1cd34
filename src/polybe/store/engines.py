"""Databases a store may lie in: where it is, how it is reached, how its transactions begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from ..errors import StoreError
from ..messages import Reason

WRITES = "polybe_writes"
"""The execution option of a connection whose transactions may write."""

_CACHE = 65_536
"""KiB of a file kept in memory: what articles of one time touch, of a store of many."""

_WRITERS = 0x506F6C79
"""The key of the advisory lock that makes writers to PostgreSQL wait for each other."""

_ASKED = {"connect_timeout": 10, "application_name": "polybe", "client_encoding": "utf8"}
"""What is asked of PostgreSQL where the URL does not ask otherwise; the timeout in seconds."""

_POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is: ``url`` for the database, ``name`` for people, without any password."""

    url: URL
    name: str

    @property
    def file(self) -> Path | None:
        """The file of an SQLite store; None for a server."""
        return Path(self.url.database or "") if self.url.drivername == "sqlite" else None


def place_of(where: str | Path) -> Place:
    """The place of a file's path or a `postgresql://` URL; StoreError for any other URL."""
    if "://" not in str(where):
        return Place(URL.create("sqlite", database=str(Path(where).absolute())), str(where))
    scheme = str(where).partition("://")[0]
    try:
        url = make_url(str(where))
    except (ArgumentError, ValueError) as error:  # a port that is no number, a host cut short
        raise StoreError(Reason("store.bad_url", scheme=scheme)) from error
    if scheme not in _POSTGRESQL:
        raise StoreError(Reason("store.bad_url", scheme=scheme))
    told = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return Place(url.set(drivername="postgresql+psycopg"), told.render_as_string())


def engine_of(place: Place, patience: float) -> Engine:
    """An engine for a place, not yet connected.

    ``patience`` is how many seconds a writer waits for another.  Raises StoreError when the driver
    of PostgreSQL is not installed.
    """
    return _sqlite(place, patience) if place.file else _postgresql(place, patience)


def _sqlite(place: Place, patience: float) -> Engine:
    engine = create_engine(place.url, connect_args={"timeout": patience})

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:
        # Python's driver would begin transactions by itself, late and not for DDL: we do it.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")

    return engine


def _postgresql(place: Place, patience: float) -> Engine:
    asked = {name: value for name, value in _ASKED.items() if name not in place.url.query}
    try:
        engine = create_engine(place.url, connect_args=asked, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(Reason("store.no_driver", where=place.name)) from error
    event.listen(engine, "begin", _beginner(patience))
    return engine


def _beginner(patience: float) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        if _writes(connection):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, int(patience * 1000))}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return begin


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(WRITES))
