"""`polybe gazetteer build`: compile the index of places."""

from __future__ import annotations

from argparse import Namespace

from ..console import Console
from ..status import OK


def run(_options: Namespace, console: Console) -> int:
    """Build the index unless it is there already, and tell where it is."""
    from ... import app

    console.note(console.messages("gazetteer.ready", path=app.build_gazetteer()))
    return OK
