"""Real worker processes with a coder that costs nothing: order, deaths, time that runs out."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from polybe.engine import Workers
from polybe.engine.coders import Code
from polybe.errors import CodebookError, EngineError
from polybe.model import CodedDocument, Document, Failure


def load() -> Code:
    return code


def code(documents: Iterable[Document]) -> Iterator[CodedDocument]:
    for document in documents:
        if document.text == "tue":
            os.kill(os.getpid(), signal.SIGKILL)
        if document.text == "traîne":
            time.sleep(600)
        if document.text.startswith("tue une fois") and not (seen := Path(document.id)).exists():
            seen.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield CodedDocument(document, (), ())


def load_nothing() -> Code:
    raise CodebookError("ce livre de codes n'en est pas un")


def die_loading() -> Code:
    os._exit(7)


def articles(count: int) -> list[Document]:
    return [Document(str(number), f"Article {number}.") for number in range(count)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_all_comes_out_in_order_whatever_the_number_of_workers(count: int) -> None:
    passed = Failure("illisible.txt", "rien dedans")
    items = [*articles(50), passed, *articles(7)]
    with Workers(load, count) as workers:
        found = list(workers.code(items))
    assert found == [
        CodedDocument(item, (), ()) if isinstance(item, Document) else item for item in items
    ]


def test_a_document_that_kills_two_workers_is_set_aside_and_the_rest_coded() -> None:
    items = articles(40)
    items[20] = Document("poison", "tue")
    with Workers(load, 2) as workers:
        found = list(workers.code(items))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [(f.document, "SIGKILL" in f.reason) for f in failures] == [("poison", True)]
    assert len(found) == 40


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    items = articles(30)
    items[3] = Document(str(tmp_path / "vu"), "tue une fois")
    with Workers(load, 2) as workers:
        assert list(workers.code(items)) == [CodedDocument(item, (), ()) for item in items]


def test_a_document_that_takes_too_long_is_set_aside() -> None:
    items = articles(5)
    items[2] = Document("lent", "traîne")
    with Workers(load, 1, timeout=1.0) as workers:
        found = list(workers.code(items))
    assert [item.document for item in found if isinstance(item, Failure)] == ["lent"]


def test_what_is_wrong_with_the_coder_is_raised() -> None:
    with Workers(load_nothing, 2) as workers, pytest.raises(CodebookError, match="livre"):
        list(workers.code(articles(3)))


def test_workers_that_die_while_loading_end_the_run() -> None:
    with Workers(die_loading, 1) as workers, pytest.raises(EngineError, match="status 7"):
        list(workers.code(articles(3)))
