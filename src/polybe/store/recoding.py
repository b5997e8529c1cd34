"""Coding anew: a newer run's codings take the place of older ones, which stay until dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, Exists, exists, select, update

from ..account.claims import claim_id
from ..model import CodedDocument, Document
from .adding import insert_codings
from .pending import mark_pending
from .rows import document_of
from .succession import Head, record_successions, successors
from .tables.documents import coding, document, report

_Heads = dict[str, list[Head]]


def documents_to_code(
    connection: Connection, run: int, *, after: str = "", limit: int
) -> list[Document]:
    """Documents that a run has not coded, behind an id, in the order of ids."""
    asked = select(document).where(document.c.id > after, ~_coded_by(run))
    rows = connection.execute(asked.order_by(document.c.id).limit(limit)).mappings()
    return [document_of(row) for row in rows]


def documents_set_aside(connection: Connection, run: int, *, limit: int) -> list[str]:
    """The ids of documents that a run has coded, and of which another's coding is current."""
    aside = (coding.c.run == run) & ~coding.c.current
    asked = select(coding.c.document).where(aside).order_by(coding.c.document).limit(limit)
    return list(connection.execute(asked).scalars())


def replace_codings(
    connection: Connection, coded_documents: Sequence[CodedDocument], run: int
) -> None:
    """Make what a run read off documents of the store their current coding; they must be sound.

    The older codings are kept.  A document that the run has coded meanwhile stays as it is.
    """
    ids = [coded.document.id for coded in coded_documents]
    asked = select(coding.c.document).where(coding.c.run == run, coding.c.document.in_(ids))
    there = set(connection.execute(asked).scalars())
    fresh = [coded for coded in coded_documents if coded.document.id not in there]
    insert_codings(connection, fresh, run, current=False)
    make_current(connection, [coded.document.id for coded in fresh], run)


def make_current(connection: Connection, ids: Sequence[str], run: int) -> None:
    """Make a run's codings of documents the current ones, and lead claims on to their successors.

    The documents wait in ``pending`` until the account is made of the new codings.
    """
    old = _heads(connection, ids, coding.c.current)
    new = _heads(connection, ids, coding.c.run == run)
    # One after the other: the database refuses two current codings of a document.
    those = coding.c.document.in_(ids)
    connection.execute(update(coding).where(those, coding.c.current).values(current=False))
    connection.execute(update(coding).where(those, coding.c.run == run).values(current=True))
    current = [claim_id(id_, head.id) for id_, heads in new.items() for head in heads]
    record_successions(connection, _pairs(old, new), current, run)
    mark_pending(connection, ids)


def _coded_by(run: int) -> Exists:
    return exists().where(coding.c.document == document.c.id, coding.c.run == run)


def _heads(connection: Connection, ids: Iterable[str], which: ColumnElement[bool]) -> _Heads:
    """The heads of the reports of some codings, by document."""
    same = (coding.c.document == report.c.document) & (coding.c.run == report.c.run)
    columns = (report.c.id, report.c.kind, report.c.type, report.c.start, report.c.end)
    asked = select(report.c.document, *columns).join(coding, same)
    found: _Heads = {}
    for id_, *head in connection.execute(asked.where(report.c.document.in_(ids), which)):
        found.setdefault(id_, []).append(Head(*head))
    return found


def _pairs(old: _Heads, new: _Heads) -> dict[str, str]:
    return {
        claim_id(id_, before): claim_id(id_, after)
        for id_, heads in old.items()
        for before, after in successors(heads, new.get(id_, [])).items()
    }
