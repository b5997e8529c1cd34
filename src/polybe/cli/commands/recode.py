"""`polybe recode`: the articles of the store by today's codebook."""

from __future__ import annotations

from argparse import Namespace

from ...model import Failure
from ..console import Console
from ..status import OK, SOME_FAILED
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Code anew what another codebook coded, tell what fails, and count both."""
    from ... import app

    coded = failed = 0
    with open_store(options) as store:
        found = app.recode_store(store, codebook=options.codebook)
        for item in console.progress(found, "store.recoding"):
            if isinstance(item, Failure):
                failed += 1
                console.failed(item)
            else:
                coded += 1
    console.note(console.messages("store.recoded", coded=coded, failed=failed))
    return SOME_FAILED if failed else OK
