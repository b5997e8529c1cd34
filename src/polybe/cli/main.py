"""`polybe`: parse the command line, run the command, leave with its exit status."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from ..errors import PolybeError
from ..messages import LANGUAGES, load_messages, preferred_language
from .arguments import ArgumentParser, UsageError, build_parser
from .console import Console, LogHandler
from .status import NOTHING_DONE, OK, WRONG_USAGE, NothingDone

_INTERRUPTED = 130


def run() -> None:
    """The entry point of the installed command."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status; see :mod:`polybe.cli.status`."""
    _speak_utf8()
    _keep_to_one_thread()
    console = Console(load_messages(_language(arguments)))
    _listen_to_warnings(console)
    try:
        status = _dispatch(arguments, console)
        sys.stdout.flush()
    except UsageError as error:
        console.error(str(error))
        return WRONG_USAGE
    except NothingDone as reason:
        console.error(str(reason.args[0]) if reason.args else console.messages("cli.nothing_done"))
        return NOTHING_DONE
    except PolybeError as error:
        console.error(error.args[0] if error.args else type(error).__name__)
        return NOTHING_DONE
    except BrokenPipeError:
        _close_quietly()
        return OK
    except OSError as error:  # a full disk, a device that fails: the data is not all out
        console.error(console.messages("output.failed", detail=error.strerror or str(error)))
        _close_quietly()
        return NOTHING_DONE
    except KeyboardInterrupt:
        console.note(console.messages("cli.interrupted"))
        return _INTERRUPTED
    return status


def _dispatch(arguments: Sequence[str], console: Console) -> int:
    parser = build_parser(console.messages)
    try:
        options, unknown = parser.parse_known_args(arguments)
    except SystemExit:  # `--help` and `--version` have been answered
        return OK
    if unknown:
        parser.error(console.messages("cli.unknown_argument", argument=unknown[0]))
    if options.command is None or getattr(options, "action", "") is None:
        _tell_commands(parser, options.command, console)
    command: Callable[..., int] = import_module(f".commands.{options.command}", __package__).run
    return command(options, console)


def _tell_commands(parser: ArgumentParser, command: str | None, console: Console) -> None:
    """No command named: show which there are, as wrong usage."""
    lines = parser.format_help() if command is None else f"polybe {command} --help"
    raise UsageError(f"{console.messages('cli.no_command')}\n\n{lines}")


def _language(arguments: Sequence[str]) -> str:
    """The language of messages: `--lang` where it stands, else the environment's."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2]
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if argument.partition("=")[0] == "--lang" and value in LANGUAGES:
            return value
    return preferred_language(os.environ)


def _listen_to_warnings(console: Console) -> None:
    logger = logging.getLogger("polybe")
    logger.handlers = [LogHandler(console)]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _speak_utf8() -> None:
    """Data and messages are UTF-8 whatever the locale says; half a character stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _keep_to_one_thread() -> None:
    """One thread of linear algebra is quickest here; it is read when NumPy is first imported.

    That is before the parser is loaded, which asks for it too: telling languages wants NumPy.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _close_quietly() -> None:
    """The reader of our output has gone: nothing is left to say, at exit neither."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
