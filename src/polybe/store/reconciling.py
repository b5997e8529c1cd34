"""Reconciling in the store: what is new, changed or decided is worked into the account.

Each batch is one transaction: it takes its documents from ``pending``, and either all that follows
from them is written or nothing is.  Killed at any instant, the next run goes on with what is still
pending; the outcome depends on the documents alone, not on batches or order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, func, select

from ..account.claims import Claim, claims_of
from ..account.copies import signature_of
from ..account.edits import edited
from ..account.reconciling.tellings import tellings_of
from ..account.decisions import ReviewState
from .clusters import Judgement, cluster_from, clusters_of, write_findings
from .decisions import review_state_of
from .documents import CurrentCoding, current_codings
from .links import join_copies, link_tellings, tie_tellings
from .ratings import current_ratings
from .store import Store
from .tables import documents as documents_tables
from .tellings import Article, Profiles, put_articles, take_out

_BATCH = 100
"""Documents in a transaction: enough to share its cost, few enough to lose little when killed."""

_pending = documents_tables.pending


def reconcile_pending(
    store: Store, *, batch: int = _BATCH, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Work everything pending into the account; gives the number of documents.

    ``progress`` is called with the number of documents of each batch that is done.
    """
    profiles = Profiles()
    done = 0
    while True:
        with store.writing() as connection:
            found = reconcile_some(connection, batch, profiles)
        if not found:
            return done
        done += found
        progress(found)


def reconcile_some(connection: Connection, most: int, profiles: Profiles) -> int:
    """Work up to so many pending documents into the account; gives their number."""
    documents = list(
        connection.scalars(select(_pending.c.document).order_by(_pending.c.document).limit(most))
    )
    if documents:
        _work_in(connection, documents, profiles)
        connection.execute(delete(_pending).where(_pending.c.document.in_(documents)))
    return len(documents)


def pending_count(connection: Connection) -> int:
    """How many documents wait to be worked into the account."""
    return connection.scalar(select(func.count()).select_from(_pending)) or 0


def _work_in(connection: Connection, documents: Sequence[str], profiles: Profiles) -> None:
    state = review_state_of(connection)
    judgement = Judgement(state.constraints, state.verdicts, current_ratings(connection))
    gone, near, stale = take_out(connection, documents)
    profiles.forget(gone)
    articles = [_article(coding, state) for coding in current_codings(connection, documents)]
    new = put_articles(connection, articles)
    copies = link_tellings(connection, new, profiles)
    tie_tellings(connection, new, state.constraints, profiles)
    stale |= cluster_from(connection, {*new, *near}, judgement, profiles)
    stale |= clusters_of(connection, {*documents, *join_copies(connection, copies)})
    write_findings(connection, stale, judgement)


def _article(coding: CurrentCoding, state: ReviewState) -> Article:
    """What a document has in the account, read anew from its current coding."""
    claims = claims_of(coding.coded, known=coding.known, until=coding.until)
    read = tuple(_edited(claim, state) for claim in claims)
    signature = signature_of(coding.coded.document.text)
    tellings = tellings_of(read, signature, state.constraints)
    return Article(coding.coded.document.id, read, tuple(tellings), signature)


def _edited(claim: Claim, state: ReviewState) -> Claim:
    edits = state.edits.get(claim.id)
    return edited(claim, edits) if edits else claim
