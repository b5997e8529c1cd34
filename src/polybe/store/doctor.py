"""The doctor: what is wrong with a store, one problem after another, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import (
    Connection,
    ForeignKeyConstraint,
    RowMapping,
    Select,
    and_,
    exists,
    func,
    select,
)
from sqlalchemy.exc import DatabaseError

from ..account.claims import claim_id
from ..account.decisions import undone
from ..batches import batched
from ..messages import Reason
from .account_checks import faults_of_account
from .decisions import decisions
from .faults import is_damage
from .revisions import Version, in_order
from .rows import DAMAGE, coded_of, document_of, text_hash
from .soundness import faults_of
from .tables import metadata
from .tables.decisions import decision_claim, succession
from .tables.documents import coding, document, report

_PAGE = 200
"""Documents looked at together."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: ``where`` names the row or document, ``what`` tells what it is."""

    where: str
    what: Reason


def examine(connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong with a store; nothing when it is sound.

    Looks at every document and every coding of it.  Of a damaged file nothing else is told, since
    nothing else can be relied on.
    """
    damage = list(_integrity(connection))
    yield from damage
    if damage:
        return
    yield from _foreign_keys(connection)
    yield from _current_codings(connection)
    yield from _revisions(connection)
    yield from _orphans(connection)
    yield from (Problem(id_, Reason(key)) for id_, key in faults_of_account(connection))
    yield from _texts_and_codings(connection)


def _integrity(connection: Connection) -> Iterator[Problem]:
    """What SQLite finds wrong with its own file; a server looks after its files itself."""
    if connection.dialect.name != "sqlite":
        return
    try:
        for (detail,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if detail != "ok":
                yield Problem("sqlite", Reason("problem.integrity", detail=detail))
    except DatabaseError as error:  # so damaged that it cannot even be checked to its end
        if not is_damage(error):
            raise
        yield Problem("sqlite", Reason("problem.integrity", detail=error.orig))


def _foreign_keys(connection: Connection) -> Iterator[Problem]:
    """Rows that point to rows that are not there, of every key of every table."""
    for table in metadata.sorted_tables:
        for key in sorted(table.foreign_key_constraints, key=lambda each: str(each.name)):
            count = connection.execute(_dangling(key)).scalar_one()
            if count:
                target = key.referred_table.name
                values = {"count": count, "table": table.name, "target": target}
                yield Problem(str(key.name), Reason("problem.foreign_key", **values))


def _dangling(key: ForeignKeyConstraint) -> Select[int]:
    target = key.referred_table.alias("target")
    pairs = [(element.parent, target.c[element.column.name]) for element in key.elements]
    there = exists().where(*(own == other for own, other in pairs))
    told = and_(*(own.is_not(None) for own, _ in pairs))
    return select(func.count()).select_from(key.table).where(told, ~there)


def _current_codings(connection: Connection) -> Iterator[Problem]:
    """Documents that have no current coding, or several."""
    current = and_(coding.c.document == document.c.id, coding.c.current)
    count = func.count(coding.c.document)
    asked = select(document.c.id, count).outerjoin(coding, current).group_by(document.c.id)
    for id_, found in connection.execute(asked.having(count != 1).order_by(document.c.id)):
        key = "problem.several_current" if found else "problem.no_current"
        yield Problem(id_, Reason(key, **({"count": found} if found else {})))


def _revisions(connection: Connection) -> Iterator[Problem]:
    """Versions of articles that are not numbered or dated as their order asks."""
    columns = [document.c[name] for name in Version.__slots__]
    asked = select(document.c.address, *columns)
    rows = connection.execute(asked.order_by(document.c.address, document.c.revision))
    for _, chain in groupby(rows, key=lambda row: row[0]):
        found = [Version(*values) for _, *values in chain]
        for version in set(found) - set(in_order(found)):
            values = {name: getattr(version, name) for name in ("revision", "known", "until")}
            yield Problem(version.id, Reason("problem.revision", **values))


def _orphans(connection: Connection) -> Iterator[Problem]:
    """Decisions in force about claims of no current coding, to which none has succeeded."""
    taken_back = sorted(undone(decisions(connection)))
    asked = (
        select(decision_claim.c.decision, func.coalesce(succession.c.new, decision_claim.c.claim))
        .outerjoin(succession, succession.c.old == decision_claim.c.claim)
        .where(decision_claim.c.decision.not_in(taken_back))
        .order_by(decision_claim.c.decision, decision_claim.c.claim)
    )
    for rows in batched(connection.execute(asked), _PAGE):
        standing = _current_claims(connection, [claim.rpartition("/")[0] for _, claim in rows])
        for number, claim in rows:
            if claim not in standing:
                yield Problem(claim, Reason("problem.orphan", decision=number))


def _current_claims(connection: Connection, documents: Sequence[str]) -> set[str]:
    same = and_(coding.c.document == report.c.document, coding.c.run == report.c.run)
    asked = select(report.c.document, report.c.id).join(coding, same)
    those = report.c.document.in_(documents)
    return {claim_id(*row) for row in connection.execute(asked.where(those, coding.c.current))}


def _texts_and_codings(connection: Connection) -> Iterator[Problem]:
    """Texts that have changed, and codings that cannot be read or do not fit their text."""
    after = ""
    while page := _page(connection, after):
        ids = [row["id"] for row in page]
        codings, bodies = _codings(connection, ids)
        for row in page:
            if text_hash(row["text"]) != row["text_hash"]:
                yield Problem(row["id"], Reason("problem.text_hash"))
            for run, mentions in codings.get(row["id"], ()):
                yield from _coding(row, run, mentions, bodies.get((row["id"], run), []))
        after = ids[-1]


def _page(connection: Connection, after: str) -> Sequence[RowMapping]:
    asked = select(document).where(document.c.id > after).order_by(document.c.id).limit(_PAGE)
    return connection.execute(asked).mappings().all()


def _codings(
    connection: Connection, ids: list[str]
) -> tuple[dict[str, list[tuple[int, bytes]]], dict[tuple[str, int], list[str]]]:
    """All codings of documents: their runs and mentions, and the bodies of their reports."""
    codings: dict[str, list[tuple[int, bytes]]] = {}
    asked = select(coding.c.document, coding.c.run, coding.c.mentions).order_by(coding.c.run)
    for id_, run, mentions in connection.execute(asked.where(coding.c.document.in_(ids))):
        codings.setdefault(id_, []).append((run, mentions))
    bodies: dict[tuple[str, int], list[str]] = {}
    told = select(report.c.document, report.c.run, report.c.body).order_by(report.c.number)
    for id_, run, body in connection.execute(told.where(report.c.document.in_(ids))):
        bodies.setdefault((id_, run), []).append(body)
    return codings, bodies


def _coding(row: RowMapping, run: int, mentions: bytes, bodies: list[str]) -> Iterator[Problem]:
    try:
        coded = coded_of(document_of(row), mentions, bodies)
    except DAMAGE as error:
        detail = f"{type(error).__name__}: {error}"
        yield Problem(row["id"], Reason("problem.coding", run=run, detail=detail))
        return
    for fault in faults_of(coded):
        yield Problem(row["id"], Reason("problem.unsound", run=run, detail=fault))
