"""Regular expressions kept compiled: their code is what takes the time."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from importlib import import_module
from typing import Any

_CELL = "I"
"""The type code of `array` for one number of a pattern's code: 32 bits, as Python has them."""

Frozen = tuple[str, int, bytes, int, Mapping[str, int]]
"""Source, flags, code, number of groups, and groups by name."""


def interpreter() -> str:
    """Names what compiled the patterns: code of another interpreter or format is no use."""
    magic = getattr(_engine(), "MAGIC", None)
    return f"{sys.implementation.cache_tag} {sys.version_info[:3]} {magic} {sys.byteorder}"


def freeze(pattern: re.Pattern[str]) -> Frozen:
    """All of a pattern that `thaw` needs; without its code where this Python does not show it."""
    return (
        pattern.pattern,
        pattern.flags,
        _code_of(pattern),
        pattern.groups,
        dict(pattern.groupindex),
    )


def thaw(source: str, flags: int, code: bytes, groups: int, names: Mapping[str, int]) -> object:
    """The pattern that was frozen, equal to it in every way.

    Python itself checks the code for sense; what is not its own is compiled from the source.
    """
    if not code:
        return re.compile(source, flags)
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    engine: Any = _engine()
    try:
        cells = array(_CELL)
        cells.frombytes(code)
        return engine.compile(source, flags, cells.tolist(), groups, dict(names), tuple(by_number))
    except (AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
        return re.compile(source, flags)


def _engine() -> object:
    """The engine under `re`; nothing public takes compiled code."""
    try:
        return import_module("_sre")
    except ImportError:
        return None


def _code_of(pattern: re.Pattern[str]) -> bytes:
    """The code of a pattern, worked out once more; empty where that cannot be done."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern.pattern, pattern.flags)
        code: list[int] = _compiler._code(parsed, pattern.flags)
        cells = array(_CELL, code)
    except (ImportError, AttributeError, TypeError, OverflowError):
        return b""
    return cells.tobytes() if cells.itemsize == 4 else b""
