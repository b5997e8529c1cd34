"""`polybe add`: articles into the store, each once."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from ...model import Failure
from ..console import Console
from ..inputs import defaults_of, require_inputs
from ..status import OK, SOME_FAILED, NothingDone
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Add what is new, tell what fails, and count what became of all of it."""
    from ... import app

    require_inputs(options, console)
    counts: Counter[str] = Counter(new=0, known=0, revised=0, failed=0)
    with open_store(options, create=True) as store:
        found = app.add_inputs(
            store, options.inputs, defaults=defaults_of(options), codebook=options.codebook
        )
        for item in console.progress(found, "store.adding"):
            if isinstance(item, Failure):
                console.failed(item)
            counts["failed" if isinstance(item, Failure) else item.outcome] += 1
    console.note(console.messages("store.added", **counts))
    if counts.total() == counts["failed"]:
        raise NothingDone(console.messages("store.nothing_added"))
    return SOME_FAILED if counts["failed"] else OK
