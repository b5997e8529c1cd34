"""`polybe add`: articles into the store, each once."""

from __future__ import annotations

from argparse import Namespace

from ...model import Failure, LeftOut
from ..console import Console
from ..inputs import defaults_of, require_inputs, web_of
from ..progress import Meter
from ..status import OK, SOME_FAILED, NothingDone
from ..stores import open_store, reconcile
from ..tally import reported


def run(options: Namespace, console: Console) -> int:
    """Add what is new, tell what fails, and count what became of all of it."""
    from ... import app

    require_inputs(options, console)
    with (
        web_of(options) as web,
        reported("add", options.report) as tally,
        open_store(options, create=True) as store,
    ):
        meter = Meter(app.input_size(options.inputs))
        found = app.add_inputs(
            store,
            options.inputs,
            defaults=defaults_of(options),
            codebook=options.codebook,
            columns=dict(options.columns),
            workers=options.workers,
            progress=meter.read,
            reconcile=False,
            gate=not options.code_all,
            **web,
        )
        for item in console.progress(found, "store.adding", meter):
            if isinstance(item, Failure):
                if not isinstance(item, LeftOut):
                    console.failed(item)
                tally.take(item)
            else:
                tally.take(item, item.outcome)
        reconcile(store, options, console)
    counts = {name: tally.outcomes[name] for name in ("new", "known", "revised", "failed")}
    console.note(console.messages("store.added", **counts))
    tally.tell_left_out(console)
    if tally.failed and not tally.done:
        raise NothingDone(console.messages("store.nothing_added"))
    return SOME_FAILED if tally.failed else OK
