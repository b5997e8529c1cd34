"""The inputs of a command: read, coded where they are not, failures told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import CodedDocument, Failure
from .arguments import usage_error
from .console import Console
from .status import OK, SOME_FAILED, NothingDone

if TYPE_CHECKING:
    from ..reading import Defaults


@dataclass(slots=True)
class Tally:
    """How many inputs were done and how many failed."""

    done: int = 0
    failed: int = 0

    def status(self, console: Console) -> int:
        """The exit status; NothingDone when no input was done."""
        if not self.done:
            raise NothingDone
        if self.failed:
            told = console.messages("cli.some_failed", done=self.done, failed=self.failed)
            console.note(told)
            return SOME_FAILED
        return OK


def require_inputs(options: Namespace, console: Console) -> None:
    """UsageError when no input is named."""
    if not options.inputs:
        message = console.messages("cli.no_input")
        raise usage_error(console.messages, message, f"polybe {options.command}")


def coded_inputs(
    options: Namespace, console: Console, tally: Tally, *, recode: bool = False
) -> Iterator[CodedDocument]:
    """The coded documents of a command's inputs, as they come; failures are told and counted."""
    from .. import app

    found = app.code_inputs(
        options.inputs,
        defaults=defaults_of(options),
        codebook=options.codebook,
        recode=recode,
        workers=getattr(options, "workers", 1),
    )
    yield from without_failures(console.progress(found), console, tally)


def without_failures(
    found: Iterable[CodedDocument | Failure], console: Console, tally: Tally
) -> Iterator[CodedDocument]:
    """The coded documents among what was found; failures are told and counted."""
    for item in found:
        if isinstance(item, Failure):
            tally.failed += 1
            console.failed(item)
        else:
            tally.done += 1
            yield item


def defaults_of(options: Namespace) -> Defaults:
    """What the options say of articles that do not say it themselves."""
    from ..app import LANGUAGES
    from ..reading import Defaults

    return Defaults(published=options.published, outlet=options.outlet, languages=LANGUAGES)
