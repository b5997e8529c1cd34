"""`polybe add`: articles into the store, each once."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from ...model import Failure, LeftOut
from ..console import Console
from ..inputs import defaults_of, require_inputs, tell_left_out
from ..status import OK, SOME_FAILED, NothingDone
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Add what is new, tell what fails, and count what became of all of it."""
    from ... import app

    require_inputs(options, console)
    counts: Counter[str] = Counter(new=0, known=0, revised=0, failed=0)
    left_out = 0
    with open_store(options, create=True) as store:
        found = app.add_inputs(
            store,
            options.inputs,
            defaults=defaults_of(options),
            codebook=options.codebook,
            gate=not options.code_all,
        )
        for item in console.progress(found, "store.adding"):
            if isinstance(item, LeftOut):
                left_out += 1
            elif isinstance(item, Failure):
                console.failed(item)
                counts["failed"] += 1
            else:
                counts[item.outcome] += 1
    console.note(console.messages("store.added", **counts))
    tell_left_out(left_out, console)
    if counts.total() == counts["failed"] and not left_out:
        raise NothingDone(console.messages("store.nothing_added"))
    return SOME_FAILED if counts["failed"] else OK
