"""Documents in the store: what they say, how they are coded now, how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from ..batches import batched
from ..errors import StoreError
from ..messages import Reason
from ..model import CodedDocument, Document
from .pending import count_pending
from .rows import DAMAGE, coded_of, document_of
from .tables.documents import coding, document, report, run

_CHUNK = 500
"""Documents read together."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document, and its place among the versions of its article.

    ``address`` is what these share, ``revision`` its number among them from 1; ``added`` an ISO
    datetime in UTC; ``known`` the ISO day from which its claims were known, ``until`` that from
    which a newer version stands in its place, None while none does.
    """

    document: Document
    address: str
    revision: int
    added: str
    known: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds.

    ``articles`` counts each article once, ``documents`` all its versions; ``reports`` are those of
    the current codings; ``pending`` are documents that the account does not yet hold as they are.
    """

    articles: int
    documents: int
    reports: int
    runs: int
    pending: int


def documents(
    connection: Connection,
    ids: Iterable[str] | None = None,
    *,
    outlet: str | None = None,
    known_from: str | None = None,
    known_to: str | None = None,
    superseded: bool = True,
    after: str | None = None,
    limit: int | None = None,
) -> Iterator[StoredDocument]:
    """Documents in the order of their ids.

    All of them, or those of ``ids``, of an ``outlet``, known on the ISO days from ``known_from`` to
    ``known_to`` (both inclusive), without those in whose place a newer version stands when not
    ``superseded``.  ``after`` an id and up to a ``limit`` they come page by page.
    """
    asked = select(document).order_by(document.c.id).limit(limit)
    for condition in (
        document.c.outlet == outlet if outlet is not None else None,
        document.c.known >= known_from if known_from is not None else None,
        document.c.known <= known_to if known_to is not None else None,
        document.c.until.is_(None) if not superseded else None,
        document.c.id > after if after is not None else None,
        document.c.id.in_(list(ids)) if ids is not None else None,
    ):
        asked = asked if condition is None else asked.where(condition)
    for row in connection.execute(asked).mappings():
        place = (row[name] for name in ("address", "revision", "added", "known", "until"))
        yield StoredDocument(document_of(row), *place)


def versions(connection: Connection, id_: str) -> list[StoredDocument]:
    """All versions of a document's article, oldest first; none when the store has it not."""
    address = select(document.c.address).where(document.c.id == id_).scalar_subquery()
    ids = select(document.c.id).where(document.c.address == address)
    found = documents(connection, connection.execute(ids).scalars())
    return sorted(found, key=lambda each: each.revision)


def coded_document(connection: Connection, id_: str, run: int | None = None) -> CodedDocument:
    """A document as it is coded now, or as a run coded it.

    Raises StoreError when there is no such document or coding, or when it is damaged.
    """
    for coded in coded_documents(connection, [id_], run):
        return coded
    raise StoreError(Reason("store.no_document", id=id_))


def coded_documents(
    connection: Connection, ids: Iterable[str], run: int | None = None
) -> Iterator[CodedDocument]:
    """Documents as they are coded now, or as a run coded them, in the order of their ids.

    What the store has not is left out.  Raises StoreError when a coding is damaged.
    """
    for chunk in batched(ids, _CHUNK):
        bodies = _bodies(connection, chunk, run)
        for row in connection.execute(_codings(chunk, run)).mappings():
            try:
                yield coded_of(document_of(row), row["mentions"], bodies.get(row["id"], []))
            except DAMAGE as error:
                detail = f"{type(error).__name__}: {error}"
                raise StoreError(Reason("store.coding", id=row["id"], detail=detail)) from error


def counts(connection: Connection) -> Counts:
    """How much the store holds."""
    current = coding.c.document == report.c.document, coding.c.run == report.c.run
    reports = select(func.count()).select_from(report).join(coding, current[0] & current[1])
    asked = (
        select(func.count()).select_from(document).where(document.c.until.is_(None)),
        select(func.count()).select_from(document),
        reports.where(coding.c.current),
        select(func.count()).select_from(run),
    )
    articles, versions_, reports_, runs = (connection.execute(each).scalar_one() for each in asked)
    return Counts(articles, versions_, reports_, runs, count_pending(connection))


def _codings(ids: list[str], run_id: int | None) -> Select[Any]:
    of_run = coding.c.current if run_id is None else coding.c.run == run_id
    return (
        select(document, coding.c.mentions)
        .join(coding, coding.c.document == document.c.id)
        .where(document.c.id.in_(ids), of_run)
        .order_by(document.c.id)
    )


def _bodies(connection: Connection, ids: list[str], run_id: int | None) -> dict[str, list[str]]:
    """The bodies of reports by document, in the order in which they were coded."""
    same = (coding.c.document == report.c.document) & (coding.c.run == report.c.run)
    of_run = coding.c.current if run_id is None else coding.c.run == run_id
    asked = select(report.c.document, report.c.body).join(coding, same)
    found: dict[str, list[str]] = {}
    for row in connection.execute(
        asked.where(report.c.document.in_(ids), of_run).order_by(report.c.number)
    ):
        found.setdefault(row.document, []).append(row.body)
    return found
