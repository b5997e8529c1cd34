"""A worker process: it makes its coder once, then codes batch after batch till nobody asks.

It is run with a handle, which is its end of a socket (see ``processes``):
nothing of the program that asks is imported, so that a worker starts alike under a command, a
notebook, a script without a main guard, and a cluster's own processes.
"""

from __future__ import annotations

import contextlib
import os
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from ..errors import PolybeError

if TYPE_CHECKING:
    from ..model import Document
    from .coders import Code, Load

READY = "ready"
"""What a worker says once its coder is there; where it cannot be made it says the error."""


def main(handle: int) -> None:
    """Serve who holds the other end of a socket; leave when it is closed."""
    connection: Connection = Connection(handle)
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        _serve(connection)


def _serve(connection: Connection) -> None:
    load: Load = connection.recv()
    batches: SimpleQueue[list[Document]] = SimpleQueue()
    Thread(target=_receive, args=(connection, batches), daemon=True).start()
    try:
        code: Code = load()
    except PolybeError as error:
        connection.send(error)
        return
    connection.send(READY)
    while True:
        connection.send(list(code(batches.get())))


def _receive(connection: Connection, batches: SimpleQueue[list[Document]]) -> None:
    """Take in batches at once, so that who sends them never waits for the coding.

    When the other end is closed or its process gone, this process ends, whatever it is doing.
    """
    try:
        while True:
            batches.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)
