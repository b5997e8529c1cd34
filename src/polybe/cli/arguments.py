"""The arguments of every command, told in the user's language.

Built on argparse alone, so that `--help` answers at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

from .. import __version__
from ..errors import ReadingError
from ..messages import LANGUAGES, Messages
from ..model import Document
from ..model.reports import KINDS

ALL = "all"
"""The sentence number that means every sentence."""

_KEYS = tuple(Document.__slots__)
"""What a record may tell of an article."""

_ENGINES = ("processes", "ray")
_MOST_DAYS = 36_500
_MOST_ROWS = 1_000
_MOST_SECONDS = 3_600
_MOST_WORKERS = 1_000
_FIRST_YEAR, _LAST_YEAR = 1000, 9000

Subparsers = argparse._SubParsersAction


class UsageError(Exception):
    """The command line is not well formed; the text tells the user why and where help is."""


def usage_error(messages: Messages, message: str, command: str) -> UsageError:
    """The error that tells what is wrong, and the command whose help tells more."""
    return UsageError(messages("cli.usage_error", message=message, command=command))


class ArgumentParser(argparse.ArgumentParser):
    """A parser that speaks the user's language and raises UsageError in place of leaving."""

    messages: Messages

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the message and the command whose help tells more."""
        raise usage_error(self.messages, message, self.prog)

    def format_usage(self) -> str:
        """The usage line, opened by the word for it."""
        formatter = self._get_formatter()
        formatter.add_usage(
            self.usage, self._actions, self._mutually_exclusive_groups, self.messages("cli.usage")
        )
        return formatter.format_help()

    def format_help(self) -> str:
        """The help of the command: usage, description, groups, epilog."""
        formatter = self._get_formatter()
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return self.format_usage() + "\n" + formatter.format_help()


def build_parser(messages: Messages) -> ArgumentParser:
    """The parser of `polybe` with all its commands."""
    parser = _new_parser(messages, "polybe", messages("cli.description"))
    parser.epilog = messages("cli.epilog")
    options = parser.add_argument_group(messages("cli.options"))
    _add_common(options, messages)
    options.add_argument(
        "--version", action="version", version=__version__, help=messages("cli.version_option")
    )
    commands = _add_commands(parser, messages)
    for build in (_code, _read, _brief, _explain, _codebook, _score, _gazetteer, _evidence):
        build(commands, messages)
    for build in (_add, _batch, _account, _recode, _runs, _doctor, _backup, _review, _sources):
        build(commands, messages)
    return parser


def _new_parser(messages: Messages, prog: str, description: str) -> ArgumentParser:
    parser = ArgumentParser(prog=prog, description=description, add_help=False, allow_abbrev=False)
    parser.messages = messages
    return parser


def _add_commands(parser: ArgumentParser, messages: Messages) -> Subparsers[ArgumentParser]:
    return parser.add_subparsers(
        title=messages("cli.commands"),
        dest="command" if parser.prog == "polybe" else "action",
        metavar="",
        prog=parser.prog,
    )


def _add_common(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("-h", "--help", action="help", help=messages("cli.help_option"))
    group.add_argument(
        "--lang",
        type=_one_of(LANGUAGES, messages),
        default=argparse.SUPPRESS,
        metavar="fr|en",
        help=messages("cli.lang_option"),
    )


def _command(
    commands: Subparsers[ArgumentParser], messages: Messages, name: str, *, within: str = ""
) -> tuple[ArgumentParser, argparse._ArgumentGroup, argparse._ArgumentGroup]:
    """A command's parser with its groups of arguments and of options."""
    key = f"command.{within}_{name}" if within else f"command.{name}"
    summary = messages(key)
    parser = commands.add_parser(
        name, help=summary, description=summary, add_help=False, allow_abbrev=False
    )
    parser.messages = messages
    arguments = parser.add_argument_group(messages("cli.arguments"))
    options = parser.add_argument_group(messages("cli.options"))
    _add_common(options, messages)
    return parser, arguments, options


def _code(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "code")
    arguments.add_argument("inputs", nargs="*", metavar="INPUT", help=messages("argument.inputs"))
    _add_format(options, messages, ("jsonl", "table"), "argument.format")
    _add_article_options(options, messages)
    _add_gate(options, messages)
    _add_workers(options, messages)
    _add_web(options, messages)
    _add_output(options, messages)
    _add_report(options, messages)


def _read(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "read")
    _add_coded_inputs(arguments, messages)
    _add_article_options(options, messages)
    _add_gate(options, messages)
    _add_web(options, messages)


def _brief(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "brief")
    _add_coded_inputs(arguments, messages)
    _add_article_options(options, messages)
    _add_gate(options, messages)
    options.add_argument("--store", metavar="WHERE", help=messages("argument.store_to_tell"))
    _add_asked(options, messages)
    options.add_argument(
        "-o", "--output", metavar="FILE", required=False, help=messages("argument.output_html")
    )


def _explain(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "explain")
    arguments.add_argument("input", nargs="?", metavar="FILE", help=messages("argument.input"))
    number = _number(messages)
    for name, form, type_ in (
        ("sentence", "N|all", lambda value: value if value == ALL else number(value)),
        ("report", "ID", str),
        ("word", "WORD", str),
        ("offset", "N", number),
        ("document", "ID", str),
    ):
        help_ = messages(f"argument.{name}")
        options.add_argument(f"--{name}", type=type_, metavar=form, help=help_)
    _add_format(options, messages, ("text", "json"), "argument.explain_format")
    _add_article_options(options, messages)


def _codebook(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    parser, _, _ = _command(commands, messages, "codebook")
    actions = _add_commands(parser, messages)
    _, _, options = _command(actions, messages, "check", within="codebook")
    _add_codebook(options, messages)
    _, arguments, options = _command(actions, messages, "list", within="codebook")
    arguments.add_argument(
        "what",
        nargs="?",
        default="types",
        type=_one_of(("types", "predicates", "actors"), messages),
        metavar="types|predicates|actors",
        help=messages("argument.listed"),
    )
    _add_codebook(options, messages)


def _score(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "score")
    arguments.add_argument("gold", metavar="GOLD", nargs="?", help=messages("argument.gold"))
    arguments.add_argument("system", metavar="SYSTEM", nargs="?", help=messages("argument.system"))
    options.add_argument("--times", metavar="FOLDER", help=messages("argument.times"))
    options.add_argument("--json", action="store_true", help=messages("argument.json"))
    options.add_argument(
        "--errors", type=int, default=0, metavar="N", help=messages("argument.errors")
    )
    _add_codebook(options, messages)


def _gazetteer(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    parser, _, _ = _command(commands, messages, "gazetteer")
    actions = _add_commands(parser, messages)
    _command(actions, messages, "build", within="gazetteer")


def _add(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "add")
    _add_coded_inputs(arguments, messages)
    _add_store(options, messages)
    _add_article_options(options, messages)
    _add_gate(options, messages)
    _add_workers(options, messages)
    _add_web(options, messages)
    _add_report(options, messages)


def _evidence(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "evidence")
    arguments.add_argument("what", nargs="?", metavar="WHAT", help=messages("argument.evidence"))
    _add_archive(options, messages, "argument.archive_to_search")
    options.add_argument("--check", action="store_true", help=messages("argument.check"))
    options.add_argument("-o", "--output", metavar="FILE", help=messages("argument.output_bytes"))


def _account(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "account")
    _add_store(options, messages)
    _add_asked(options, messages)
    _add_format(options, messages, ("text", "json"), "argument.explain_format")
    options.add_argument("--reports", action="store_true", help=messages("argument.reports"))
    _add_codebook(options, messages)


def _batch(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "batch")
    _add_coded_inputs(arguments, messages)
    options.add_argument(
        "-o", "--output", metavar="DIR", required=False, help=messages("argument.batch_output")
    )
    options.add_argument(
        "--engine",
        type=_one_of(_ENGINES, messages),
        default=_ENGINES[0],
        metavar="|".join(_ENGINES),
        help=messages("argument.engine", engines="|".join(_ENGINES)),
    )
    _add_workers(options, messages)
    options.add_argument("--address", metavar="WHERE", help=messages("argument.address"))
    _add_codebook(options, messages)
    _add_gate(options, messages)
    _add_report(options, messages)


def _recode(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "recode")
    _add_store(options, messages)
    _add_codebook(options, messages)
    _add_workers(options, messages)
    _add_report(options, messages)


def _runs(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "runs")
    _add_store(options, messages)
    options.add_argument(
        "--drop", type=_number(messages), metavar="N", help=messages("argument.drop")
    )


def _doctor(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "doctor")
    _add_store(options, messages)


def _backup(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = _command(commands, messages, "backup")
    arguments.add_argument("file", nargs="?", metavar="FILE", help=messages("argument.backup"))
    _add_store(options, messages)


def _review(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "review")
    _add_store(options, messages)
    options.add_argument("--who", metavar="NAME", help=messages("argument.who"))
    options.add_argument("--place", metavar="NAME", help=messages("argument.place"))
    kinds = "|".join(KINDS)
    options.add_argument(
        "--kind",
        type=_one_of(KINDS, messages),
        metavar="KIND",
        help=messages("argument.kind", kinds=kinds),
    )
    for name in ("second", "agreement", "disagreements"):
        options.add_argument(f"--{name}", action="store_true", help=messages(f"argument.{name}"))
    options.add_argument("--list", action="store_true", help=messages("argument.review_list"))
    for name in ("accept", "reject"):
        help_ = messages(f"argument.review_{name}")
        options.add_argument(f"--{name}", metavar="ID", help=help_)
    for name in ("edit", "merge", "split"):
        help_ = messages(f"argument.review_{name}")
        form = ("ID", "SLOT=VALUE") if name == "edit" else ("ID", "ID")
        options.add_argument(f"--{name}", nargs="+", metavar=form, help=help_)
    options.add_argument(
        "--undo", type=_number(messages), metavar="N", help=messages("argument.review_undo")
    )
    options.add_argument("--history", metavar="ID", help=messages("argument.history"))
    options.add_argument("--why", metavar="WORDS", help=messages("argument.why"))
    _add_codebook(options, messages)


def _sources(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = _command(commands, messages, "sources")
    _add_store(options, messages)
    options.add_argument(
        "--rate", nargs=2, metavar=("NAME", "CODE"), help=messages("argument.rate")
    )
    options.add_argument("--speaker", action="store_true", help=messages("argument.speaker"))
    options.add_argument("--history", metavar="NAME", help=messages("argument.source_history"))
    options.add_argument("--who", metavar="NAME", help=messages("argument.who"))
    options.add_argument("--why", metavar="WORDS", help=messages("argument.why"))
    _add_codebook(options, messages)


def _add_asked(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The options that ask for the account as of a date."""
    for name, form, type_ in (
        ("on", "DATE", _iso_day(messages)),
        ("known", "DATE", _iso_day(messages)),
        ("place", "NAME", str),
        ("actor", "NAME", str),
        ("days", "N", _count(messages, _MOST_DAYS)),
        ("limit", "N", _count(messages, _MOST_ROWS)),
    ):
        help_ = messages(f"argument.asked_{name}")
        group.add_argument(f"--{name}", type=type_, metavar=form, help=help_)


def _add_format(
    group: argparse._ArgumentGroup, messages: Messages, forms: tuple[str, ...], key: str
) -> None:
    """The option for one of some forms of output, the first by default."""
    group.add_argument(
        "--format",
        type=_one_of(forms, messages),
        default=forms[0],
        metavar="|".join(forms),
        help=messages(key),
    )


def _add_coded_inputs(group: argparse._ArgumentGroup, messages: Messages) -> None:
    help_ = f"{messages('argument.inputs')}; {messages('argument.inputs_coded')}"
    group.add_argument("inputs", nargs="*", metavar="INPUT", help=help_)


def _add_article_options(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--published",
        type=_iso_date(messages),
        metavar="DATE",
        help=messages("argument.published"),
    )
    group.add_argument("--outlet", metavar="NAME", help=messages("argument.outlet"))
    group.add_argument(
        "--column",
        type=_column(messages),
        action="append",
        default=[],
        dest="columns",
        metavar="KEY=NAME",
        help=messages("argument.column", keys="|".join(_KEYS)),
    )
    _add_codebook(group, messages)


def _column(messages: Messages) -> Callable[[str], tuple[str, str]]:
    """Reads `KEY=NAME`, the key being one that an article has."""

    def read(value: str) -> tuple[str, str]:
        key, sign, name = value.partition("=")
        if key not in _KEYS or not sign or not name:
            raise argparse.ArgumentTypeError(messages("cli.no_column_option", value=value))
        return key, name

    return read


def _add_workers(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--workers",
        type=_count(messages, _MOST_WORKERS),
        default=1,
        metavar="N",
        help=messages("argument.workers"),
    )


def _add_gate(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--code-all", action="store_true", help=messages("argument.code_all"))


def _add_web(group: argparse._ArgumentGroup, messages: Messages) -> None:
    """The options that say how the web is asked."""
    group.add_argument("--follow", action="store_true", help=messages("argument.follow"))
    _add_archive(group, messages, "argument.archive")
    group.add_argument("--state", type=Path, metavar="DIR", help=messages("argument.state"))
    group.add_argument(
        "--delay",
        type=_seconds(messages),
        default=1.0,
        metavar="SECONDS",
        help=messages("argument.delay"),
    )
    group.add_argument(
        "--allow-private", action="store_true", help=messages("argument.allow_private")
    )


def _add_archive(group: argparse._ArgumentGroup, messages: Messages, key: str) -> None:
    group.add_argument("--archive", type=Path, metavar="DIR", help=messages(key))


def _add_store(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--store", metavar="WHERE", help=messages("argument.store"))


def _add_codebook(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument(
        "--codebook", type=_folder(messages), metavar="DIR", help=messages("argument.codebook")
    )


def _add_report(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("--report", metavar="FILE", help=messages("argument.run_report"))


def _add_output(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("-o", "--output", metavar="FILE", help=messages("argument.output"))


def _one_of(choices: tuple[str, ...], messages: Messages) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in choices:
            told = messages("cli.bad_choice", value=value, choices=", ".join(choices))
            raise argparse.ArgumentTypeError(told)
        return value

    return check


def _number(messages: Messages) -> Callable[[str], int]:
    def check(value: str) -> int:
        if not value.isdecimal():
            raise argparse.ArgumentTypeError(messages("cli.bad_number", value=value))
        return int(value)

    return check


def _seconds(messages: Messages) -> Callable[[str], float]:
    """Seconds of a pause, with or without a fraction, up to an hour."""

    def check(value: str) -> float:
        try:
            seconds = float(value)
        except ValueError:
            seconds = -1.0
        if not 0 <= seconds <= _MOST_SECONDS:
            told = messages("cli.bad_seconds", value=value, most=_MOST_SECONDS)
            raise argparse.ArgumentTypeError(told)
        return seconds

    return check


def _count(messages: Messages, most: int) -> Callable[[str], int]:
    """A number from 1 to ``most``."""

    def check(value: str) -> int:
        if not value.isdecimal() or not 1 <= int(value) <= most:
            raise argparse.ArgumentTypeError(messages("cli.bad_count", value=value, most=most))
        return int(value)

    return check


def _iso_day(messages: Messages) -> Callable[[str], str]:
    """A day of years that a calendar can also count days from and to."""

    def check(value: str) -> str:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = date.min
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            raise argparse.ArgumentTypeError(messages("cli.bad_day", value=value))
        return day.isoformat()

    return check


def _iso_date(messages: Messages) -> Callable[[str], str]:
    def check(value: str) -> str:
        from ..reading import iso_date

        try:
            iso_date(value)
        except ReadingError as error:
            raise argparse.ArgumentTypeError(messages("cli.bad_date", value=value)) from error
        return value

    return check


def _folder(messages: Messages) -> Callable[[str], Path]:
    def check(value: str) -> Path:
        path = Path(value)
        if not path.is_dir():
            raise argparse.ArgumentTypeError(messages("cli.no_codebook", path=value))
        return path

    return check
