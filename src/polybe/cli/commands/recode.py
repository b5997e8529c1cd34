"""`polybe recode`: the articles of the store by today's codebook."""

from __future__ import annotations

from argparse import Namespace

from ...model import Failure
from ..console import Console
from ..status import OK, SOME_FAILED
from ..stores import open_store, reconcile
from ..tally import reported


def run(options: Namespace, console: Console) -> int:
    """Code anew what another codebook coded, tell what fails, and count both."""
    from ... import app

    with reported("recode", options.report) as tally, open_store(options) as store:
        found = app.recode_store(
            store, codebook=options.codebook, workers=options.workers, reconcile=False
        )
        for item in console.progress(found, "store.recoding"):
            tally.take(item)
            if isinstance(item, Failure):
                console.failed(item)
        reconcile(store, options, console)
    told = console.messages("store.recoded", coded=tally.done, failed=tally.failed)
    console.note(told)
    return SOME_FAILED if tally.failed else OK
