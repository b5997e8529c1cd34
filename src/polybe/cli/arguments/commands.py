"""What each command takes."""

from __future__ import annotations

from ...messages import Messages
from ...model.reports import KINDS
from ...views.schemes import SCHEMES
from .options import (
    add_archive,
    add_article_options,
    add_asked,
    add_codebook,
    add_coded_inputs,
    add_coding_options,
    add_format,
    add_gate,
    add_output,
    add_reading_options,
    add_report,
    add_store,
    add_web,
    add_workers,
)
from .parsers import ArgumentParser, Subparsers, add_commands, command
from .values import number, one_of, seconds

ALL = "all"
"""The sentence number that means every sentence."""

_ENGINES = ("processes", "ray")
_LONGEST_ARTICLE = 300.0  # seconds; most take a tenth of one


def _code(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "code")
    arguments.add_argument("inputs", nargs="*", metavar="INPUT", help=messages("argument.inputs"))
    add_format(options, messages, ("jsonl", "table"), "argument.format")
    add_coding_options(options, messages)
    add_output(options, messages)
    add_report(options, messages)


def _read(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "read")
    add_coded_inputs(arguments, messages)
    add_reading_options(options, messages)
    add_web(options, messages)


def _view(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "view")
    arguments.add_argument(
        "scheme",
        type=one_of(SCHEMES, messages),
        metavar="|".join(SCHEMES),
        help=messages("argument.scheme"),
    )
    add_coded_inputs(arguments, messages)
    add_format(options, messages, ("table", "jsonl"), "argument.view_format")
    options.add_argument("--only", action="store_true", help=messages("argument.only_in_scheme"))
    add_reading_options(options, messages)
    add_web(options, messages)
    add_output(options, messages)


def _brief(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "brief")
    add_coded_inputs(arguments, messages)
    add_reading_options(options, messages)
    options.add_argument("--store", metavar="WHERE", help=messages("argument.store_to_tell"))
    add_asked(options, messages)
    options.add_argument(
        "-o", "--output", metavar="FILE", required=False, help=messages("argument.output_html")
    )


def _explain(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "explain")
    arguments.add_argument("input", nargs="?", metavar="FILE", help=messages("argument.input"))
    a_number = number(messages)
    for name, form, type_ in (
        ("sentence", "N|all", lambda value: value if value == ALL else a_number(value)),
        ("report", "ID", str),
        ("word", "WORD", str),
        ("offset", "N", a_number),
        ("document", "ID", str),
    ):
        help_ = messages(f"argument.{name}")
        options.add_argument(f"--{name}", type=type_, metavar=form, help=help_)
    add_format(options, messages, ("text", "json"), "argument.explain_format")
    add_article_options(options, messages)


def _codebook(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    parser, _, _ = command(commands, messages, "codebook")
    actions = add_commands(parser, messages)
    _, _, options = command(actions, messages, "check", within="codebook")
    add_codebook(options, messages)
    _, arguments, options = command(actions, messages, "list", within="codebook")
    arguments.add_argument(
        "what",
        nargs="?",
        default="types",
        type=one_of(("types", "predicates", "actors"), messages),
        metavar="types|predicates|actors",
        help=messages("argument.listed"),
    )
    add_codebook(options, messages)


def _score(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "score")
    arguments.add_argument("gold", metavar="GOLD", nargs="?", help=messages("argument.gold"))
    arguments.add_argument("system", metavar="SYSTEM", nargs="?", help=messages("argument.system"))
    options.add_argument("--times", metavar="FOLDER", help=messages("argument.times"))
    options.add_argument("--plover-gsr", metavar="FILE", help=messages("argument.plover_gsr"))
    options.add_argument("--geovirus", metavar="FILE", help=messages("argument.geovirus"))
    options.add_argument("--json", action="store_true", help=messages("argument.json"))
    options.add_argument(
        "--errors", type=int, default=0, metavar="N", help=messages("argument.errors")
    )
    add_codebook(options, messages)


def _gazetteer(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    parser, _, _ = command(commands, messages, "gazetteer")
    actions = add_commands(parser, messages)
    command(actions, messages, "build", within="gazetteer")


def _add(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "add")
    add_coded_inputs(arguments, messages)
    add_store(options, messages)
    add_coding_options(options, messages)
    add_report(options, messages)


def _evidence(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "evidence")
    arguments.add_argument("what", nargs="?", metavar="WHAT", help=messages("argument.evidence"))
    add_archive(options, messages, "argument.archive_to_search")
    options.add_argument("--check", action="store_true", help=messages("argument.check"))
    options.add_argument("-o", "--output", metavar="FILE", help=messages("argument.output_bytes"))


def _account(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "account")
    add_store(options, messages)
    add_asked(options, messages)
    add_format(options, messages, ("text", "json"), "argument.explain_format")
    options.add_argument("--reports", action="store_true", help=messages("argument.reports"))
    add_codebook(options, messages)


def _batch(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "batch")
    add_coded_inputs(arguments, messages)
    options.add_argument(
        "-o", "--output", metavar="DIR", required=False, help=messages("argument.batch_output")
    )
    options.add_argument(
        "--engine",
        type=one_of(_ENGINES, messages),
        default=_ENGINES[0],
        metavar="|".join(_ENGINES),
        help=messages("argument.engine", engines="|".join(_ENGINES)),
    )
    add_workers(options, messages)
    options.add_argument("--address", metavar="WHERE", help=messages("argument.address"))
    options.add_argument(
        "--timeout",
        type=seconds(messages),
        default=_LONGEST_ARTICLE,
        metavar="SECONDS",
        help=messages("argument.timeout"),
    )
    add_codebook(options, messages)
    add_gate(options, messages)
    add_report(options, messages)


def _recode(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "recode")
    add_store(options, messages)
    add_codebook(options, messages)
    add_workers(options, messages)
    add_report(options, messages)


def _runs(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "runs")
    add_store(options, messages)
    options.add_argument(
        "--drop", type=number(messages), metavar="N", help=messages("argument.drop")
    )


def _doctor(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "doctor")
    add_store(options, messages)


def _backup(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, arguments, options = command(commands, messages, "backup")
    arguments.add_argument("file", nargs="?", metavar="FILE", help=messages("argument.backup"))
    add_store(options, messages)


def _review(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "review")
    add_store(options, messages)
    options.add_argument("--who", metavar="NAME", help=messages("argument.who"))
    options.add_argument("--place", metavar="NAME", help=messages("argument.place"))
    kinds = "|".join(KINDS)
    options.add_argument(
        "--kind",
        type=one_of(KINDS, messages),
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
        "--undo", type=number(messages), metavar="N", help=messages("argument.review_undo")
    )
    options.add_argument("--history", metavar="ID", help=messages("argument.history"))
    options.add_argument("--why", metavar="WORDS", help=messages("argument.why"))
    add_codebook(options, messages)


def _sources(commands: Subparsers[ArgumentParser], messages: Messages) -> None:
    _, _, options = command(commands, messages, "sources")
    add_store(options, messages)
    options.add_argument(
        "--rate", nargs=2, metavar=("NAME", "CODE"), help=messages("argument.rate")
    )
    options.add_argument("--speaker", action="store_true", help=messages("argument.speaker"))
    options.add_argument("--history", metavar="NAME", help=messages("argument.source_history"))
    options.add_argument("--who", metavar="NAME", help=messages("argument.who"))
    options.add_argument("--why", metavar="WORDS", help=messages("argument.why"))
    add_codebook(options, messages)


COMMANDS = (
    _code,
    _read,
    _view,
    _brief,
    _explain,
    _codebook,
    _score,
    _gazetteer,
    _evidence,
    _add,
    _batch,
    _account,
    _recode,
    _runs,
    _doctor,
    _backup,
    _review,
    _sources,
)
"""What adds each command to the parser, in the order of the help."""
