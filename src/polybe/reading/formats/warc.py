"""WARC: archives of the web, the article of every page in them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from ...messages import Reason
from ...model import Failure
from ..pages import MOST
from ..peeking import seekable
from ..source import HEAD, How, Item, Source, detail_of
from .signs import unzipped

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MEMBER = b"\x1f\x8b\x08"
_READ = ("text/html", "application/xhtml+xml", "text/plain")


def read(source: Source, how: How) -> Iterator[Item]:
    """The articles of all pages that were answered with success."""
    for page in pages(source):
        if isinstance(page, Failure):
            yield page
        else:
            yield from _article(page, how)


def pages(source: Source) -> Iterator[Source | Failure]:
    """The pages of an archive as sources, without looking into them.

    What is broken is told with the offset behind which it is; the records after it are read, where
    they are each packed by themselves.
    """
    stream = seekable(source.stream)
    start: int | None = stream.tell()
    while start is not None:
        offset = start
        stream.seek(start)
        try:
            for record in _responses(stream):
                offset = start + record.stream_pos
                if (page := _page(record, source, offset)) is not None:
                    yield page
            return
        except (OSError, EOFError, ValueError, AttributeError) as error:  # as fastwarc tells it
            told = Reason("reading.broken_warc", offset=offset, detail=detail_of(error))
            yield Failure(source.name, told)
        start = _next_whole(stream, offset + 1)


def _responses(stream: BinaryIO) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    yield from ArchiveIterator(stream, record_types=WarcRecordType.response)


def _next_whole(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins that can be unpacked; None when there is none."""
    stream.seek(start)
    position, kept = start, b""
    while data := stream.read(2**20):
        window = kept + data
        at = window.find(_MEMBER)
        while at >= 0:
            if unzipped(window[at : at + 4_096]).startswith(b"WARC/"):
                return position - len(kept) + at
            at = window.find(_MEMBER, at + 1)
        position += len(data)
        kept = window[-4_096:]
    return None


def _page(record: WarcRecord, source: Source, offset: int) -> Source | Failure | None:
    """The page of a record; None where it is none, or was not answered with success."""
    answer = record.http_headers
    kind = (record.http_content_type or "").lower()
    if answer is None or answer.status_code != 200 or not kind.startswith(_READ):
        return None
    url = str(record.headers.get("WARC-Target-URI", "")).strip("<>") or None
    name = f"{source.name}@{offset} {url or ''}".rstrip()
    data = record.reader.read(MOST + 1)
    if len(data) > MOST:
        return Failure(name, Reason("reading.too_large", most=MOST // 2**20))
    if len(data) < record.content_length:
        return Failure(name, Reason("reading.cut_short"))
    suffix = ".html" if "html" in kind else ".txt"
    return Source(name, BytesIO(data), data[:HEAD], suffix, url, record.http_charset)


def _article(page: Source, how: How) -> Iterator[Item]:
    from . import html, text

    reader = html if page.suffix == ".html" else text
    yield from reader.read(page, how)
