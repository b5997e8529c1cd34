"""Inputs as a user names them: files, folders, JSONL and standard input."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ..errors import ReadingError
from ..messages import Reason
from ..model import CodedDocument, Document, Failure
from .articles import article_of, check_article
from .decoding import decode
from .records import Defaults, coded_of, document_of, is_coded, parse_line, unknown_keys

logger = logging.getLogger(__name__)

Item = Document | CodedDocument | Failure
STANDARD_INPUT = "-"
_LINES = frozenset({".jsonl", ".ndjson"})
_READ_IN_FOLDERS = frozenset({".txt"}) | _LINES


def read(source: str | Path, defaults: Defaults | None = None) -> Iterator[Item]:
    """The articles of one input: a file, a folder (read recursively), JSONL, or `-`.

    A line of JSONL that is a coded document is given as such.  What cannot be read is a
    :class:`Failure` with its reason, in its place among the others; nothing is raised.
    """
    defaults = defaults or Defaults()
    if str(source) == STANDARD_INPUT:
        yield from _read_stream(sys.stdin.buffer, STANDARD_INPUT, defaults)
        return
    path = Path(source)
    try:
        reader = _read_folder if path.is_dir() else _read_file
    except OSError as error:  # a name too long, a folder that may not be entered
        yield Failure(str(path), Reason("reading.unreadable", detail=_detail(error)))
        return
    yield from reader(path, defaults)


def read_all(sources: Iterable[str | Path], defaults: Defaults | None = None) -> Iterator[Item]:
    """The articles of several inputs, in order; see :func:`read`."""
    for source in sources:
        yield from read(source, defaults)


def _read_folder(folder: Path, defaults: Defaults) -> Iterator[Item]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _READ_IN_FOLDERS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )
    if not files:
        yield Failure(str(folder), Reason("reading.empty_folder"))
    for path in files:
        yield from _read_file(path, defaults)


def _read_file(path: Path, defaults: Defaults) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in _LINES:
                yield from _read_lines(stream, str(path), defaults)
            else:
                yield from _read_article(stream.read(), str(path), defaults)
    except FileNotFoundError:
        yield Failure(str(path), Reason("reading.missing"))
    except (OSError, ValueError) as error:
        yield Failure(str(path), Reason("reading.unreadable", detail=_detail(error)))


def _read_stream(stream: BinaryIO, name: str, defaults: Defaults) -> Iterator[Item]:
    """Standard input is JSONL when its first line opens an object, else one article."""
    first = stream.readline()
    if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from _read_lines(_chain(first, stream), name, defaults)
    else:
        yield from _read_article(first + stream.read(), name, defaults)


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _read_article(data: bytes, name: str, defaults: Defaults) -> Iterator[Item]:
    def article() -> Document:
        return check_article(article_of(decode(data), defaults), defaults.languages)

    yield _or_failure(article, name)


def _read_lines(lines: Iterable[bytes], name: str, defaults: Defaults) -> Iterator[Item]:
    """One item a line that is not blank; a broken line fails alone, named by its number."""
    warned = False
    count = 0
    for number, line in _decoded_lines(lines):
        if isinstance(line, str) and not line.strip():
            continue
        count += 1
        where = f"{name}:{number}"
        if isinstance(line, Failure):
            yield Failure(where, line.reason)
            continue
        item, unknown = _read_record(line, where, defaults)
        if unknown and not warned:
            logger.warning(Reason("reading.unknown_keys", source=name, keys=", ".join(unknown)))
            warned = True
        yield item
    if not count:
        yield Failure(name, Reason("reading.empty"))


def _read_record(line: str, where: str, defaults: Defaults) -> tuple[Item, list[str]]:
    try:
        record = parse_line(line)
        if is_coded(record):
            return coded_of(record), []
        document = document_of(record, defaults)
    except ReadingError as error:
        return Failure(where, _reason(error)), []
    checked = _or_failure(lambda: check_article(document, defaults.languages), where, document.id)
    return checked, unknown_keys(record)


def _decoded_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, str | Failure]]:
    """Lines with their numbers from 1; UTF-16, which has no lines of bytes, is decoded whole."""
    iterator = enumerate(lines, start=1)
    for number, line in iterator:
        if number == 1 and (line[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in line[:4]):
            yield from _decoded_whole(line + b"".join(rest for _, rest in iterator))
            return
        yield number, _decoded(line)


def _decoded_whole(data: bytes) -> Iterator[tuple[int, str | Failure]]:
    text = _decoded(data)
    if isinstance(text, Failure):
        yield 1, text
    else:
        yield from enumerate(text.split("\n"), start=1)


def _decoded(data: bytes) -> str | Failure:
    try:
        return decode(data) if data.strip() else ""
    except ReadingError as error:
        return Failure("", _reason(error))


def _or_failure(
    make: Callable[[], Document], source: str, document: str | None = None
) -> Document | Failure:
    try:
        return make()
    except ReadingError as error:
        return Failure(source, _reason(error), document)


def _reason(error: ReadingError) -> str:
    """What the error holds, kept as a Reason so that it can be told in any language."""
    reason = error.args[0]
    return reason if isinstance(reason, str) else str(reason)


def _detail(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
