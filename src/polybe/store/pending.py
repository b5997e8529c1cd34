"""Documents whose claims the account does not yet hold as they now are."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, exists, func, insert, select

from ..batches import batched
from .tables.documents import document, pending

_CHUNK = 500
"""Ids in one statement: databases bound how many values it may hold."""


def mark_pending(connection: Connection, ids: Iterable[str]) -> None:
    """Put documents among those that wait; those that wait already stay."""
    for chunk in batched(ids, _CHUNK):
        waiting = exists().where(pending.c.document == document.c.id)
        fresh = select(document.c.id).where(document.c.id.in_(chunk), ~waiting)
        connection.execute(insert(pending).from_select(["document"], fresh))


def pending_documents(connection: Connection, limit: int | None = None) -> list[str]:
    """The ids of documents that wait, those known first first; no more than ``limit``."""
    waiting = select(document.c.id).join(pending, pending.c.document == document.c.id)
    rows = connection.execute(waiting.order_by(document.c.known, document.c.id).limit(limit))
    return list(rows.scalars())


def count_pending(connection: Connection) -> int:
    """How many documents wait."""
    return int(connection.execute(select(func.count()).select_from(pending)).scalar_one())


def settle_pending(connection: Connection, ids: Iterable[str]) -> None:
    """Take documents off: the account holds their claims as they are now."""
    for chunk in batched(ids, _CHUNK):
        connection.execute(delete(pending).where(pending.c.document.in_(chunk)))
