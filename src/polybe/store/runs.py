"""Runs: the codings of documents by one version of the codebook each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, case, delete, func, insert, select

from ..errors import StoreError
from ..messages import Reason
from .tables.documents import coding, report, run


@dataclass(frozen=True, slots=True)
class Run:
    """A run: ``documents`` is how many it coded, ``current`` of how many the account is made.

    ``begun`` is an ISO datetime in UTC.
    """

    id: int
    codebook: str
    begun: str
    documents: int
    current: int


def begin_run(connection: Connection, codebook: str, *, now: datetime) -> int:
    """The id of the run of a codebook's version, which is begun when there is none.

    ``now`` must know its time zone.
    """
    found = connection.execute(select(run.c.id).where(run.c.codebook == codebook)).scalar()
    if found is not None:
        return int(found)
    begun = now.astimezone(UTC).isoformat(timespec="seconds")
    row = {"codebook": codebook, "begun": begun}
    return int(connection.execute(insert(run).returning(run.c.id), row).scalar_one())


def runs(connection: Connection) -> list[Run]:
    """All runs, oldest first."""
    current = func.coalesce(func.sum(case((coding.c.current, 1), else_=0)), 0)
    asked = (
        select(run.c.id, run.c.codebook, run.c.begun, func.count(coding.c.document), current)
        .outerjoin(coding, coding.c.run == run.c.id)
        .group_by(run.c.id, run.c.codebook, run.c.begun)
        .order_by(run.c.id)
    )
    return [Run(*row) for row in connection.execute(asked)]


def drop_run(connection: Connection, id_: int) -> Run:
    """Drop a run with its codings and reports, and tell what it was.

    What reviewers decided of its claims stays: on the claims that have taken their place.  Raises
    StoreError when there is no such run, or when the account is made of codings of it.
    """
    found = next((each for each in runs(connection) if each.id == id_), None)
    if found is None:
        raise StoreError(Reason("store.no_run", run=id_))
    if found.current:
        raise StoreError(Reason("store.run_in_use", run=id_, count=found.current))
    for table, column in ((report, report.c.run), (coding, coding.c.run), (run, run.c.id)):
        connection.execute(delete(table).where(column == id_))
    return found
