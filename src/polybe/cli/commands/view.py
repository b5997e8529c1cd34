"""`polybe view`: reports in the terms of another scheme of the field."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..inputs import coded_inputs, require_inputs, web_of
from ..output import open_output
from ..tally import Tally


def run(options: Namespace, console: Console) -> int:
    """Write a line a report: what it is in the scheme, or why it is not in it."""
    from ...export import view_writer

    require_inputs(options, console)
    tally = Tally()
    with web_of(options) as web, open_output(options.output) as stream:
        write = view_writer(options.scheme, options.format, stream, only=options.only)
        for coded in coded_inputs(options, console, tally, web=web):
            write(coded)
        return tally.status(console)
