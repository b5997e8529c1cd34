"""A bar of what is being done, on standard error when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from ..messages import Messages
from ..model import Failure, LeftOut

T = TypeVar("T")


class Count(Protocol):
    """Moves a bar on by so many that are done, of which so many failed."""

    def __call__(self, done: int, failed: int = 0) -> None: ...


def watched(
    items: Iterable[T], messages: Messages, label: str, total: int | None = None
) -> Iterator[T]:
    """The items, counted on a bar while they pass: how many, how fast, how many failed.

    ``label`` is the key of the message that says what is being done.  With ``total``, how many
    there will be, the bar tells the time that is left.  Nothing is shown when standard error is
    no terminal.
    """
    with counted(messages, label, total) as count:
        for item in items:
            count(1, int(isinstance(item, Failure) and not isinstance(item, LeftOut)))
            yield item


@contextmanager
def counted(messages: Messages, label: str, total: int | None = None) -> Iterator[Count]:
    """What a bar is moved on by, as for :func:`watched`: called with how many, how many failed."""
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (
        TextColumn(messages(label)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[failed]}"),
        Elapsed(),
        *([Remaining()] if total is not None else []),
    )
    with Progress(*columns, console=RichConsole(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="", failed="")
        lost = 0

        def count(done: int, failed: int = 0) -> None:
            nonlocal lost
            lost += failed
            speed = bar.tasks[0].speed
            bar.update(
                task,
                advance=done,
                rate=messages("cli.rate", rate=round(speed, 1)) if speed else "",
                failed=messages("cli.so_many_failed", failed=lost) if lost else "",
            )

        yield count


def _unseen(done: int, failed: int = 0) -> None:
    """Moves no bar, where none is shown."""
