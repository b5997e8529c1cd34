"""No command and no option goes undocumented, and no public name."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import polybe
from polybe.cli.arguments import ArgumentParser, build_parser
from polybe.messages import load_messages

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"


def commands(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from commands(command)


def test_every_command_and_option_stands_in_the_reference() -> None:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    wanted = set()
    for command in commands(build_parser(load_messages("en"))):
        if not any(isinstance(a, argparse._SubParsersAction) for a in command._actions):
            wanted.add(f"## {command.prog}")
        wanted |= {
            option for a in command._actions for option in a.option_strings if option != "-h"
        }
    assert {words for words in wanted if words not in text} == set()


def test_every_public_name_stands_in_the_reference() -> None:
    text = (REFERENCE / "api.md").read_text(encoding="utf-8")
    assert [n for n in polybe.__all__ if n != "__version__" and f"polybe.{n}" not in text] == []
