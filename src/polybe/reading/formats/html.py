"""HTML: the article of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Document
from ..articles import article_of
from ..pages import MOST, read_page
from ..records import Defaults
from ..source import How, Item, Source, article_or_failure


def read(source: Source, how: How) -> Iterator[Item]:
    """The article of a page."""
    yield article_or_failure(lambda: page_article(source, how.defaults), source, how)


def page_article(source: Source, defaults: Defaults) -> Document:
    """The article of a page: what the page tells goes before what is told of it otherwise.

    Its address is the one that it was fetched from, by which it is found among what was kept; that
    of a file is what the page calls its own.  Raises ReadingError when there is none.
    """
    page = read_page(source.all(MOST), url=source.url or defaults.url, charset=source.charset)
    told = replace(
        defaults,
        title=page.title or defaults.title,
        url=source.url or page.url or defaults.url,
        outlet=page.outlet or defaults.outlet,
        published=page.published or defaults.published,
    )
    return article_of(page.text, told)
