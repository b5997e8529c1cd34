"""`polybe add`: articles into the store, each once."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from ...model import Failure
from ..console import Console
from ..inputs import defaults_of, require_inputs, web_of
from ..status import OK, SOME_FAILED, NothingDone
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Add what is new, tell what fails, and count what became of all of it."""
    from ... import app

    require_inputs(options, console)
    counts: Counter[str] = Counter(new=0, known=0, revised=0, failed=0)
    with web_of(options) as web, open_store(options, create=True) as store:
        defaults, codebook = defaults_of(options), options.codebook
        found = app.add_inputs(store, options.inputs, defaults=defaults, codebook=codebook, **web)
        for item in console.progress(found, "store.adding"):
            if isinstance(item, Failure):
                console.failed(item)
            counts["failed" if isinstance(item, Failure) else item.outcome] += 1
    console.note(console.messages("store.added", **counts))
    if counts.total() == counts["failed"] > 0:
        raise NothingDone(console.messages("store.nothing_added"))
    return SOME_FAILED if counts["failed"] else OK
