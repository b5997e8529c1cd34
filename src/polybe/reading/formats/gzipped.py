"""gzip: a single file, of any other format."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, cast

from ...messages import Reason
from ...model import Failure
from ..peeking import forward_only, peek
from ..source import How, Item, Source, detail_of


def read(source: Source, how: How) -> Iterator[Item]:
    """What the file holds; broken gzip is told, and what came before the break is read."""
    from . import read_source

    if source.depth > 1:
        yield Failure(source.name, Reason("reading.nested"))
        return
    name = source.name.removesuffix(".gz")
    try:
        unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=source.stream))
        head, stream = peek(forward_only(unpacked))
        inner = Source(
            source.name,
            stream,
            head,
            PurePath(name).suffix.lower(),
            source.url,
            source.charset,
            source.depth + 1,
        )
        yield from read_source(inner, how)
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(source.name, Reason("reading.broken_gzip", detail=detail_of(error)))
