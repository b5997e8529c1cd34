"""A store is made, found again, brought up to date, or refused with the reason."""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from polybe.errors import StoreError
from polybe.model import CodedDocument
from polybe.store import Store, coded_document, coded_documents, examine
from polybe.store.engines import engine_of, place_of
from polybe.store.migrating import VERSION_TABLE, latest_version, version_of
from polybe.store.tables import metadata
from tests.integration.store.conftest import FreshPlace
from tests.killing import run_apart
from tests.stored import article, articles, first_tables, keep


def by_id(coded: CodedDocument) -> str:
    return coded.document.id


def set_version(where: str, version: str) -> None:
    with Store.open(where) as store, store.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{version}'"))


def test_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.reading() as connection:
        options = {"compare_type": True, "version_table": VERSION_TABLE}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_a_store_is_found_again(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    with Store.open(where) as store:
        keep(store, [article(1)])
    with Store.open(where, create=False) as store, store.reading() as connection:
        assert coded_document(connection, "a001.1") == article(1)


def test_what_is_not_there_is_made_only_when_asked_for(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    with pytest.raises(StoreError, match="there is no store"):
        Store.open(where, create=False)
    Store.open(where).close()
    Store.open(where, create=False).close()


def test_an_older_store_is_brought_up_to_date_with_all_that_is_in_it(
    fresh_place: FreshPlace,
) -> None:
    where = fresh_place()
    first_tables(where)
    with pytest.raises(StoreError, match=f"tables 0001, {latest_version()} are needed"):
        Store.open(where, migrate=False)
    with Store.open(where) as store, store.reading() as connection:
        assert version_of(connection) == latest_version()
        ids = [each.document.id for each in articles(6)]
        assert sorted(coded_documents(connection, ids), key=by_id) == sorted(articles(6), key=by_id)
        assert list(examine(connection)) == []


def test_a_newer_store_is_refused(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    set_version(where, "9999")
    with pytest.raises(StoreError, match=r"newer Polybe \(tables 9999"):
        Store.open(where)


def test_a_database_of_others_is_refused_and_left_alone(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    place = place_of(where)
    others = Store(engine_of(place, 30), place)
    with others.writing() as connection:
        connection.execute(text("CREATE TABLE recipe (name TEXT)"))
    with pytest.raises(StoreError, match="no store of Polybe's"):
        Store.open(where)
    with others.reading() as connection:
        assert inspect(connection).get_table_names() == ["recipe"]
    others.close()


def test_several_processes_may_make_one_store_at_one_time(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    run_apart(*[lambda: Store.open(where).close()] * 4)
    with Store.open(where, create=False) as store, store.reading() as connection:
        assert list(examine(connection)) == []


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Chère Ana, " * 400, encoding="utf-8")
    with pytest.raises(StoreError, match="no store of Polybe's"):
        Store.open(path)
    assert path.read_text(encoding="utf-8").startswith("Chère Ana")


def test_a_folder_and_a_file_in_no_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none" / "store.db"):
        with pytest.raises(StoreError, match="cannot be opened"):
            Store.open(path)


def test_a_schema_of_its_own_is_enough(postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS public.recipe (name TEXT)")
        connection.execute("CREATE SCHEMA polybe")
    with Store.open(f"{postgresql}&options=-csearch_path%3Dpolybe") as store:
        assert keep(store, [article(1)]) == [("a001.1", "new")]
    with pytest.raises(StoreError, match="no store of Polybe's"):
        Store.open(postgresql)


@pytest.mark.parametrize("where", ["mysql://ana@host/db", "postgresql://ana@host:port/db"])
def test_other_urls_are_refused(where: str) -> None:
    with pytest.raises(StoreError, match="no store that Polybe can open"):
        Store.open(where)


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StoreError, match="cannot be reached") as told:
        Store.open("postgresql://ana:topsecret@127.0.0.1:1/news?connect_timeout=2")
    assert "postgresql://ana@127.0.0.1:1/news" in str(told.value)
    assert "topsecret" not in str(told.value)


def test_a_database_that_is_not_there_is_told(postgresql: str) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached .*does not exist"):
        Store.open(postgresql.replace("/postgres?", "/nowhere?"))


def test_without_the_driver_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"polybe\[postgres\]"):
        Store.open("postgresql://host/news")


def test_an_sqlite_store_is_written_safely(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store, store.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 30_000,
    }


def test_tables_are_made_in_the_transaction_that_asks_for_them(fresh_place: FreshPlace) -> None:
    """Python's SQLite driver would begin one only before the first INSERT."""
    place = place_of(fresh_place())
    store = Store(engine_of(place, 30), place)
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        _ = connection.execute(text("CREATE TABLE recipe (name TEXT)")).rowcount / 0
    with store.reading() as connection:
        assert inspect(connection).get_table_names() == []
    store.close()
