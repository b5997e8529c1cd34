"""`polybe brief`: the account of some articles, or of a store, as one HTML page."""

from __future__ import annotations

from argparse import Namespace

from ..arguments import usage_error
from ..asking import ASKED, answer_of, subjects_of
from ..console import Console
from ..inputs import coded_inputs, require_inputs
from ..output import open_output
from ..status import OK
from ..tally import Tally


def run(options: Namespace, console: Console) -> int:
    """Write the page to the file named, else to standard output."""
    _check_usage(options, console)
    return _of_store(options, console) if options.store else _of_articles(options, console)


def _of_articles(options: Namespace, console: Console) -> int:
    from ... import app

    require_inputs(options, console)
    tally = Tally()
    with open_output(options.output) as stream:
        documents = list(coded_inputs(options, console, tally))
        status = tally.status(console)
        stream.write(app.brief(documents, console.messages, codebook=options.codebook))
        return status


def _of_store(options: Namespace, console: Console) -> int:
    from ... import app

    with open_output(options.output) as stream:
        answer = answer_of(options, evidence=True)
        about, codebook = subjects_of(options), options.codebook
        page = app.situation_brief(answer, console.messages, about=about, codebook=codebook)
        stream.write(page)
        return OK


def _check_usage(options: Namespace, console: Console) -> None:
    """UsageError where articles and a store, or the options of both, are mixed."""
    messages = console.messages
    told = None
    if options.store and options.inputs:
        told = messages("cli.inputs_or_store")
    elif options.store and (unfit := _given(options, ("published", "outlet"))):
        told = messages("cli.inputs_only", option=unfit)
    elif not options.store and (unfit := _given(options, ASKED)):
        told = messages("cli.store_only", option=unfit)
    if told:
        raise usage_error(messages, told, "polybe brief")


def _given(options: Namespace, names: tuple[str, ...]) -> str | None:
    return next((f"--{name}" for name in names if getattr(options, name) is not None), None)
