"""RSS and Atom: an article an entry, of the feed itself or of the page that it links to."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document, Failure
from ..articles import article_of
from ..records import Defaults
from ..source import How, Item, Source, article_or_failure, detail_of, reason_of
from ..xml import refuse_entities
from .addresses import follow, in_turns


def read(source: Source, how: How) -> Iterator[Item]:
    """The articles of a feed's entries; with ``follow``, of the pages that they link to."""
    import feedparser

    try:
        data = source.all()
        refuse_entities(data)
    except ReadingError as error:
        yield Failure(source.name, reason_of(error))
        return
    feed = feedparser.parse(BytesIO(data))  # a string may be an address to it
    if not feed.entries:
        bad = feed.get("bozo_exception")
        told = Reason("reading.broken_feed", detail=detail_of(bad)) if bad else None
        yield Failure(source.name, told or Reason("reading.empty"))
    outlet = " ".join(str(feed.feed.get("title", "")).split()) or None
    numbered = list(enumerate(feed.entries, start=1))
    if how.follow:
        numbered = in_turns(numbered, lambda each: each[1].get("link") or "")
    for number, entry in numbered:
        defaults = _defaults(entry, outlet, how.defaults)
        if how.follow and how.hops and defaults.url:
            yield from follow(defaults.url, defaults.url, replace(how, defaults=defaults))
        else:
            yield _of_entry(entry, replace(source, name=f"{source.name}#{number}"), how, defaults)


def _of_entry(entry: Mapping[str, Any], source: Source, how: How, defaults: Defaults) -> Item:
    def article() -> Document:
        text = _text(entry)
        title = defaults.title
        return article_of(f"{title}\n\n{text}" if title and text else text, defaults)

    return article_or_failure(article, source, how)


def _defaults(entry: Mapping[str, Any], outlet: str | None, defaults: Defaults) -> Defaults:
    """What a feed tells of an entry."""
    return replace(
        defaults,
        title=" ".join(str(entry.get("title", "")).split()) or defaults.title,
        url=entry.get("link") or defaults.url,
        outlet=defaults.outlet or outlet,
        published=_day(entry) or defaults.published,
    )


def _day(entry: Mapping[str, Any]) -> str | None:
    """When an entry came out, in UTC; None where that is not told."""
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    if not told:
        return None
    return datetime.fromtimestamp(calendar.timegm(told), UTC).isoformat()


def _text(entry: Mapping[str, Any]) -> str:
    """The longest text that an entry has, its marks taken off."""
    from lxml.html import fragment_fromstring

    told = [part.get("value", "") for part in entry.get("content", ())]
    markup = max([*told, str(entry.get("summary", ""))], key=len)
    if "<" not in markup:
        return " ".join(markup.split())
    tree = fragment_fromstring(markup, create_parent="div")
    for block in tree.iter("p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote"):
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in str(tree.text_content()).split("\n"))
    return "\n\n".join(line for line in lines if line)
