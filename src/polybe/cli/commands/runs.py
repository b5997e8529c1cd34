"""`polybe runs`: the runs of coding in the store."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..status import OK
from ..stores import open_store

_COLUMNS = ("run", "codebook", "begun", "documents", "current")


def run(options: Namespace, console: Console) -> int:
    """List the runs, parted by tabs with a heading, or drop one."""
    from ... import app

    with open_store(options) as store:
        if options.drop is not None:
            dropped = app.drop_run(store, options.drop)
            values = {"run": dropped.id, "count": dropped.documents}
            console.note(console.messages("store.dropped", **values))
            return OK
        print("\t".join(_COLUMNS))
        for each in app.list_runs(store):
            row = (each.id, each.codebook, each.begun, each.documents, each.current)
            print("\t".join(map(str, row)))
    return OK
