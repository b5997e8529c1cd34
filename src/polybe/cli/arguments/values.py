"""Readers of what an option is given: each gives the value or tells what is wrong with it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ...errors import ReadingError
from ...messages import Messages
from ...model import Document

KEYS = tuple(Document.__slots__)
"""What a record may tell of an article."""

_MOST_SECONDS = 3_600
_FIRST_YEAR, _LAST_YEAR = 1000, 9000


def one_of(choices: tuple[str, ...], messages: Messages) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in choices:
            told = messages("cli.bad_choice", value=value, choices=", ".join(choices))
            raise argparse.ArgumentTypeError(told)
        return value

    return check


def number(messages: Messages) -> Callable[[str], int]:
    def check(value: str) -> int:
        if not value.isdecimal():
            raise argparse.ArgumentTypeError(messages("cli.bad_number", value=value))
        return int(value)

    return check


def seconds(messages: Messages) -> Callable[[str], float]:
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


def count(messages: Messages, most: int) -> Callable[[str], int]:
    """A number from 1 to ``most``."""

    def check(value: str) -> int:
        if not value.isdecimal() or not 1 <= int(value) <= most:
            raise argparse.ArgumentTypeError(messages("cli.bad_count", value=value, most=most))
        return int(value)

    return check


def iso_day(messages: Messages) -> Callable[[str], str]:
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


def iso_date(messages: Messages) -> Callable[[str], str]:
    def check(value: str) -> str:
        from ...reading import iso_date

        try:
            iso_date(value)
        except ReadingError as error:
            raise argparse.ArgumentTypeError(messages("cli.bad_date", value=value)) from error
        return value

    return check


def folder(messages: Messages) -> Callable[[str], Path]:
    def check(value: str) -> Path:
        path = Path(value)
        if not path.is_dir():
            raise argparse.ArgumentTypeError(messages("cli.no_codebook", path=value))
        return path

    return check


def column(messages: Messages) -> Callable[[str], tuple[str, str]]:
    """Reads `KEY=NAME`, the key being one that an article has."""

    def read(value: str) -> tuple[str, str]:
        key, sign, name = value.partition("=")
        if key not in KEYS or not sign or not name:
            raise argparse.ArgumentTypeError(messages("cli.no_column_option", value=value))
        return key, name

    return read
