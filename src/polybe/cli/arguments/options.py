"""The options that several commands share; each is put in one place."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...messages import Messages
from .values import KEYS, column, count, folder, iso_date, iso_day, one_of, seconds

_MOST_DAYS = 36_500
_MOST_ROWS = 1_000
_MOST_WORKERS = 1_000


def add_asked(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The options that ask for the account as of a date."""
    for name, form, type_ in (
        ("on", "DATE", iso_day(messages)),
        ("known", "DATE", iso_day(messages)),
        ("place", "NAME", str),
        ("actor", "NAME", str),
        ("days", "N", count(messages, _MOST_DAYS)),
        ("limit", "N", count(messages, _MOST_ROWS)),
    ):
        help_ = messages(f"argument.asked_{name}")
        group.add_argument(f"--{name}", type=type_, metavar=form, help=help_)


def add_format(
    group: argparse._ArgumentGroup, messages: Messages, forms: tuple[str, ...], key: str
) -> None:
    """The option for one of some forms of output, the first by default."""
    group.add_argument(
        "--format",
        type=one_of(forms, messages),
        default=forms[0],
        metavar="|".join(forms),
        help=messages(key),
    )


def add_coded_inputs(group: argparse._ArgumentGroup, messages: Messages) -> None:
    help_ = f"{messages('argument.inputs')}; {messages('argument.inputs_coded')}"
    group.add_argument("inputs", nargs="*", metavar="INPUT", help=help_)


def add_reading_options(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The options of what reads articles and codes those that tell something."""
    add_article_options(group, messages)
    add_gate(group, messages)


def add_coding_options(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The same with those of what codes many, and from the web."""
    add_reading_options(group, messages)
    add_workers(group, messages)
    add_web(group, messages)


def add_article_options(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--published",
        type=iso_date(messages),
        metavar="DATE",
        help=messages("argument.published"),
    )
    group.add_argument("--outlet", metavar="NAME", help=messages("argument.outlet"))
    group.add_argument(
        "--column",
        type=column(messages),
        action="append",
        default=[],
        dest="columns",
        metavar="KEY=NAME",
        help=messages("argument.column", keys="|".join(KEYS)),
    )
    add_codebook(group, messages)


def add_workers(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--workers",
        type=count(messages, _MOST_WORKERS),
        default=1,
        metavar="N",
        help=messages("argument.workers"),
    )


def add_gate(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--code-all", action="store_true", help=messages("argument.code_all"))


def add_web(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The options that say how the web is asked."""
    group.add_argument("--follow", action="store_true", help=messages("argument.follow"))
    add_archive(group, messages, "argument.archive")
    group.add_argument("--state", type=Path, metavar="DIR", help=messages("argument.state"))
    group.add_argument(
        "--delay",
        type=seconds(messages),
        default=1.0,
        metavar="SECONDS",
        help=messages("argument.delay"),
    )
    group.add_argument(
        "--allow-private", action="store_true", help=messages("argument.allow_private")
    )


def add_archive(group: argparse._ArgumentGroup, messages: Messages, key: str) -> None:
    group.add_argument("--archive", type=Path, metavar="DIR", help=messages(key))


def add_store(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--store", metavar="WHERE", help=messages("argument.store"))


def add_codebook(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--codebook", type=folder(messages), metavar="DIR", help=messages("argument.codebook")
    )


def add_report(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--report", metavar="FILE", help=messages("argument.run_report"))


def add_output(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("-o", "--output", metavar="FILE", help=messages("argument.output"))
