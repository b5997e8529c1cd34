"""Web addresses: a list of them, and what is behind one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from operator import itemgetter
from pathlib import PurePosixPath
from typing import TypeVar
from urllib.parse import urlsplit

from ...errors import ReadingError
from ...fetching import Page
from ...messages import Reason
from ...model import Failure
from ..decoding import decode
from ..source import HEAD, How, Item, Source, reason_of

T = TypeVar("T")

_GDELT = {61: 60, 58: 57, 16: 5, 27: 4}
"""Of a row of GDELT 2.0 and 1.0 events, mentions and GKG, by its number of columns, the address's.

See http://data.gdeltproject.org/documentation (event codebook 2.0, GKG codebook 2.1).
"""


def read(source: Source, how: How) -> Iterator[Item]:
    """What is behind each address of a list, asked for once, hosts taking turns."""
    try:
        lines = decode(source.all()).splitlines()
    except ReadingError as error:
        yield Failure(source.name, reason_of(error))
        return
    addresses = dict.fromkeys(line.strip() for line in lines if line.strip())
    for address in in_turns(addresses, str):
        yield from follow(address, address, how)


def in_turns(items: Iterable[T], address: Callable[[T], str]) -> list[T]:
    """The items so that the hosts of their addresses take turns, each in its own order.

    A host is not asked twice in a moment; meanwhile the others are.
    """
    asked: Counter[str] = Counter()
    ranked = []
    for item in items:
        host = address(item).partition("://")[2].partition("/")[0]
        ranked.append((asked[host], item))
        asked[host] += 1
    return [item for _, item in sorted(ranked, key=itemgetter(0))]


def follow(address: str, name: str, how: How) -> Iterator[Item]:
    """What is behind an address that a source names, where such are followed."""
    if not how.follow or not how.hops:
        yield Failure(name, Reason("reading.no_web"))
    else:
        yield from ask(address, name, replace(how, hops=how.hops - 1))


def ask(address: str, name: str, how: How) -> Iterator[Item]:
    """What is behind an address; nothing where it is nothing new.

    ``name`` is what failures are told by.
    """
    from . import read_source

    if how.fetch is None:
        yield Failure(name, Reason("reading.no_web"))
        return
    page = how.fetch(address)
    if isinstance(page, Failure):
        yield page
    elif page is not None:
        yield from read_source(page_source(page), how)


def page_source(page: Page) -> Source:
    """A page as a source, told by its address and by what its server says of it."""
    suffix = PurePosixPath(urlsplit(page.url).path).suffix.lower()
    kind, _, rest = (page.content_type or "").partition(";")
    if "html" in kind:
        suffix = ".html"
    charset = rest.partition("charset=")[2].strip(" \"'") or None
    head = page.data[:HEAD]
    return Source(page.url, BytesIO(page.data), head, suffix, page.url, charset)


def gdelt_column(line: str) -> int | None:
    """Where a row of GDELT has the address of its article; None for what is no such row."""
    columns = line.rstrip("\r\n").split("\t")
    position = _GDELT.get(len(columns))
    if position is None or not columns[position].startswith(("http://", "https://")):
        return None
    return position
