"""The doctor finds every kind of damage, where it is, and nothing else."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, insert, text, update

from polybe.store import Store, examine, recode_stream
from polybe.store.tables.decisions import decision, decision_claim
from polybe.store.tables.documents import coding, document, report
from tests.stored import NEW, articles, coding_of, keep


def found(store: Store) -> list[tuple[str, str]]:
    with store.reading() as connection:
        return [(each.where, each.what.key) for each in examine(connection)]


def unguarded(connection: Connection) -> None:
    """Let rows be written that the database itself would refuse."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))


def change_text(connection: Connection) -> None:
    changed = document.c.text + "!"
    connection.execute(update(document).where(document.c.id == "a001.1").values(text=changed))


def move_trigger(connection: Connection) -> None:
    body = func.replace(report.c.body, '"start":', '"start":1')
    those = (report.c.document == "a001.1", report.c.id == "r2")
    connection.execute(update(report).where(*those).values(body=body))


def name_nobody(connection: Connection) -> None:
    body = func.replace(report.c.body, '"a1"', '"nobody"')
    those = (report.c.document == "a001.1", report.c.id == "r1")
    connection.execute(update(report).where(*those).values(body=body))


def lose_mentions(connection: Connection) -> None:
    empty = zlib.compress(b"[]")
    connection.execute(update(coding).where(coding.c.document == "a001.1").values(mentions=empty))


def break_mentions(connection: Connection) -> None:
    connection.execute(update(coding).where(coding.c.document == "a001.1").values(mentions=b"x"))


def break_body(connection: Connection) -> None:
    those = (report.c.document == "a001.1", report.c.id == "r1")
    connection.execute(update(report).where(*those).values(body="{"))


def set_aside(connection: Connection) -> None:
    connection.execute(update(coding).where(coding.c.document == "a001.1").values(current=False))


def two_current(connection: Connection) -> None:
    connection.execute(text("DROP INDEX uq_coding_current"))
    connection.execute(update(coding).where(coding.c.document == "a001.1").values(current=True))


def disorder(connection: Connection) -> None:
    those = document.c.id == "a000.1"
    connection.execute(update(document).where(those).values(until=None))


def lose_document(connection: Connection) -> None:
    unguarded(connection)
    connection.execute(delete(document).where(document.c.id == "a001.1"))


def orphan(connection: Connection) -> None:
    row = {"at": "2021-05-07T08:00:00+00:00", "who": "ana", "action": "accept"}
    connection.execute(insert(decision), row)
    about = {"decision": 1, "claim": "a001.1/nothing", "rest": 0}
    connection.execute(insert(decision_claim), about)


@pytest.mark.parametrize(
    ("damage", "problems"),
    [
        (change_text, {("a001.1", "problem.text_hash")}),
        (move_trigger, {("a001.1", "problem.unsound")}),
        (name_nobody, {("a001.1", "problem.unsound")}),
        (lose_mentions, {("a001.1", "problem.unsound")}),
        (break_mentions, {("a001.1", "problem.coding")}),
        (break_body, {("a001.1", "problem.coding")}),
        (set_aside, {("a001.1", "problem.no_current")}),
        (two_current, {("a001.1", "problem.several_current")}),
        (disorder, {("a000.1", "problem.revision")}),
        (orphan, {("a001.1/nothing", "problem.orphan")}),
        (
            lose_document,
            {
                ("fk_coding_document", "problem.foreign_key"),
                ("fk_pending_document", "problem.foreign_key"),
            },
        ),
    ],
)
def test_each_kind_of_damage_is_found(
    store: Store, damage: Callable[[Connection], None], problems: set[tuple[str, str]]
) -> None:
    keep(store, articles(6))
    list(recode_stream(store, coding_of(NEW)))
    assert found(store) == []
    if damage is lose_document and store.place.file:
        _lose_document_of_file(store)
    else:
        with store.writing() as connection:
            damage(connection)
    assert set(found(store)) == problems


def _lose_document_of_file(store: Store) -> None:
    """SQLite's guard is a setting of the connection, which cannot be changed in a transaction."""
    with sqlite3.connect(str(store.place.file)) as raw:
        raw.execute("DELETE FROM document WHERE id = 'a001.1'")
    raw.close()


def root_page(path: Path, name: str) -> int:
    """The number of the page on which a table or index begins."""
    with closing(sqlite3.connect(path)) as raw:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        return int(raw.execute(asked, [name]).fetchone()[0])


def test_a_damaged_file_is_told_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path) as store:
        keep(store, articles(30))
    page = 4096 * (root_page(path, "ix_document_outlet") - 1)
    with path.open("r+b") as file:
        file.seek(page)
        file.write(b"\x55" * 200)
    with Store.open(path) as store:
        keys = {key for _, key in found(store)}
    assert keys == {"problem.integrity"}
