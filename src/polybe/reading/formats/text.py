"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Document
from ..articles import article_of
from ..decoding import decode
from ..source import How, Item, Source, article_or_failure


def read(source: Source, how: How) -> Iterator[Item]:
    """The article of a text."""

    def article() -> Document:
        defaults = how.defaults
        if source.url and not defaults.url:
            defaults = replace(defaults, url=source.url)
        return article_of(decode(source.all()), defaults)

    yield article_or_failure(article, source, how)
