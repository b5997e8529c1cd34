"""`polybe code`: articles in, coded documents out."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..inputs import coded_inputs, require_inputs, web_of
from ..output import open_output
from ..tally import reported


def run(options: Namespace, console: Console) -> int:
    """Write each document as soon as it is coded."""
    from ...export import writer_for

    require_inputs(options, console)
    with (
        web_of(options) as web,
        reported("code", options.report) as tally,
        open_output(options.output) as stream,
    ):
        write = writer_for(options.format, stream)
        for coded in coded_inputs(options, console, tally, web=web, recode=True):
            write(coded)
        return tally.status(console)
