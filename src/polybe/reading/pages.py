"""A web page to the article on it: its text without what stands beside it, title, date, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import ReadingError
from ..messages import Reason
from .beside import points_elsewhere, take_out, take_out_before
from .bylines import is_byline, names_on
from .decoding import decode
from .page_signs import classes_of, plain, signs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 16 * 2**20
"""Bytes of the largest page that is read."""

_SHORTEST, _LONGEST = 40, 800
"""Characters of the paragraph between headline and text."""

_META_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
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
        names = names_on(tree)
        if headline is not None:
            take_out_before(headline, len(tree.text_content()))
        take_out(tree)
        opening = _standfirst(tree, names) if headline is not None else None
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
    title = signs().label.sub("", plain(about.title or "")) if about else ""
    paragraphs = list(_paragraphs(body, title, names)) if body is not None else []
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
    """The element of the headline: the one that is the title, else the only ``h1`` there is."""
    headlines = list(tree.iter("h1"))
    ranked = [*headlines, *tree.iter("h2", "h3")]
    named = (each for each in ranked if title and plain(each.text_content()) == plain(title))
    return next(named, headlines[0] if len(headlines) == 1 else None)


def _standfirst(tree: HtmlElement, names: frozenset[str]) -> str | None:
    """The paragraph between headline and text, which many pages keep out of the text's element."""
    for element in tree.iter("p", "div", "h2", "section"):
        if not signs().standfirst.isdisjoint(classes_of(element)):
            text = plain(element.text_content())
            if _SHORTEST <= len(text) <= _LONGEST and not is_byline(text, names):
                return text
    return None


def _paragraphs(body: Any, title: str, names: frozenset[str]) -> Iterator[str]:
    """The paragraphs of an extracted body, without title, bylines and what points elsewhere."""
    for block in _blocks(body):
        text = signs().tail.sub("", plain(block))
        if (
            text
            and signs().label.sub("", text) != title
            and not points_elsewhere(text)
            and not is_byline(text, names)
        ):
            yield text


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
