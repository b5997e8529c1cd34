"""The store: a database that is opened, read in snapshots, and written all or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from ..errors import StoreError
from ..messages import Reason
from .engines import WRITES, Place, engine_of, place_of
from .faults import told_of
from .migrating import bring_up_to_date, check_version, is_up_to_date
from .wal import use_write_ahead_log

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""


class Store:
    """A store that is open.  Close it, or use it as a context manager."""

    def __init__(self, engine: Engine, place: Place) -> None:
        self._engine = engine
        self.place = place

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = True,
        migrate: bool = True,
        patience: float = PATIENCE,
    ) -> Store:
        """Open a store: the path of an SQLite file, or a `postgresql://` URL.

        With ``create`` it is made when it is not there, with ``migrate`` one of an older Polybe is
        brought up to date.  ``patience`` is how many seconds a writer waits for another.

        Raises StoreError when it is not there, cannot be reached or is no store of this Polybe.
        """
        place = place_of(where)
        _check_file(place, create)
        store = cls(engine_of(place, patience), place)
        try:
            store._prepare(create, migrate, patience)
        except BaseException:
            store.close()
            raise
        return store

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, whatever others write meanwhile."""
        # Not ended by a commit, which fails once a damaged file has been read.
        with told_of(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are all kept at the end of the block, or none of them.

        Writers wait for each other at the beginning of the block; readers wait for nobody.
        """
        with told_of(self.place), self._engine.connect() as connection:
            writer = connection.execution_options(**{WRITES: True})
            with writer.begin():
                yield writer

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _prepare(self, create: bool, migrate: bool, patience: float) -> None:
        with self.reading() as connection:
            check_version(connection, self.place, create=create, migrate=migrate)
            ready = is_up_to_date(connection)
        if ready:
            return
        with told_of(self.place):
            use_write_ahead_log(self._engine, patience)
        with self.writing() as connection:
            # Another process may have been quicker: what was read above no longer counts.
            check_version(connection, self.place, create=create, migrate=migrate)
            bring_up_to_date(connection)


def _check_file(place: Place, create: bool) -> None:
    """Tell what SQLite would only call « unable to open »."""
    if place.file is None:
        return
    folder = place.file.parent
    try:
        if not place.file.exists() and not create:
            raise StoreError(Reason("store.missing", where=place.name))
        if not folder.is_dir():
            detail = os.strerror(2)
            raise StoreError(Reason("store.unopenable", where=place.name, detail=detail))
    except OSError as error:  # a name too long, a folder that may not be entered
        detail = error.strerror or str(error)
        raise StoreError(Reason("store.unopenable", where=place.name, detail=detail)) from error
