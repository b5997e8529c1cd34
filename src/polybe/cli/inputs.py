"""The inputs of a command: read, coded where they are not, failures told."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..model import CodedDocument, Failure, LeftOut
from .arguments import usage_error
from .console import Console
from .progress import Meter
from .status import NothingDone
from .tally import Tally

if TYPE_CHECKING:
    from ..reading import Defaults


def require_inputs(options: Namespace, console: Console) -> None:
    """UsageError when no input is named."""
    if not options.inputs:
        message = console.messages("cli.no_input")
        raise usage_error(console.messages, message, f"polybe {options.command}")


@contextmanager
def web_of(options: Namespace) -> Iterator[dict[str, Any]]:
    """How the inputs of a command are read from the web: not at all where none is of it.

    What it gives are the ``fetch`` and ``follow`` of :func:`polybe.app.code_inputs`.  To be entered
    before the output is opened: what the web gave counts as done with once the output is in place.
    """
    from .. import app

    if not options.follow and not any(map(_is_address, options.inputs)):
        yield {}
        return
    chosen = {name: getattr(options, name) for name in app.Web.__slots__}
    nothing: NothingDone | None = None
    with app.open_web(app.Web(**chosen)) as fetch:
        try:
            yield {"fetch": fetch, "follow": options.follow}
        except NothingDone as reason:  # what cannot be coded today cannot be tomorrow either
            nothing = reason
    if nothing:
        raise nothing


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def coded_inputs(
    options: Namespace,
    console: Console,
    tally: Tally,
    *,
    web: Mapping[str, Any] | None = None,
    recode: bool = False,
) -> Iterator[CodedDocument]:
    """The coded documents of a command's inputs, as they come; failures are told and counted.

    ``web`` is what :func:`web_of` gave.
    """
    from .. import app

    meter = Meter(app.input_size(options.inputs))
    found = app.code_inputs(
        options.inputs,
        defaults=defaults_of(options),
        codebook=options.codebook,
        recode=recode,
        gate=not options.code_all,
        workers=getattr(options, "workers", 1),
        columns=dict(options.columns),
        progress=meter.read,
        **(web or {}),
    )
    yield from without_failures(console.progress(found, meter=meter), console, tally)


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
    from ..app import languages
    from ..reading import Defaults

    return Defaults(published=options.published, outlet=options.outlet, languages=languages())
