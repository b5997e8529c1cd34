"""What the user is told: messages and progress, on standard error only."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..messages import Messages
from ..model import Failure
from .progress import Meter, watched

T = TypeVar("T")
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}


class Console:
    """Tells the user things in his language, without mixing them into the data."""

    def __init__(self, messages: Messages) -> None:
        self.messages = messages

    def error(self, text: str) -> None:
        """Tell of an error that ends the run."""
        self._write(self.messages("cli.error", message=self.messages.translate(text)))

    def note(self, text: str) -> None:
        """Tell of something worth knowing."""
        self._write(self.messages("cli.note", message=self.messages.translate(text)))

    def failed(self, failure: Failure) -> None:
        """Tell which input failed and why."""
        reason = self.messages.translate(failure.reason)
        self._write(self.messages("cli.failed", source=failure.source, reason=reason))

    def progress(
        self, items: Iterable[T], label: str = "cli.progress", meter: Meter | None = None
    ) -> Iterator[T]:
        """The items, watched while they pass; see :func:`polybe.cli.progress.watched`."""
        return watched(items, self.messages, label, meter)

    def _write(self, text: str) -> None:
        print(without_controls(text), file=sys.stderr)


class LogHandler(logging.Handler):
    """Notes and warnings of the other rooms, told to the user."""

    def __init__(self, console: Console) -> None:
        super().__init__(logging.INFO)
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        """Tell the record's message; one that is a Reason is told in the user's language."""
        self._console.note(record.msg if not record.args else record.getMessage())


def without_controls(text: str) -> str:
    """The text without the control characters by which an article could steer a terminal."""
    return text.translate(_CONTROLS)
