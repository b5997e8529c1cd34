"""The signs by which the parts of a web page are told apart, as data (see ``pages.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Signs:
    """What ``pages.toml`` tells, each part by its key there."""

    elements: frozenset[str]
    words: frozenset[str]
    pairs: tuple[str, ...]
    openings: tuple[str, ...]
    standfirst: frozenset[str]
    signed: frozenset[str]
    by: re.Pattern[str]
    anywhere: tuple[str, ...]
    gates: frozenset[str]
    tail: re.Pattern[str]
    label: re.Pattern[str]
    date: re.Pattern[str]


@cache
def signs() -> Signs:
    """The signs, read once."""
    told = tomllib.loads(files(__package__).joinpath("pages.toml").read_text(encoding="utf-8"))
    return Signs(
        frozenset(told["elements"]),
        frozenset(told["words"]),
        tuple(told["pairs"]),
        tuple(told["openings"]),
        frozenset(told["standfirst"]),
        frozenset(told["signed"]),
        re.compile(told["by"]),
        tuple(told["anywhere"]),
        frozenset(told["gates"]),
        re.compile(
            rf"(?<=[.!?…»”\"])\s+(?:{_either(told['tails'])}) ?: [^.!?]{{5,160}}$", re.IGNORECASE
        ),
        re.compile(rf"^(?:{_either(told['labels'])})(?:\s+[-–—|]|\s?[:.])\s+", re.IGNORECASE),
        re.compile(told["date"]),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def words_of(mark: str) -> list[str]:
    """The words of a class or id, parted at hyphens, underscores and capitals."""
    return [word.lower() for word in _WORD.findall(mark)]


def classes_of(element: HtmlElement) -> set[str]:
    """All words of an element's classes."""
    return set(words_of(element.get("class", "")))


def plain(text: str) -> str:
    """A text in one line, without soft hyphens."""
    return _SPACE.sub(" ", text.replace("\u00ad", "")).strip()
