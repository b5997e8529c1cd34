"""`polybe backup`: copy the store, also while it is in use."""

from __future__ import annotations

from argparse import Namespace

from ..arguments import usage_error
from ..console import Console
from ..status import OK
from ..stores import open_store


def run(options: Namespace, console: Console) -> int:
    """Copy the store into a file, and tell where it is."""
    from ... import app

    if options.file is None:
        message = console.messages("store.no_backup_file")
        raise usage_error(console.messages, message, "polybe backup")
    with open_store(options) as store:
        app.back_up(store, options.file)
        values = {"where": store.place.name, "path": options.file}
    console.note(console.messages("store.backed_up", **values))
    return OK
