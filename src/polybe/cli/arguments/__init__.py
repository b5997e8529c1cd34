"""The arguments of every command, told in the user's language.

Built on argparse alone, so that `--help` answers at once.
"""

from __future__ import annotations

from ... import __version__
from ...messages import Messages
from .commands import ALL, COMMANDS
from .parsers import (
    ArgumentParser,
    UsageError,
    add_commands,
    add_common,
    new_parser,
    usage_error,
)

__all__ = ["ALL", "ArgumentParser", "UsageError", "build_parser", "usage_error"]


def build_parser(messages: Messages) -> ArgumentParser:
    """The parser of `polybe` with all its commands."""
    parser = new_parser(messages, "polybe", messages("cli.description"))
    parser.epilog = messages("cli.epilog")
    options = parser.add_argument_group(messages("cli.options"))
    add_common(options, messages)
    options.add_argument(
        "--version", action="version", version=__version__, help=messages("cli.version_option")
    )
    commands = add_commands(parser, messages)
    for add in COMMANDS:
        add(commands, messages)
    return parser
