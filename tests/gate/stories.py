"""Stories: articles of several days on one matter, with the facts that several of them tell.

A story is a TOML file: its articles with the triggers of facts marked in the text
(`[[kind label|words]]`, two facts on one word parted by `;`), the facts that look alike and are
not one, and questions to the finished account.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from polybe.model import Document

_MARK = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as one article tells it: the trigger, and the label that its retellings share."""

    document: str
    kind: str
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of a story, what they tell, and what must hold of the account."""

    name: str
    documents: tuple[Document, ...]
    told: tuple[Told, ...]
    lookalikes: tuple[tuple[str, str], ...]
    questions: tuple[dict[str, object], ...]
    wires: dict[str, str]


def read_story(path: Path) -> Story:
    """The story of a file; labels are told apart from other stories' by the story's name."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    name = data["story"]
    documents, told = [], []
    for article in data["article"]:
        text, found = _unmarked(article["text"].strip())
        documents.append(
            Document(
                id=article["id"],
                text=text,
                title=text.partition("\n")[0],
                outlet=article["outlet"],
                published=article["published"],
            )
        )
        told += [Told(article["id"], k, f"{name}/{label}", s, e) for k, label, s, e in found]
    return Story(
        name,
        tuple(documents),
        tuple(told),
        tuple(
            (f"{name}/{a}", f"{name}/{b}")
            for alike in data.get("lookalikes", [])
            for a, b in combinations(alike, 2)
        ),
        tuple(data.get("question", [])),
        {a["id"]: f"{name}/{a['wire']}" for a in data["article"] if "wire" in a},
    )


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and kind, label and span of each."""
    text, found, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        start = len(text)
        text += mark[2]
        done = mark.end()
        found += [(*fact, start, len(text)) for fact in _facts(mark[1])]
    return text + marked[done:], found


def _facts(names: str) -> Iterator[tuple[str, str]]:
    for fact in names.split(";"):
        kind, label = fact.split()
        yield kind, label


def read_stories(folder: Path) -> list[Story]:
    """All stories of a folder, in the order of their names."""
    return [read_story(path) for path in sorted(folder.glob("*.toml"))]
