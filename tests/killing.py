"""Work done in a process of its own, which may be killed in the midst of it."""

from __future__ import annotations

import itertools
import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

_STEPS = ("before_cursor_execute", "commit")


def steps_of(work: Callable[[], object]) -> int:
    """How many steps some work takes: statements to the database, and ends of transactions.

    It is done in this process, so that what it loads need not be loaded again by each that follows.
    """
    steps = itertools.count()

    def count(*_: object) -> None:
        next(steps)

    for name in _STEPS:
        event.listen(Engine, name, count)
    try:
        work()
    finally:
        for name in _STEPS:
            event.remove(Engine, name, count)
    return next(steps)


def kill_at(work: Callable[[], object], step: int) -> bool:
    """Begin some work and kill it as soon as it has begun a step; whether it was killed at work."""
    reader, writer = os.pipe()
    child = _fork(work, writer)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as told:
        for _ in range(step):
            told.read(1)
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
    assert status in {0, signal.SIGKILL}, "the work failed by itself"
    return status == signal.SIGKILL


def run_apart(*works: Callable[[], object]) -> None:
    """Do several works at one time, each in its process; fails when one of them does."""
    with Path(os.devnull).open("wb") as nowhere:
        children = [_fork(work, nowhere.fileno()) for work in works]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


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

    for name in _STEPS:
        event.listen(Engine, name, tell)
