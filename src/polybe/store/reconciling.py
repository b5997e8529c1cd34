"""Reconciling in the store: what is new, changed or decided is worked into the account.

Each batch is one transaction: it takes its documents from ``pending``, and either all that follows
from them is written or nothing is.  Killed at any instant, the next run goes on with what is still
pending; the outcome depends on the documents alone, not on batches or order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection

from ..account.claims import claims_of
from ..account.copies import signature_of
from ..account.decisions import ReviewState
from ..account.edits import edited
from ..account.reconciling.tellings import tellings_of
from ..account.situation import AccountWords
from .clusters import Judgement, cluster_from, clusters_of, write_findings
from .decisions import review_state_of
from .documents import coded_documents, documents
from .links import join_copies, link_tellings, part_copies, settle_links, tie_tellings
from .pending import pending_documents, settle_pending
from .ratings import current_ratings
from .store import Store
from .tellings import Article, Profiles, put_articles, take_out

_BATCH = 100
"""Documents in a transaction: enough to share its cost, few enough to lose little when killed."""


def reconcile_pending(
    store: Store,
    words: AccountWords,
    *,
    batch: int | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Work everything pending into the account; gives the number of documents.

    ``words`` are those of the codebook that the account needs, ``batch`` the number of documents in
    a transaction.  ``progress`` is called with the number of documents of each that is done.
    """
    profiles = Profiles()
    done = 0
    while True:
        with store.writing() as connection:
            found = reconcile_some(connection, batch or _BATCH, words, profiles)
        if not found:
            return done
        done += found
        progress(found)


def reconcile_some(
    connection: Connection, most: int, words: AccountWords, profiles: Profiles
) -> int:
    """Work up to so many pending documents into the account; gives their number."""
    ids = pending_documents(connection, most)
    if ids:
        _work_in(connection, ids, words, profiles)
        settle_pending(connection, ids)
    return len(ids)


def _work_in(
    connection: Connection, ids: Sequence[str], words: AccountWords, profiles: Profiles
) -> None:
    state = review_state_of(connection)
    ratings = current_ratings(connection)
    judgement = Judgement(words, state.constraints, state.verdicts, ratings)
    gone, near, stale = take_out(connection, ids)
    profiles.forget(gone)
    parted = part_copies(connection, ids)
    new = put_articles(connection, list(_articles(connection, ids, state)))
    linked, copies = link_tellings(connection, new, profiles)
    tie_tellings(connection, new, judgement.constraints, profiles)
    moved = settle_links(connection, {*new, *near, *linked}, profiles)
    stale |= cluster_from(connection, {*new, *near, *moved}, judgement, profiles)
    stale |= clusters_of(connection, {*ids, *join_copies(connection, copies, parted)})
    write_findings(connection, stale, judgement)


def _articles(connection: Connection, ids: Sequence[str], state: ReviewState) -> Iterator[Article]:
    """What documents have in the account, read anew from their current codings."""
    stored = {each.document.id: each for each in documents(connection, ids)}
    for coded in coded_documents(connection, ids):
        place = stored[coded.document.id]
        claims = tuple(
            edited(claim, state.edits.get(claim.id, {}))
            for claim in claims_of(coded, known=place.known, until=place.until)
        )
        signature = signature_of(coded.document.text)
        tellings = tellings_of(claims, signature, state.constraints)
        yield Article(coded.document.id, claims, tuple(tellings), signature)
