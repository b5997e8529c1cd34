"""What stands on a page beside its article: what to take from it before its text is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..codebook.folding import fold
from .page_signs import classes_of, plain, signs, words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_BESIDE = 0.4
"""What holds more of the words of a page is its article, whatever its class is called."""

_LONGEST = 300
"""Characters of a signpost."""

_PROSE = 120
"""Characters of a paragraph that is no button, teaser or offer."""

_BULLET = re.compile(r"^[^\w(«“\"]+")
_LEADING = re.compile(r"(?:\w[\w'’-]*\W+){0,5}")
_SIGN = re.compile(r"[:–—|»>→►▶-]$")
_WORDS = re.compile(r"\w")


def take_out_before(headline: HtmlElement, whole: int) -> None:
    """Take from a page what stands before its headline: menus, sections, kickers."""
    element = headline
    while element is not None and element.tag not in ("body", "html"):
        for before in list(element.itersiblings(preceding=True)):
            if isinstance(before.tag, str) and len(before.text_content()) < _MOST_BESIDE * whole:
                before.drop_tree()
        element = element.getparent()


def take_out(tree: HtmlElement) -> None:
    """Take from a page what its marks call something beside the article, and its signposts."""
    whole = max(len(tree.text_content()), 1)
    for element in list(_marked(tree)):
        beside = element.getparent() is not None and _size(element) < _MOST_BESIDE * whole
        if beside and not _is_gate(element):
            element.drop_tree()
    posts = list(_signposts(tree))
    if sum(map(_size, posts)) < _MOST_BESIDE * whole:
        for post in posts:
            post.drop_tree()


def points_elsewhere(text: str) -> bool:
    """Whether a paragraph is a signpost, by how it begins behind arrows and bullets, or a date."""
    told, words = signs(), fold(_BULLET.sub("", text))
    foot = any(each in words for each in told.anywhere)
    return foot or words.startswith(told.openings) or told.date.fullmatch(words) is not None


def _size(element: HtmlElement) -> int:
    return len(element.text_content())


def _marked(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements whose name or marks call them something beside the article."""
    for element in tree.iter():
        if isinstance(element.tag, str):
            if element.tag in signs().elements or _is_beside(element):
                yield element


def _is_beside(element: HtmlElement) -> bool:
    told = signs()
    marks = " ".join(element.get(name, "") for name in ("class", "id", "role"))
    if not marks or element.tag in ("html", "body", "main", "article", "h1"):
        return False
    for mark in marks.split():
        words = words_of(mark)
        joined = " ".join(words)
        if told.words.intersection(words) or any(pair in joined for pair in told.pairs):
            return True
    return False


def _is_gate(element: HtmlElement) -> bool:
    """Whether an element holds the part of the article that only subscribers are shown."""
    if not signs().gates.intersection(classes_of(element)):
        return False
    return sum(len(plain(p.text_content())) >= _PROSE for p in element.iter("p")) > 1


def _signposts(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that are nothing but a link to elsewhere, and a few words that lead to it."""
    for element in tree.iter("p"):
        text = plain(element.text_content())
        if len(text) <= _LONGEST:
            links = [link for link in element.iter("a") if _leads_elsewhere(link)]
            if links and _is_leading(text, links):
                yield element


def _leads_elsewhere(link: HtmlElement) -> bool:
    return (
        not link.get("href", "#").startswith("#") and _WORDS.search(link.text_content()) is not None
    )


def _is_leading(text: str, links: Iterable[HtmlElement]) -> bool:
    """Whether what a text has beside its links is nothing, or « Pour mémoire – » before them."""
    for link in links:
        text = text.replace(plain(link.text_content()), "\0", 1)
    before, _, after = text.partition("\0")
    if _WORDS.search(after):
        return False
    before = before.strip()
    return not _WORDS.search(before) or bool(
        _SIGN.search(before) and _LEADING.fullmatch(_BULLET.sub("", before))
    )
