"""The rows of a shard: held on this machine till all are there, then put where they belong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from .places import ASIDE, filesystem_of, put
from .tables import COLUMNS, schema_of

if TYPE_CHECKING:
    from pyarrow import RecordBatch

_PARTITION = "published"
"""The column by whose values rows stand in folders."""

_ROWS = re.compile(
    rf"(^|/){_PARTITION}=[^/]*/\.?[0-9a-f]{{16}}-[0-9a-f]{{8}}-\d+-\d+\.parquet({ASIDE})?$"
)

_TOGETHER = 500
"""Rows that are read again at a time."""

_MOST = 32 * 2**20
"""Bytes after which rows are written, in a file for each partition: it bounds the memory used."""


def is_rows(path: str) -> bool:
    """Whether a file is one that a batch has written, or was writing, into its tables."""
    return bool(_ROWS.search(path))


class StagedRows:
    """The rows of one shard, by tables; to be used in a ``with``, which leaves nothing here."""

    def __init__(self, key: str) -> None:
        from pyarrow.parquet import ParquetWriter

        self._name = f"{key}-{uuid4().hex[:8]}"
        self._folder = TemporaryDirectory(prefix="polybe-rows-")
        self._writers = {
            table: ParquetWriter(self._staged(table), schema_of(table)) for table in COLUMNS
        }
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> StagedRows:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()
        self._folder.cleanup()

    def add(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Hold rows of a table."""
        import pyarrow

        if rows:
            self._writers[table].write_table(pyarrow.Table.from_pylist(rows, schema_of(table)))
            self.counts[table] += len(rows)

    def publish(self, out: str) -> list[str]:
        """Put the rows into the tables of a folder; gives the names of the new files in it.

        No file had such a name before, so that nothing that counts is ever overwritten.
        """
        self._close()
        system, root = filesystem_of(out)
        names = []
        for path in self._parted():
            names.append(path.relative_to(self._folder.name).as_posix())
            with path.open("rb") as stream:
                put(system, f"{root}/{names[-1]}", stream)
        return names

    def _parted(self) -> Iterator[Path]:
        """The files that are to be put, every one of one table and partition."""
        from pyarrow.parquet import ParquetFile

        for table in self.counts:
            folder = Path(self._folder.name, table)
            with ParquetFile(self._staged(table)) as staged:
                for number, some in enumerate(_slices(staged.iter_batches(_TOGETHER))):
                    _write(some, folder, f"{self._name}-{number}")
            yield from sorted(folder.rglob("*.parquet"))

    def _staged(self, table: str) -> Path:
        return Path(self._folder.name, f"{table}.staged")

    def _close(self) -> None:
        for writer in self._writers.values():
            writer.close()


def _slices(batches: Iterable[RecordBatch]) -> Iterator[list[RecordBatch]]:
    """Batches that are written together, since what writes them would queue them all."""
    held: list[RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(each.nbytes for each in held) >= _MOST:
            yield held
            held = []
    if held:
        yield held


def _write(some: list[RecordBatch], folder: Path, name: str) -> None:
    """Write rows into a file for each partition, as one group of rows."""
    import pyarrow
    from pyarrow import dataset

    by = pyarrow.schema([(_PARTITION, pyarrow.string())])
    dataset.write_dataset(
        some,
        folder,
        schema=some[0].schema,
        format="parquet",
        partitioning=dataset.partitioning(by, flavor="hive"),
        basename_template=f"{name}-{{i}}.parquet",
        existing_data_behavior="overwrite_or_ignore",
        max_partitions=100_000,
        min_rows_per_group=100_000,
        use_threads=False,
    )
