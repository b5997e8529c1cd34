"""`polybe read`: the account of some articles, in the terminal."""

from __future__ import annotations

import sys
from argparse import Namespace

from ..console import Console
from ..inputs import coded_inputs, require_inputs, web_of
from ..tally import Tally


def run(options: Namespace, console: Console) -> int:
    """Show who holds what, what happened when, at which cost and on whose word."""
    from ...account import account_of
    from ...export import print_account

    require_inputs(options, console)
    tally = Tally()
    with web_of(options) as web:
        documents = list(coded_inputs(options, console, tally, web=web))
        status = tally.status(console)
        print_account(account_of(documents), console.messages, sys.stdout)
    return status
