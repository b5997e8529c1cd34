"""A store in use is copied as it was at one instant."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from polybe.errors import StoreError
from polybe.store import Store, backup, counts, examine, recode_stream
from tests.stored import NEW, articles, coding_of, contents, keep


def test_a_backup_is_a_store_that_holds_the_same(store: Store, tmp_path: Path) -> None:
    keep(store, articles(12))
    list(recode_stream(store, coding_of(NEW)))
    target = tmp_path / "copy.db"
    backup(store, target)
    with Store.open(target, create=False) as copy:
        assert contents(copy) == contents(store)
        with copy.reading() as connection:
            assert list(examine(connection)) == []


def test_a_backup_is_one_file(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    backup(store, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ["copy.db"]


def test_a_backup_is_of_one_instant_while_others_write(store: Store, tmp_path: Path) -> None:
    """Every transaction adds two documents: no copy holds one without the other."""
    keep(store, articles(12))
    ready, done = threading.Event(), threading.Event()

    def write() -> None:
        made = articles(400)[12:]
        for number in range(0, len(made) - 1, 2):
            keep(store, made[number : number + 2])
            ready.set()
            if done.is_set():
                return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            ready.wait()
            ready.clear()
            backup(store, tmp_path / f"copy{number}.db")
    finally:
        done.set()
        writer.join()
    for number in range(3):
        copy = Store.open(tmp_path / f"copy{number}.db", create=False)
        with copy, copy.reading() as connection:
            assert counts(connection).documents % 2 == 1  # 15 to begin with
            assert list(examine(connection)) == []


def test_what_is_there_already_is_not_written_over(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(StoreError, match="is there already"):
        backup(store, target)
    assert target.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        backup(store, tmp_path / "no" / "copy.db")
