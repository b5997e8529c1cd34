"""A bar of what is being done, on standard error when that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from ..messages import Messages
from ..model import Failure

T = TypeVar("T")


class Count(Protocol):
    """Moves a bar on by so many that are done, of which so many failed."""

    def __call__(self, done: int, failed: int = 0, reached: int | None = None) -> None: ...


@dataclass(slots=True)
class Meter:
    """How far a stream has been read: bytes ``done`` of a ``total``, None where that is unknown."""

    total: int | None
    done: int = 0

    def read(self, count: int) -> None:
        """So many bytes more were read."""
        self.done += count


def watched(
    items: Iterable[T], messages: Messages, label: str, meter: Meter | None = None
) -> Iterator[T]:
    """The items, counted on a bar while they pass: how many, how fast, how many failed.

    ``label`` is the key of the message that says what is being done.  With a ``meter`` of a known
    total, the bar tells the time that is left.  Nothing is shown when standard error is no
    terminal.
    """
    total = meter.total if meter else None
    with counted(messages, label, total) as count:
        for item in items:
            reached = meter.done if meter and meter.total is not None else None
            count(1, int(isinstance(item, Failure)), reached)
            yield item


@contextmanager
def counted(messages: Messages, label: str, total: int | None = None) -> Iterator[Count]:
    """What a bar is moved on by, as for :func:`watched`.

    It is called with how many are done and how many of these failed; and, where the bar does not
    count the same as ``total`` does, with what of that is ``reached``.
    """
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (
        TextColumn(messages(label)),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        Elapsed(),
        *([Remaining()] if total is not None else []),
    )
    began, finished, lost = time.monotonic(), 0, 0
    with Progress(*columns, console=RichConsole(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, told="")

        def count(done: int, failed: int = 0, reached: int | None = None) -> None:
            nonlocal finished, lost
            finished, lost = finished + done, lost + failed
            rate = finished / max(time.monotonic() - began, 1e-3)
            told = [f"{finished:,}", messages("cli.rate", rate=round(rate, 1))]
            if lost:
                told.append(messages("cli.so_many_failed", failed=lost))
            completed = finished if reached is None else reached
            bar.update(task, completed=completed, told=" · ".join(told))

        yield count


def _unseen(done: int, failed: int = 0, reached: int | None = None) -> None:
    """Moves no bar, where none is shown."""
