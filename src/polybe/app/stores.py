"""The store: filled, coded anew, reconciled, examined, copied."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Failure
from . import coding
from .codebook import account_words
from .inputs import read_items
from .settings import coder_settings

if TYPE_CHECKING:
    from ..fetching import Fetcher
    from ..reading import Defaults
    from ..store import Coding, Counts, Outcome, Problem, Run, Store

logger = logging.getLogger(__name__)


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """The store at a path or `postgresql://` URL, open, and made when it is not there.

    Raises StoreError when it is no store, cannot be reached, or is not there and not to be made.
    """
    from ..store import Store

    return Store.open(where, create=create)


def add_inputs(
    store: Store,
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    codebook: Path | None = None,
    columns: Mapping[str, str] | None = None,
    fetch: Fetcher | None = None,
    follow: bool = False,
    progress: Callable[[int], None] | None = None,
    reconcile: bool = True,
    gate: bool = True,
    workers: int = 1,
) -> Iterator[Outcome | Failure]:
    """Add inputs to a store: what became of each document, once it is kept.

    At the end they are worked into the account, unless ``reconcile`` leaves them to wait.

    Articles are coded unless the store has them; documents already coded are taken as they are.
    What cannot be read, coded or kept is a Failure; an article that surely tells nothing the
    codebook codes is LeftOut and not kept, unless ``gate`` is off.

    Killed at any instant, it goes on where it was when called with the same inputs again.
    ``workers``, ``columns``, ``fetch``, ``follow`` and ``progress`` as for :func:`code_inputs`.
    """
    from ..store import add_stream

    items = read_items(sources, defaults, columns, fetch, follow, progress)
    with _coding(codebook, gate=gate, workers=workers) as how:
        yield from add_stream(store, items, how)
    if reconcile:
        reconcile_store(store, codebook=codebook)


def recode_store(
    store: Store, *, codebook: Path | None = None, workers: int = 1, reconcile: bool = True
) -> Iterator[str | Failure]:
    """Code anew what another codebook coded: the id of each document, once it is kept.

    The older codings stay in the store until their run is dropped.  What cannot be coded keeps the
    coding it has and is a Failure.  Killed at any instant, it goes on where it was when called
    again.
    """
    from ..store import recode_stream

    with _coding(codebook, workers=workers) as how:
        yield from recode_stream(store, how)
    if reconcile:
        reconcile_store(store, codebook=codebook)


@contextmanager
def _coding(codebook: Path | None, *, gate: bool = False, workers: int = 1) -> Iterator[Coding]:
    """How the store has documents coded; the codebook itself is loaded when there are any."""
    from ..engine import Workers
    from ..store import Coding

    settings = coder_settings(codebook, gate)
    if workers == 1:
        code_all = partial(coding.code_documents, codebook=codebook, gate=gate)
        yield Coding(settings.version(), code_all)
        return
    settings.prepare(logger.info)
    with Workers(settings.load, workers) as pool:
        yield Coding(settings.version(), pool.code)


def reconcile_store(
    store: Store,
    *,
    codebook: Path | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Bring the account of a store up to date with the documents that wait for it.

    ``progress`` is called with the number of documents that are done since the last call.
    """
    from ..store import reconcile_pending

    reconcile_pending(store, account_words(codebook=codebook), progress=progress)


def count_waiting(store: Store) -> int:
    """How many documents wait to be worked into the account of a store."""
    from ..store import count_pending

    with store.reading() as connection:
        return count_pending(connection)


def list_runs(store: Store) -> list[Run]:
    """The runs of coding in a store, oldest first."""
    from ..store import runs

    with store.reading() as connection:
        return runs(connection)


def drop_run(store: Store, run: int) -> Run:
    """Drop a run with its codings and reports, and tell what it was.

    Raises StoreError when there is no such run, or when codings of it are current.
    """
    from ..store import drop_run

    with store.writing() as connection:
        return drop_run(connection, run)


def examine_store(store: Store) -> Iterator[Problem]:
    """Everything that is wrong with a store, as it is found."""
    from ..store import examine

    with store.reading() as connection:
        yield from examine(connection)


def count_store(store: Store) -> Counts:
    """How much a store holds."""
    from ..store import counts

    with store.reading() as connection:
        return counts(connection)


def back_up(store: Store, path: str | Path) -> None:
    """Copy a store, also while it is in use, into an SQLite file that opens as a store.

    Raises StoreError when the file is there already or cannot be written.
    """
    from ..store import backup

    backup(store, path)
