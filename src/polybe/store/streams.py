"""Streams of documents into the store, one transaction a batch.

Killed at any instant, a stream loses the batch in flight and nothing else; taken up again from its
beginning, it passes over what is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from ..batches import batched
from ..messages import Reason
from ..model import CodedDocument, Document, Failure
from .adding import Added, add_documents, stored_ids
from .recoding import documents_set_aside, documents_to_code, make_current, replace_codings
from .runs import begin_run
from .soundness import document_faults, faults_of
from .store import Store

_BATCH = 200
"""Documents kept in one transaction: what is to be done again at most when a run is killed."""


@dataclass(frozen=True, slots=True)
class Coding:
    """How documents are coded: by which version of the codebook, and what does it.

    ``code`` gives, for each document in order, its coded form or a Failure.
    """

    version: str
    code: Callable[[Iterable[Document]], Iterable[CodedDocument | Failure]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document that was added: see :class:`Added`."""

    document: str
    outcome: Literal["new", "known", "revised"]


def add_stream(
    store: Store, items: Iterable[Document | CodedDocument | Failure], coding: Coding
) -> Iterator[Outcome | Failure]:
    """Add documents: what became of each, once it is kept.

    Those already coded are taken as they are; others are coded, unless the store has them.  What
    cannot be coded or kept is a Failure; Failures of the stream are passed on.
    """
    for batch in batched(items, _BATCH):
        yield from (item for item in batch if isinstance(item, Failure))
        articles, unfit = _fit([item for item in batch if isinstance(item, Document)])
        yield from unfit
        known, unknown = _part(store, articles)
        yield from (Outcome(id_, "known") for id_ in known)
        coded, failures = _code(unknown, coding)
        yield from failures
        runs = {coding.version: coded} if coded else {}
        for item in batch:
            if isinstance(item, CodedDocument):
                runs.setdefault(_codebook_of(item), []).append(item)
        yield from _keep(store, runs)


def recode_stream(store: Store, coding: Coding) -> Iterator[str | Failure]:
    """Make every document's current coding that of a codebook: the id of each, once it is kept.

    Where the store has such a coding it is taken up again, else the document is coded; one that
    cannot be coded keeps the coding it has and is a Failure.
    """
    with store.writing() as connection:
        run = begin_run(connection, coding.version, now=_now())
    yield from _take_up(store, run)
    after = ""
    while documents := _to_code(store, run, after):
        coded, failures = _code(documents, coding)
        yield from failures
        with store.writing() as connection:
            replace_codings(connection, coded, run)
        yield from (each.document.id for each in coded)
        after = documents[-1].id


def _fit(documents: list[Document]) -> tuple[list[Document], list[Failure]]:
    """The documents that the store can be asked for and can keep, and the rest as Failures."""
    faults = [(each, next(document_faults(each), None)) for each in documents]
    failures = [_failure(each, fault) for each, fault in faults if fault]
    return [each for each, fault in faults if not fault], failures


def _part(store: Store, documents: list[Document]) -> tuple[list[str], list[Document]]:
    """The ids of documents that the store has, and the documents that it has not."""
    with store.reading() as connection:
        ids = stored_ids(connection, documents)
    unknown = [each for each, id_ in zip(documents, ids, strict=True) if id_ is None]
    return [id_ for id_ in ids if id_ is not None], unknown


def _code(documents: list[Document], coding: Coding) -> tuple[list[CodedDocument], list[Failure]]:
    """The documents that can be coded and kept, and the others as Failures."""
    results = list(coding.code(documents)) if documents else []
    coded = [each for each in results if isinstance(each, CodedDocument)]
    return coded, [each for each in results if isinstance(each, Failure)]


def _codebook_of(coded: CodedDocument) -> str:
    """The version of the codebook that coded a document; empty where no report tells it."""
    version: object = next((report.codebook for report in coded.reports), "")
    return version if isinstance(version, str) else ""  # such a document is not sound


def _keep(store: Store, runs: Mapping[str, list[CodedDocument]]) -> Iterator[Outcome | Failure]:
    """Keep what each version of the codebook has coded, in one transaction."""
    now = _now()
    sound, failures = _sound(runs)
    yield from failures
    kept: list[Added] = []
    with store.writing() as connection:
        for version, coded in sound.items():
            run = begin_run(connection, version, now=now)
            kept.append(add_documents(connection, coded, run, now=now))
    for added in kept:
        yield from (Outcome(id_, "new") for id_ in added.new)
        yield from (Outcome(id_, "revised") for id_ in added.revised)
        yield from (Outcome(id_, "known") for id_ in added.known)


def _sound(
    runs: Mapping[str, list[CodedDocument]],
) -> tuple[dict[str, list[CodedDocument]], list[Failure]]:
    """What a store can keep, by version of the codebook, and the rest as Failures."""
    sound: dict[str, list[CodedDocument]] = {}
    failures: list[Failure] = []
    for version, coded_documents in runs.items():
        for coded in coded_documents:
            fault: Reason | None = next(faults_of(coded), None)
            if fault is None:
                sound.setdefault(version, []).append(coded)
            else:
                failures.append(_failure(coded.document, fault))
    return sound, failures


def _failure(document: Document, fault: Reason) -> Failure:
    return Failure(str(document.id), fault, str(document.id))


def _take_up(store: Store, run: int) -> Iterator[str]:
    """Make a run's codings current where another's have taken their place since."""
    while True:
        with store.writing() as connection:
            ids = documents_set_aside(connection, run, limit=_BATCH)
            make_current(connection, ids, run)
        if not ids:
            return
        yield from ids


def _to_code(store: Store, run: int, after: str) -> list[Document]:
    with store.reading() as connection:
        return documents_to_code(connection, run, after=after, limit=_BATCH)


def _now() -> datetime:
    return datetime.now(UTC)
