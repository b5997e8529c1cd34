"""Adding coded documents: each once, the versions of an article in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from ..model import CodedDocument, Document
from .addresses import address_of
from .pending import mark_pending
from .revisions import Version, in_order
from .rows import Row, coding_row, document_row, report_rows, text_hash
from .tables.documents import coding, document, report


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the documents of a batch, by the ids they have in the store.

    ``new`` are articles that the store did not have, ``revised`` other versions of articles that it
    had, ``known`` those that it had already, word for word.
    """

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()


def add_documents(
    connection: Connection, coded_documents: Iterable[CodedDocument], run: int, *, now: datetime
) -> Added:
    """Add documents as a run coded them; those whose id and text are there stay as they are.

    A text that comes under the id of another text is kept under that id with ``~`` and a part of
    its hash.  Whatever changes for the account waits in ``pending``.  The documents must be sound
    (see :func:`faults_of`); ``now`` must know its time zone.
    """
    known, fresh = _part(connection, list(coded_documents))
    if not fresh:
        return Added(known=tuple(known))
    added = now.astimezone(UTC).isoformat(timespec="seconds")
    rows = [_row(coded.document, added) for coded in fresh]
    versions = _versions(connection, {row["address"] for row in rows})
    new, revised = _first_and_later(rows, versions)
    superseded = _settle_revisions(connection, rows, versions)
    connection.execute(insert(document), rows)
    insert_codings(connection, fresh, run, current=True)
    mark_pending(connection, [*superseded, *new, *revised])
    return Added(tuple(new), tuple(known), tuple(revised))


def stored_ids(connection: Connection, documents: Sequence[Document]) -> list[str | None]:
    """Under which id the store has each document; None for one that it has not."""
    hashes = _hashes(connection, documents)
    ids = (_id_for(document, hashes) for document in documents)
    return [id_ if id_ in hashes else None for id_ in ids]


def _part(
    connection: Connection, coded_documents: list[CodedDocument]
) -> tuple[list[str], list[CodedDocument]]:
    """The ids of documents that are there already, and the others, under the ids they will have."""
    hashes = _hashes(connection, [coded.document for coded in coded_documents])
    known: list[str] = []
    fresh: list[CodedDocument] = []
    for coded in coded_documents:
        id_ = _id_for(coded.document, hashes)
        if id_ in hashes:
            known.append(id_)
        else:
            hashes[id_] = text_hash(coded.document.text)
            fresh.append(replace(coded, document=replace(coded.document, id=id_)))
    return known, fresh


def _hashes(connection: Connection, documents: Iterable[Document]) -> dict[str, str]:
    """The hashes of the texts that the store has under the ids that documents may have in it."""
    ids = {id_ for each in documents for id_ in (each.id, _other_id(each))}
    asked = select(document.c.id, document.c.text_hash).where(document.c.id.in_(ids))
    return {row.id: row.text_hash for row in connection.execute(asked)}


def _id_for(document: Document, hashes: dict[str, str]) -> str:
    """A document's own id, unless another text has it."""
    hash_ = text_hash(document.text)
    return document.id if hashes.get(document.id, hash_) == hash_ else _other_id(document)


def _other_id(document: Document) -> str:
    return f"{document.id}~{text_hash(document.text)[:8]}"


def _row(document: Document, added: str) -> Row:
    return {**document_row(document), "address": address_of(document), "added": added}


def _versions(connection: Connection, addresses: Iterable[str]) -> dict[str, list[Version]]:
    """The versions that the store has at some addresses, oldest first."""
    columns = [document.c[name] for name in Version.__slots__]
    asked = select(document.c.address, *columns).where(document.c.address.in_(addresses))
    found: dict[str, list[Version]] = {}
    for address, *values in connection.execute(asked.order_by(document.c.revision)):
        found.setdefault(address, []).append(Version(*values))
    return found


def _first_and_later(
    rows: Iterable[Row], versions: dict[str, list[Version]]
) -> tuple[list[str], list[str]]:
    """The ids of the rows whose article was not there, and of those that are versions of one."""
    new: list[str] = []
    revised: list[str] = []
    seen = set(versions)
    for row in rows:
        (revised if row["address"] in seen else new).append(row["id"])
        seen.add(row["address"])
    return new, revised


def _settle_revisions(
    connection: Connection, rows: Iterable[Row], versions: dict[str, list[Version]]
) -> list[str]:
    """Put rows among the versions of their articles; give the ids of others that changed by it."""
    before = {version for chain in versions.values() for version in chain}
    new = {row["id"]: row for row in rows}
    for row in new.values():
        version = Version(row["id"], row["published"], row["added"])
        versions.setdefault(row["address"], []).append(version)
    settled = [version for chain in versions.values() for version in in_order(chain)]
    for version in settled:
        if version.id in new:
            new[version.id].update(_place(version))
    changed = [each for each in settled if each.id not in new and each not in before]
    if changed:
        statement = update(document).where(document.c.id == bindparam("which"))
        connection.execute(statement, [{"which": each.id, **_place(each)} for each in changed])
    return [version.id for version in changed]


def _place(version: Version) -> Row:
    return {"revision": version.revision, "known": version.known, "until": version.until}


def insert_codings(
    connection: Connection, coded_documents: Iterable[CodedDocument], run: int, *, current: bool
) -> None:
    """Keep what a run read off documents that are in the store."""
    codings: list[Row] = []
    reports: list[Row] = []
    for coded in coded_documents:
        codings.append(coding_row(coded.document.id, run, coded.mentions, current=current))
        reports.extend(report_rows(coded.document.id, run, coded.reports))
    if codings:
        connection.execute(insert(coding), codings)
    if reports:
        connection.execute(insert(report), reports)
