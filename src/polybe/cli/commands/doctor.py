"""`polybe doctor`: check the store from end to end."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..status import OK, SOME_FAILED
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Print each problem and where it is, parted by a tab; tell how many, or that all is well."""
    from ... import app

    with open_store(options) as store:
        problems = 0
        for problem in app.examine_store(store):
            problems += 1
            print(f"{problem.where}\t{console.messages.translate(problem.what)}", flush=True)
        where = store.place.name
        if problems:
            console.note(console.messages("store.problems", where=where, count=problems))
            return SOME_FAILED
        counts = app.count_store(store)
    values = {"documents": counts.documents, "reports": counts.reports}
    console.note(console.messages("store.sound", where=where, **values))
    if counts.pending:
        console.note(console.messages("store.pending", count=counts.pending))
    return OK
