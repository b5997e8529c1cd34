"""JSON Lines: an article, or a document already coded, a line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import BinaryIO

from ...errors import ReadingError
from ...messages import Reason
from ...model import Failure
from ..articles import check_article
from ..decoding import decode
from ..records import Defaults, coded_of, document_of, is_coded, parse_line, unknown_keys
from ..source import How, Item, Source, reason_of

logger = logging.getLogger(__name__)

LONGEST = 64 * 2**20
"""Bytes of the longest line that is read."""


def read(source: Source, how: How) -> Iterator[Item]:
    """One item a line that is not blank; a broken line fails alone, named by its number."""
    warned = False
    count = 0
    for number, line in _decoded_lines(source):
        if isinstance(line, str) and not line.strip():
            continue
        count += 1
        where = f"{source.name}:{number}"
        if isinstance(line, Failure):
            yield Failure(where, line.reason)
            continue
        item, unknown = _read_record(line, where, how.defaults)
        if unknown and not warned:
            told = Reason("reading.unknown_keys", source=source.name, keys=", ".join(unknown))
            logger.warning(told)
            warned = True
        yield item
    if not count:
        yield Failure(source.name, Reason("reading.empty"))


def _read_record(line: str, where: str, defaults: Defaults) -> tuple[Item, list[str]]:
    try:
        record = parse_line(line)
        if is_coded(record):
            return coded_of(record), []
        document = document_of(record, defaults)
    except ReadingError as error:
        return Failure(where, reason_of(error)), []
    try:
        checked: Item = check_article(document, defaults.languages)
    except ReadingError as error:
        checked = Failure(where, reason_of(error), document.id)
    return checked, unknown_keys(record)


def _decoded_lines(source: Source) -> Iterator[tuple[int, str | Failure]]:
    """Lines with their numbers from 1; UTF-16, which has no lines of bytes, is decoded whole."""
    if source.head[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in source.head[:4]:
        yield from _decoded_whole(source)
        return
    for number, line in enumerate(bounded_lines(source.stream), start=1):
        yield number, _decoded(line) if isinstance(line, bytes) else line


def bounded_lines(stream: BinaryIO, longest: int = LONGEST) -> Iterator[bytes | Failure]:
    """The lines of a stream; one that is too long is a Failure, and no more of it is held."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(2**20)):
            pass
        yield Failure("", Reason("reading.long_line", most=longest // 2**20))


def _decoded_whole(source: Source) -> Iterator[tuple[int, str | Failure]]:
    try:
        text = decode(source.all())
    except ReadingError as error:
        yield 1, Failure("", reason_of(error))
    else:
        yield from enumerate(text.split("\n"), start=1)


def _decoded(line: bytes) -> str | Failure:
    try:
        return decode(line) if line.strip() else ""
    except ReadingError as error:
        return Failure("", reason_of(error))
