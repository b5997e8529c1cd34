"""One worker process as the pool sees it: started, given batches, heard, stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from ..errors import PolybeError
from ..messages import Reason
from .worker import READY

if TYPE_CHECKING:
    from ..model import CodedDocument, Failure
    from .coders import Load
    from .tasks import Task

_THREADS = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)
"""How libraries of linear algebra are told how many threads to use, before they are imported."""


class WorkerProcess:
    """A process that codes; ``tasks`` are those it has been given and not yet answered, in order.

    ``ready`` tells whether its coder is loaded.
    """

    def __init__(self, load: Load) -> None:
        """Start a process; its coder is made by ``load``."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = _start(theirs.fileno())
        self.connection: Connection = Connection(ours.detach())
        self.connection.send(load)
        self.tasks: deque[Task] = deque()
        self.ready = False
        self._since = time.monotonic()

    def give(self, task: Task) -> None:
        """Hand it a task; OSError when the process is gone."""
        if not self.tasks:
            self._since = time.monotonic()
        self.tasks.append(task)
        self.connection.send(task.documents())

    def hear(self) -> list[CodedDocument | Failure] | None:
        """What it has coded of the first of its tasks; None when it says that it is ready.

        Raises EOFError or OSError when the process is gone, and the error that it tells when its
        coder cannot be loaded.
        """
        said = self.connection.recv()
        self._since = time.monotonic()
        if isinstance(said, PolybeError):
            raise said
        if said == READY:
            self.ready = True
            return None
        coded: list[CodedDocument | Failure] = said
        return coded

    def working_for(self) -> float:
        """Seconds since it began the first of its tasks; 0 while it loads or has none."""
        return time.monotonic() - self._since if self.ready and self.tasks else 0.0

    def stop(self, *, grace: float = 0.0) -> Reason:
        """End the process unless it ends by itself in ``grace`` seconds; tells how it ended."""
        self.connection.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return _end_of(self._process.wait(grace))
        self._process.kill()
        return _end_of(self._process.wait())


_BEGIN = "import sys; from polybe.engine.worker import main; main(int(sys.argv[1]))"
"""How a worker begins: not by `-m`, since its package names the module before it is run."""


def _start(handle: int) -> subprocess.Popen[bytes]:
    """A process of the same Python with the same paths, deaf to the terminal's Ctrl-C.

    What it may print goes to standard error, since standard output is for data.
    """
    paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _BEGIN, str(handle)],
        env={**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": paths},
        pass_fds=(handle,),
        stdin=subprocess.DEVNULL,
        stdout=2,
        process_group=0,
    )


def _end_of(status: int) -> Reason:
    if status >= 0:
        return Reason("engine.worker_left", status=status)
    return Reason("engine.worker_killed", signal=signal.Signals(-status).name)
