"""What became of a command's documents: counted while it runs, told at its end."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import OutputError
from ..messages import Reason
from ..model import CodedDocument, Failure, LeftOut
from .console import Console
from .status import OK, SOME_FAILED, NothingDone

FAILED = "failed"
LEFT_OUT = "left_out"


@dataclass(slots=True)
class Tally:
    """How many documents were done, by what became of them, and how many failed, by reason.

    ``left_out`` are the articles of other matters, by reason; they count among those done.  Reasons
    are keys of messages, « other » where a failure has no such key.  ``reports`` are those of coded
    documents.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    reports: int | None = None

    def take(self, item: object, outcome: str = "coded") -> None:
        """Count a document, or a failure."""
        if isinstance(item, Failure):
            spared = isinstance(item, LeftOut)
            self.outcomes[LEFT_OUT if spared else FAILED] += 1
            reasons = self.left_out if spared else self.reasons
            reasons[getattr(item.reason, "key", "other")] += 1
            return
        self.outcomes[outcome] += 1
        if isinstance(item, CodedDocument):
            self.reports = (self.reports or 0) + len(item.reports)

    @property
    def failed(self) -> int:
        """The number of failures."""
        return self.outcomes[FAILED]

    @property
    def done(self) -> int:
        """The number of documents that did not fail."""
        return self.outcomes.total() - self.failed

    def tell_left_out(self, console: Console) -> None:
        """Tell how many articles were left out as of other matters, if any were."""
        if count := self.left_out.total():
            console.note(console.messages.count("relevance.left_out", count))

    def status(self, console: Console) -> int:
        """The exit status; NothingDone when inputs failed and none was done."""
        self.tell_left_out(console)
        if self.failed and not self.done:
            raise NothingDone
        if not self.done:
            console.note(console.messages("cli.nothing_new"))
        if self.failed:
            coded = self.done - self.left_out.total()
            console.note(console.messages("cli.some_failed", done=coded, failed=self.failed))
            return SOME_FAILED
        return OK


@contextmanager
def reported(command: str, path: str | None) -> Iterator[Tally]:
    """A tally that is written to a file as JSON at the end, also of a run that was broken off.

    Without a path nothing is written.  Raises OutputError, before anything is done, when the file
    cannot be written.
    """
    tally = Tally()
    began, clock = datetime.now(UTC), time.perf_counter()
    if path is None:
        yield tally
        return
    ended = "broken off"
    _write(path, _report(command, tally, began, 0.0, ended))
    try:
        yield tally
        ended = "done"
    finally:
        _write(path, _report(command, tally, began, time.perf_counter() - clock, ended))


def _report(
    command: str, tally: Tally, began: datetime, seconds: float, ended: str
) -> dict[str, Any]:
    documents = tally.outcomes.total()
    return {
        "command": command,
        "polybe": __version__,
        "began": began.isoformat(timespec="seconds"),
        "ended": ended,
        "seconds": round(seconds, 3),
        "documents": documents,
        "documents_a_second": round(documents / seconds, 2) if seconds else None,
        "reports": tally.reports,
        "outcomes": dict(sorted(tally.outcomes.items())),
        "failures": dict(sorted(tally.reasons.items())),
        "left_out": dict(sorted(tally.left_out.items())),
    }


def _write(path: str, report: dict[str, Any]) -> None:
    try:
        Path(path).write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        detail = error.strerror or str(error)
        raise OutputError(Reason("output.unwritable", path=path, detail=detail)) from error
