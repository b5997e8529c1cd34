"""Killed at any instant, nothing is lost, nothing is doubled, and the work goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from polybe.store import Store, add_documents, begin_run, examine, recode_stream, streams
from polybe.store.engines import engine_of, place_of
from polybe.store.migrating import bring_up_to_date
from tests.integration.store.conftest import FreshPlace
from tests.killing import kill_at, steps_of
from tests.stored import NEW, NOW, OLD, articles, coding_of, contents, keep

ROUNDS = 12

Work = Callable[[str], object]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_BATCH", 4)


def add(where: str) -> None:
    with Store.open(where) as store:
        keep(store, articles(30))


def recode(where: str) -> None:
    with Store.open(where) as store:
        list(recode_stream(store, coding_of(NEW)))


def open_(where: str) -> None:
    Store.open(where).close()


def first_tables(where: str) -> None:
    """A store as the first version of the tables had it, with documents in it."""
    place = place_of(where)
    with Store(engine_of(place, 30), place) as store, store.writing() as connection:
        bring_up_to_date(connection, "0001")
        run = begin_run(connection, OLD, now=NOW)
        add_documents(connection, articles(6), run, now=NOW)


def held(where: str) -> dict[str, list[tuple[object, ...]]]:
    """What a store holds, once the doctor has found nothing wrong with it."""
    with Store.open(where, create=False) as store:
        with store.reading() as connection:
            assert list(examine(connection)) == []
        return contents(store)


@pytest.mark.parametrize(
    ("before", "work"), [(open_, add), (add, recode)], ids=["adding", "recoding"]
)
def test_killed_again_and_again_it_still_comes_to_its_end(
    fresh_place: FreshPlace, before: Work, work: Work
) -> None:
    unbroken, broken = fresh_place(), fresh_place()
    for where in (unbroken, broken):
        before(where)
    steps = steps_of(lambda: work(unbroken))
    killed = [
        kill_at(lambda: work(broken), 1 + steps * number // (3 * ROUNDS))
        for number in range(ROUNDS)
    ]
    assert all(killed)
    with Store.open(broken, create=False) as store, store.reading() as connection:
        assert list(examine(connection)) == []
    work(broken)
    assert held(broken) == held(unbroken)


@pytest.mark.parametrize("before", [None, first_tables], ids=["making", "migrating"])
def test_killed_while_tables_are_made_all_or_none_are_there(
    fresh_place: FreshPlace, before: Work | None
) -> None:
    def begun() -> str:
        where = fresh_place()
        if before:
            before(where)
        return where

    unbroken = begun()
    steps = steps_of(lambda: open_(unbroken))
    whole = held(unbroken)
    assert bool(whole["document"]) == bool(before)
    for number in range(ROUNDS):
        broken = begun()
        assert kill_at(partial(open_, broken), 1 + (steps - 1) * number // ROUNDS)
        open_(broken)
        assert held(broken) == whole
