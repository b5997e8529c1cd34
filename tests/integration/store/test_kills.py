"""Killed at any instant, nothing is lost, nothing is doubled, and the work goes on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from polybe import app
from polybe.cli.main import main
from polybe.codebook.packs import Packs
from polybe.store import Store, examine, reconciling, streams
from tests.integration.store.conftest import FreshPlace
from tests.killing import kill_at, steps_of
from tests.stored import NEW, article, articles, coding_of, contents, first_tables

ROUNDS = 12

Work = Callable[[str], object]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_BATCH", 3)
    monkeypatch.setattr(reconciling, "_BATCH", 5)


@pytest.fixture(autouse=True)
def _newer_codebook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Packs, "version", lambda _: NEW)
    monkeypatch.setattr(
        app, "code_documents", lambda documents, **_: coding_of(NEW).code(documents)
    )


@pytest.fixture(autouse=True)
def _inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles by an older codebook in one file, and others that are to be coded."""
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps(each.to_dict()) for each in articles(10)]
    lines += [json.dumps(asdict(article(number).document)) for number in range(10, 16)]
    Path("articles.jsonl").write_text("\n".join(lines), encoding="utf-8")


def add(where: str) -> None:
    assert main(["add", "articles.jsonl", "--store", where]) == 0


def recode(where: str) -> None:
    assert main(["recode", "--store", where]) == 0


def open_(where: str) -> None:
    Store.open(where).close()


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
