"""A web page to the article on it: its text without what stands beside it, title, date, outlet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..codebook.folding import fold
from ..errors import ReadingError
from ..messages import Reason
from .decoding import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 16 * 2**20
"""Bytes of the largest page that is read."""

_MOST_BESIDE = 0.4
"""What holds more of the words of a page is its article, whatever its class is called."""

_SHORTEST, _LONGEST = 40, 800
"""Characters of the paragraph between headline and text."""

_META_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_SPACE = re.compile(r"\s+")
_BULLET = re.compile(r"^[^\w(«“\"]+")
_BLOCKS = frozenset("p head quote item cell ab".split())


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of a page; None what it does not tell.  ``published`` is an ISO date."""

    paragraphs: tuple[str, ...]
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None

    @property
    def text(self) -> str:
        """The title and the paragraphs, parted by blank lines."""
        told = [self.title] if self.title else []
        return "\n\n".join([*told, *self.paragraphs])


def read_page(data: bytes, *, url: str | None = None, charset: str | None = None) -> PageText:
    """The article of a page's bytes, fetched from ``url``, ``charset`` being told with it.

    Raises ReadingError when its encoding is not certain or it holds no text.
    """
    import trafilatura
    from lxml.html import HTMLParser, document_fromstring

    markup = _XML_DECLARATION.sub("", decode_page(data, charset))
    try:
        tree = document_fromstring(markup, parser=HTMLParser(huge_tree=False))
        about = trafilatura.extract_metadata(
            tree, default_url=url, date_config={"original_date": True, "extensive_search": True}
        )
        canonical, headline = _canonical(tree), _headline(tree, about.title if about else None)
        if headline is not None:
            _take_out_before(headline, len(tree.text_content()))
        _take_out(tree)
        opening = _standfirst(tree) if headline is not None else None
        found = trafilatura.bare_extraction(
            tree, url=url, include_comments=False, include_tables=True, with_metadata=False
        )
    except (ValueError, RecursionError) as error:
        raise ReadingError(Reason("reading.no_article")) from error
    except Exception as error:
        # lxml's errors have no common base beside Exception that is public
        if type(error).__module__.split(".")[0] not in ("lxml", "trafilatura"):
            raise
        raise ReadingError(Reason("reading.no_article")) from error
    body = getattr(found, "body", None)
    title = _plain(about.title or "") if about else ""
    paragraphs = list(_paragraphs(body, title)) if body is not None else []
    if not paragraphs:
        raise ReadingError(Reason("reading.no_article"))
    if opening and not any(opening in paragraph for paragraph in paragraphs):
        paragraphs.insert(0, opening)
    return PageText(
        tuple(paragraphs),
        title or None,
        (about.sitename if about else None) or None,
        canonical or (about.url if about else None) or url,
        (about.date if about else None) or None,
    )


def decode_page(data: bytes, charset: str | None = None) -> str:
    """The markup of a page.

    What is UTF-8 is that, whatever is declared; else what its header or ``meta`` declares, where
    it fits; else what the letters tell (see ``decoding``).
    """
    meta = _META_CHARSET.search(data[:4_096])
    for encoding in ("utf-8-sig", charset, meta and meta.group(1).decode("ascii")):
        if not encoding:
            continue
        try:
            return data.decode(encoding)
        except (ValueError, LookupError):  # an encoding that is none
            continue
    return decode(data)


def _canonical(tree: HtmlElement) -> str | None:
    """The address that a page calls its own; None where it calls none."""
    for link in tree.iter("link"):
        address = str(link.get("href", "")).strip()
        if link.get("rel", "").lower() == "canonical" and address.startswith("http"):
            return address
    return None


def _headline(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """The element of the headline: the one that is the title, else the only one there is."""
    headlines = list(tree.iter("h1"))
    named = [each for each in headlines if title and _plain(each.text_content()) == _plain(title)]
    return next(iter(named or (headlines if len(headlines) == 1 else [])), None)


def _take_out_before(headline: HtmlElement, whole: int) -> None:
    """Take from a page what stands before its headline: menus, sections, kickers."""
    element = headline
    while element is not None and element.tag not in ("body", "html"):
        for before in list(element.itersiblings(preceding=True)):
            if isinstance(before.tag, str) and len(before.text_content()) < _MOST_BESIDE * whole:
                before.drop_tree()
        element = element.getparent()


def _standfirst(tree: HtmlElement) -> str | None:
    """The paragraph between headline and text, which many pages keep out of the text's element."""
    for element in tree.iter("p", "div", "h2", "section"):
        words = {word.lower() for word in _WORD.findall(element.get("class", ""))}
        if not words.isdisjoint(_signs().standfirst):
            text = _plain(element.text_content())
            if _SHORTEST <= len(text) <= _LONGEST:
                return text
    return None


def _take_out(tree: HtmlElement) -> None:
    """Take from a page what its marks call something beside the article."""
    told = _signs()
    whole = max(len(tree.text_content()), 1)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        beside = element.tag in told.elements or _is_beside(element)
        if beside and len(element.text_content()) < _MOST_BESIDE * whole:
            element.drop_tree()


def _is_beside(element: HtmlElement) -> bool:
    told = _signs()
    marks = " ".join(element.get(name, "") for name in ("class", "id", "role"))
    if not marks or element.tag in ("html", "body", "main", "article", "h1"):
        return False
    for mark in marks.split():
        words = [word.lower() for word in _WORD.findall(mark)]
        joined = " ".join(words)
        if told.words.intersection(words) or any(pair in joined for pair in told.pairs):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Signs:
    elements: frozenset[str]
    words: frozenset[str]
    pairs: tuple[str, ...]
    openings: tuple[str, ...]
    standfirst: frozenset[str]
    anywhere: tuple[str, ...]
    date: re.Pattern[str]


@cache
def _signs() -> _Signs:
    told = tomllib.loads(files(__package__).joinpath("pages.toml").read_text(encoding="utf-8"))
    return _Signs(
        frozenset(told["elements"]),
        frozenset(told["words"]),
        tuple(told["pairs"]),
        tuple(told["openings"]),
        frozenset(told["standfirst"]),
        tuple(told["anywhere"]),
        re.compile(told["date"]),
    )


def _paragraphs(body: Any, title: str) -> Iterator[str]:
    """The paragraphs of an extracted body, without those that point elsewhere and the title."""
    for block in _blocks(body):
        text = _plain(block)
        if text and text != title and not _points_elsewhere(text):
            yield text


def _points_elsewhere(text: str) -> bool:
    """Whether a paragraph is a signpost, by how it begins behind arrows and bullets, or a date."""
    told, plain = _signs(), fold(_BULLET.sub("", text))
    foot = any(words in plain for words in told.anywhere)
    return foot or plain.startswith(told.openings) or told.date.fullmatch(plain) is not None


def _blocks(element: Any) -> Iterator[str]:
    """The texts of the innermost blocks, in order."""
    inner = [child for child in element.iter() if child is not element and child.tag in _BLOCKS]
    if element.tag in _BLOCKS and not inner:
        yield from _lines(element)
        return
    if element.text and element.text.strip():
        yield element.text
    for child in element:
        yield from _blocks(child)
        if child.tail and child.tail.strip():
            yield child.tail


def _lines(element: Any) -> Iterator[str]:
    """The text of a block, parted at its line breaks."""
    pieces = [element.text or ""]
    for child in element.iter():
        if child is element:
            continue
        if child.tag == "lb":
            pieces.append("\n")
        pieces.append(child.text or "")
        pieces.append(child.tail or "")
    yield from "".join(pieces).split("\n")


def _plain(text: str) -> str:
    """A text in one line, without soft hyphens."""
    return _SPACE.sub(" ", text.replace("\u00ad", "")).strip()
