"""Work done in a process of its own, which may be killed in the midst of it."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable

from sqlalchemy import Engine, event


def steps_of(work: Callable[[], object]) -> int:
    """How many steps some work takes: statements to the database, and ends of transactions."""
    steps, killed = _watch(work, None)
    assert not killed
    return steps


def kill_at(work: Callable[[], object], step: int) -> bool:
    """Begin some work and kill it as soon as it has begun a step; whether it was killed at work."""
    return _watch(work, step)[1]


def run_apart(*works: Callable[[], object]) -> None:
    """Do several works at one time, each in its process; fails when one of them does."""
    children = [_fork(work, os.open(os.devnull, os.O_WRONLY)) for work in works]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


def _watch(work: Callable[[], object], last: int | None) -> tuple[int, bool]:
    """How many steps were begun, and whether the work was killed before its end."""
    reader, writer = os.pipe()
    child = _fork(work, writer)
    os.close(writer)
    steps = 0
    with os.fdopen(reader, "rb", buffering=0) as told:
        while (last is None or steps < last) and told.read(1):
            steps += 1
        if last is not None:
            os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    assert status in {0, signal.SIGKILL}, "the work failed by itself"
    return steps, status == signal.SIGKILL


def _fork(work: Callable[[], object], steps: int) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        _tell_steps(steps)
        work()
        status = 0
    except BaseException:  # noqa: BLE001  nothing may leave the child but its status
        traceback.print_exc(file=sys.__stderr__)
    os._exit(status)


def _tell_steps(steps: int) -> None:
    """Write a byte for every step that the database is asked for, before it is taken."""

    def tell(*_: object) -> None:
        os.write(steps, b".")

    event.listen(Engine, "before_cursor_execute", tell)
    event.listen(Engine, "commit", tell)
