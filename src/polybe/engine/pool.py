"""A pool of worker processes that outlives their deaths.

``concurrent.futures`` and ``loky`` give up a whole pool, with all that is in flight, when one
process is killed; here only what that process had in hands is done again.  Each worker has a socket
of its own, so that one that dies in the middle of a word leaves no lock and no half message to the
others.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from multiprocessing.connection import wait

from ..errors import EngineError
from ..messages import Reason
from ..model import CodedDocument, Failure
from .coders import Load
from .processes import WorkerProcess
from .tasks import Item, Stretch, Task, cut_stretches

_IN_HAND = 2
"""Tasks a worker has at a time: one that it works on, one that lies ready."""

_WINDOW = 4
"""Stretches held in memory for each worker, read and not yet given out."""

_DEATHS = 2
"""Workers that may die over a document before it is set aside."""

_STILLBORN = 3
"""Workers that may die one after the other before any was ready to work."""

_LAST_BREATH = 2.0
"""Seconds in which a process that has let go of its socket tells how it ends."""


class Workers:
    """Worker processes, started when there is work for them and kept till the pool is closed.

    ``load`` makes the coder of each, once; ``timeout`` is the seconds after which a document is
    given up, None for never.  A worker that dies is replaced, and its documents are coded one by
    one; one over which a second worker dies becomes a Failure.  Use it in a ``with``.
    """

    def __init__(self, load: Load, count: int, *, timeout: float | None = None) -> None:
        self._load = load
        self._count = count
        self._timeout = timeout
        self._workers: list[WorkerProcess] = []
        self._todo: deque[Task] = deque()
        self._stillborn = 0

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes at once, whatever they are doing."""
        while self._workers:
            self._workers.pop().stop()
        self._todo.clear()

    def code(self, items: Iterable[Item]) -> Iterator[CodedDocument | Failure]:
        """The items in their order, every document as its coded form or a Failure.

        What is no document is passed on.  So much of the stream is held as keeps the workers at
        work, no more.  Raises the PolybeError of a coder that cannot be loaded, EngineError when
        workers die before they have one.
        """
        stretches = cut_stretches(items)
        window: deque[Stretch] = deque()
        reading = True
        try:
            while window or reading:
                full = len(window) >= _WINDOW * self._count
                if reading and not full:
                    reading = self._read(stretches, window)
                self._hand_out()
                while window and not window[0].open:
                    yield from window.popleft().coded()
                if window:
                    self._collect(block=full or not reading)
        finally:
            if window:  # nobody waits for what is still in hands
                self.close()

    def _read(
        self, stretches: Iterator[tuple[Stretch, Task | None]], window: deque[Stretch]
    ) -> bool:
        """Take the next stretch into the window; whether there was one."""
        found = next(stretches, None)
        if found is None:
            return False
        stretch, task = found
        window.append(stretch)
        if task:
            self._todo.append(task)
        return True

    def _hand_out(self) -> None:
        while self._todo and (worker := self._free_worker()):
            task = self._todo.popleft()
            try:
                worker.give(task)
            except OSError:  # it has died since, and not of this task
                worker.tasks.pop()
                self._todo.appendleft(task)
                self._bury(worker)

    def _free_worker(self) -> WorkerProcess | None:
        """The worker with least in hands, a new one before one at work; None if all is full."""
        least = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
        if least and not least.tasks:
            return least
        if len(self._workers) < self._count:
            self._workers.append(WorkerProcess(self._load))
            return self._workers[-1]
        return least if least and len(least.tasks) < _IN_HAND else None

    def _collect(self, *, block: bool) -> None:
        """Take in what workers have coded; wait for it with ``block``."""
        by_connection = {worker.connection: worker for worker in self._workers if worker.tasks}
        for connection in wait(list(by_connection), self._patience() if block else 0):
            self._hear(by_connection[connection])  # type: ignore[index]
        for worker in list(self._workers):
            if self._timeout is not None and worker.working_for() >= self._timeout:
                self._bury(worker, Reason("engine.timeout", seconds=f"{self._timeout:g}"))

    def _patience(self) -> float | None:
        """Seconds until the first worker will have taken too long; None for as long as it takes."""
        if self._timeout is None:
            return None
        return max(0.0, self._timeout - max(w.working_for() for w in self._workers))

    def _hear(self, worker: WorkerProcess) -> None:
        try:
            coded = worker.hear()
        except (EOFError, OSError):
            self._bury(worker)
            return
        self._stillborn = 0
        if coded is not None:
            worker.tasks.popleft().settle(coded)

    def _bury(self, worker: WorkerProcess, reason: Reason | None = None) -> None:
        """Part with a worker, and see to what it had in hands.

        That over which it died is tried again, the rest waits its turn before all others.
        """
        self._workers.remove(worker)
        end = worker.stop(grace=0 if reason else _LAST_BREATH)
        again = list(worker.tasks)
        if worker.ready:
            first = [_try_again(again.pop(0), reason or end)] if again else []
            again = [*chain.from_iterable(first), *again]
        else:
            self._count_stillborn(end)
        self._todo.extendleft(reversed(again))

    def _count_stillborn(self, end: Reason) -> None:
        self._stillborn += 1
        if self._stillborn >= _STILLBORN:
            raise EngineError(Reason("engine.stillborn", count=self._stillborn, end=end))


def _try_again(task: Task, reason: Reason) -> list[Task]:
    """What is to be done again of a task over which a worker has died."""
    if len(task.places) == 1 and task.deaths + 1 >= _DEATHS:
        task.fail(reason)
        return []
    return task.apart()
