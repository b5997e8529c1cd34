"""Parquet: an article, or the address of one, a row; and the documents that a batch has coded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO

from ...errors import ReadingError
from ...messages import Reason
from ...model import Failure
from ..records import coded_of
from ..source import How, Item, Source, detail_of, reason_of
from .table import columns_of, items_of_row

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_TOGETHER = 200
"""Rows read at once: it bounds the memory used."""

_CODED = frozenset({"shard", "number", "document", "text", "body"})
"""Columns that tell the documents of a batch, see ``engine/tables``; ``body`` holds each whole."""


def read(source: Source, how: How) -> Iterator[Item]:
    """The articles of a table; rows that tell but an address are asked for."""
    if find_spec("pyarrow") is None:
        yield Failure(source.name, Reason("reading.no_parquet"))
        return
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    with _seekable(source) as file:
        try:
            yield from _items(ParquetFile(file), source, how)
        except ReadingError as error:
            yield Failure(source.name, reason_of(error))
        except ArrowException as error:
            yield Failure(source.name, Reason("reading.broken_table", detail=detail_of(error)))


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    """The source as a file: what a Parquet file holds is told at its end."""
    with TemporaryFile() as file:
        copyfileobj(source.stream, file, 2**20)
        file.seek(0)
        yield file


def _items(table: ParquetFile, source: Source, how: How) -> Iterator[Item]:
    names = table.schema_arrow.names
    if not table.metadata.num_rows:
        yield Failure(source.name, Reason("reading.empty"))
    elif _CODED.issubset(names):
        for number, row in _rows(table, ["body"]):
            yield _coded(row["body"], f"{source.name}:{number}")
    else:
        columns = columns_of(names, how.columns)
        for number, row in _rows(table, list(columns.values())):
            record = {key: _told(row[name]) for key, name in columns.items()}
            yield from items_of_row(record, f"{source.name}:{number}", how)


def _rows(table: ParquetFile, columns: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The rows with their numbers, counted from 1."""
    number = 0
    for batch in table.iter_batches(batch_size=_TOGETHER, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield number, row


def _coded(body: str, where: str) -> Item:
    try:
        return coded_of(json.loads(body))
    except (ReadingError, ValueError, TypeError) as error:
        told = reason_of(error) if isinstance(error, ReadingError) else detail_of(error)
        return Failure(where, told)


def _told(value: object) -> str:
    """A value as an article's record has it; nothing where there is none."""
    if isinstance(value, date):  # a datetime is one
        return value.isoformat()
    return "" if value is None else str(value)
