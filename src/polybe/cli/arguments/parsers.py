"""The parser of a command line, which speaks the user's language."""

from __future__ import annotations

import argparse
from typing import NoReturn

from ...messages import LANGUAGES, Messages
from .values import one_of

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


def new_parser(messages: Messages, prog: str, description: str) -> ArgumentParser:
    parser = ArgumentParser(prog=prog, description=description, add_help=False, allow_abbrev=False)
    parser.messages = messages
    return parser


def add_commands(parser: ArgumentParser, messages: Messages) -> Subparsers[ArgumentParser]:
    return parser.add_subparsers(
        title=messages("cli.commands"),
        dest="command" if parser.prog == "polybe" else "action",
        metavar="",
        prog=parser.prog,
    )


def add_common(group: argparse._ArgumentGroup, messages: Messages) -> None:
    group.add_argument("-h", "--help", action="help", help=messages("cli.help_option"))
    group.add_argument(
        "--lang",
        type=one_of(LANGUAGES, messages),
        default=argparse.SUPPRESS,
        metavar="fr|en",
        help=messages("cli.lang_option"),
    )


def command(
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
    add_common(options, messages)
    return parser, arguments, options
