"""The use cases, and the one place where adapters are chosen: a file for each kind of work."""

from .answers import Answer, situation
from .batches import run_batch
from .briefs import brief, situation_brief
from .codebook import (
    CodebookCheck,
    Mismatch,
    account_words,
    check_codebook,
    country_names,
    list_codebook,
    time_units,
)
from .coding import code, code_documents, code_inputs, explain, load_coder
from .evidence import check_evidence, evidence_bytes, find_evidence
from .gazetteer import build_gazetteer
from .inputs import Web, input_size, open_web
from .lands import lands_of
from .reviews import list_sources, rate_source, review, source_history
from .settings import languages
from .stores import (
    add_inputs,
    back_up,
    count_store,
    count_waiting,
    drop_run,
    examine_store,
    list_runs,
    open_store,
    recode_store,
    reconcile_store,
)

__all__ = [
    "Answer",
    "CodebookCheck",
    "Mismatch",
    "Web",
    "account_words",
    "add_inputs",
    "back_up",
    "brief",
    "build_gazetteer",
    "check_codebook",
    "check_evidence",
    "code",
    "code_documents",
    "code_inputs",
    "count_store",
    "count_waiting",
    "country_names",
    "drop_run",
    "evidence_bytes",
    "examine_store",
    "explain",
    "find_evidence",
    "input_size",
    "lands_of",
    "languages",
    "list_codebook",
    "list_runs",
    "list_sources",
    "load_coder",
    "open_store",
    "open_web",
    "rate_source",
    "recode_store",
    "reconcile_store",
    "review",
    "run_batch",
    "situation",
    "situation_brief",
    "source_history",
    "time_units",
]
