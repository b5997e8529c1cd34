"""The store: every coded document, what became of its reports, and what reviewers decided."""

from .adding import Added, add_documents, stored_ids
from .backup import backup
from .doctor import Problem, examine
from .documents import (
    Counts,
    StoredDocument,
    coded_document,
    coded_documents,
    counts,
    documents,
    versions,
)
from .pending import count_pending, mark_pending, pending_documents, settle_pending
from .recoding import (
    documents_set_aside,
    documents_to_code,
    make_current,
    replace_codings,
)
from .reconciling import reconcile_pending
from .runs import Run, begin_run, drop_run, runs
from .soundness import faults_of
from .store import Store
from .streams import Coding, Outcome, add_stream, recode_stream

__all__ = [
    "Added",
    "Coding",
    "Counts",
    "Outcome",
    "Problem",
    "Run",
    "Store",
    "StoredDocument",
    "add_documents",
    "add_stream",
    "backup",
    "begin_run",
    "coded_document",
    "coded_documents",
    "count_pending",
    "counts",
    "documents",
    "documents_set_aside",
    "documents_to_code",
    "drop_run",
    "examine",
    "faults_of",
    "make_current",
    "mark_pending",
    "pending_documents",
    "recode_stream",
    "reconcile_pending",
    "replace_codings",
    "runs",
    "settle_pending",
    "stored_ids",
    "versions",
]
