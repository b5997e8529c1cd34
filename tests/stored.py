"""Articles for the store, and what a newer codebook makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from polybe.model import CodedDocument, Document, Report
from polybe.store import Coding, Outcome, Store, add_documents, add_stream, begin_run
from polybe.store.engines import engine_of, place_of
from polybe.store.migrating import bring_up_to_date
from polybe.store.tables import metadata
from polybe.store.tables.documents import run
from tests.made import TEXT, coded, record

NOW = datetime(2021, 5, 6, 12, 0, tzinfo=UTC)
OLD, NEW = "v1", "v2"


def article(number: int, *, version: int = 1, codebook: str = OLD, **fields: Any) -> CodedDocument:
    """A coded article; its versions share their address, but neither id nor text."""
    text = f"{TEXT} ({number}.{version})"
    head = {"id": f"a{number:03}.{version}", "url": f"https://exemple.fr/a/{number}", **fields}
    made = coded(record(text=text, **head))
    return replace(made, reports=tuple(replace(r, codebook=codebook) for r in made.reports))


def articles(count: int) -> list[CodedDocument]:
    """So many articles, every fifth of them in two versions."""
    firsts = [article(number) for number in range(count)]
    return firsts + [article(number, version=2) for number in range(0, count, 5)]


def as_read(documents: Iterable[CodedDocument]) -> list[Document]:
    """The articles before they are coded."""
    return [each.document for each in documents]


def coding_of(version: str) -> Coding:
    """The coding of a codebook's version; the newer one reads two of the six reports otherwise."""
    return Coding(version, lambda documents: (_coded(each, version) for each in documents))


def _coded(document: Document, version: str) -> CodedDocument:
    made = coded(record(id=document.id, text=document.text))
    reports = made.reports if version == OLD else tuple(_newer(made.reports))
    told = tuple(replace(report, codebook=version) for report in reports)
    return CodedDocument(document, made.mentions, told)


def _newer(reports: Iterable[Report]) -> Iterator[Report]:
    """« r1 » is another type and so has another id, « r5 » is not read at all."""
    for report in reports:
        if report.id == "r1":
            yield replace(report, id="n1", type="HOLDS")
        elif report.id != "r5":
            yield report


def keep(store: Store, documents: Iterable[CodedDocument | Document]) -> list[tuple[str, str]]:
    """Add documents; what became of each."""
    outcomes = add_stream(store, documents, coding_of(OLD))
    return [
        (each.document, each.outcome) if isinstance(each, Outcome) else (each.source, each.reason)
        for each in outcomes
    ]


def first_tables(where: str) -> None:
    """A store as the first version of the tables had it, with documents in it."""
    place = place_of(where)
    with Store(engine_of(place, 30), place) as store, store.writing() as connection:
        bring_up_to_date(connection, "0001")
        run = begin_run(connection, OLD, now=NOW)
        add_documents(connection, articles(6), run, now=NOW)


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that a store holds, but for when it was added, in which order, and by which number."""
    with store.reading() as connection:
        return {
            table.name: sorted(
                (tuple(row) for row in connection.execute(select(*_lasting(table)))), key=repr
            )
            for table in metadata.sorted_tables
        }


def _lasting(table: Any) -> list[Any]:
    passing = {"added", "begun", "number", "run"}
    return [each for each in table.c if each.name not in passing and each is not run.c.id]
