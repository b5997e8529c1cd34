"""Who signs a page: the names by which a line that is nothing but a byline is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ..codebook.folding import fold
from .page_signs import classes_of, plain, signs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 100
"""Characters of a byline."""

_MOST = 200
"""Names that are looked at; what comes behind so many are those of comments."""

_STOPS = " .,"
_ROLE = re.compile(r"(?:\s?[,(/|–—-]|\s(?:et|and|avec|with)\b)[^.?!:«»]*")
_META = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author")


def names_on(tree: HtmlElement) -> frozenset[str]:
    """The names that a page gives to whoever wrote it, folded: wherever pages tell that."""
    told = islice(chain(_in_head(tree), _in_data(tree), _in_marks(tree)), _MOST)
    names = (_without_by(plain(name)).rstrip(_STOPS) for name in told)
    return frozenset(name for name in names if 1 < len(name) <= _LONGEST)


def is_byline(text: str, names: frozenset[str]) -> bool:
    """Whether a line is nothing but « par » and a name; or names, and what they are."""
    if len(text) > _LONGEST:
        return False
    words = _without_by(text)
    return words.rstrip(_STOPS) in names or any(
        " " in name and words.startswith(name) and _ROLE.fullmatch(words, len(name))
        for name in names
    )


def _without_by(text: str) -> str:
    return signs().by.sub("", fold(text))


def _in_head(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _META:
            yield meta.get("content", "")


def _in_data(tree: HtmlElement) -> Iterator[str]:
    """The authors of JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            try:
                yield from _authors(json.loads(script.text or ""))
            except (ValueError, RecursionError):  # of which pages are full
                continue


def _authors(data: Any) -> Iterator[str]:
    left = [data]
    while left:
        part = left.pop()
        if isinstance(part, list):
            left += part
        elif isinstance(part, dict):
            left += part.values()
            yield from _names(part.get("author"))


def _names(author: Any) -> Iterator[str]:
    for each in author if isinstance(author, list) else [author]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str):
            yield name


def _in_marks(tree: HtmlElement) -> Iterator[str]:
    """The pieces of text in elements that are marked as those of the author."""
    for element in tree.iter("a", "address", "b", "div", "em", "h3", "h4", "p", "span", "strong"):
        marks = f"{element.get('rel', '')} {element.get('itemprop', '')}".lower().split()
        if "author" in marks or not signs().signed.isdisjoint(classes_of(element)):
            yield from element.itertext()
