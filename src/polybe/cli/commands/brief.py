"""`polybe brief`: the account of some articles as one HTML page."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..inputs import Tally, coded_inputs, require_inputs
from ..output import open_output


def run(options: Namespace, console: Console) -> int:
    """Write the page to the file named, else to standard output."""
    from ... import app

    require_inputs(options, console)
    tally = Tally()
    with open_output(options.output) as stream:
        documents = list(coded_inputs(options, console, tally))
        status = tally.status(console)
        stream.write(app.brief(documents, console.messages, codebook=options.codebook))
        return status
