"""The inputs of a command: read, coded where they are not, failures told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model import CodedDocument, Failure, LeftOut
from .arguments import usage_error
from .console import Console
from .tally import Tally

if TYPE_CHECKING:
    from ..reading import Defaults


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
        gate=not options.code_all,
    )
    yield from without_failures(console.progress(found), console, tally)


def without_failures(
    found: Iterable[CodedDocument | Failure], console: Console, tally: Tally
) -> Iterator[CodedDocument]:
    """The coded documents among what was found; failures are told and counted, others counted."""
    for item in found:
        tally.take(item)
        if isinstance(item, Failure):
            if not isinstance(item, LeftOut):
                console.failed(item)
        else:
            yield item


def defaults_of(options: Namespace) -> Defaults:
    """What the options say of articles that do not say it themselves."""
    from ..app import LANGUAGES
    from ..reading import Defaults

    return Defaults(published=options.published, outlet=options.outlet, languages=LANGUAGES)
