"""The store of a command: the one named, else the environment's, else `polybe.db`."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..store import Store
    from .console import Console

_DEFAULT = "polybe.db"


def open_store(options: Namespace, *, create: bool = False) -> Store:
    """The store of a command, open; StoreError when it cannot be, or is not there to be read."""
    from .. import app

    return app.open_store(store_named(options), create=create)


def store_named(options: Namespace) -> str:
    """Path or URL of the store of a command."""
    return str(options.store or os.environ.get("POLYBE_STORE") or _DEFAULT)


def reconcile(store: Store, options: Namespace, console: Console) -> None:
    """Work into the account what waits for it, watched."""
    from .. import app
    from .progress import counted

    waiting = app.count_waiting(store)
    with counted(console.messages, "store.reconciling", waiting) as count:
        app.reconcile_store(store, codebook=options.codebook, progress=count)
