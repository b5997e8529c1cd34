"""One shard coded into its rows."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from itertools import count
from typing import Any

from ..batches import batched
from ..model import CodedDocument, Failure
from .jobs import Job
from .pool import Workers
from .shards import Done, Shard, filesystem_of, keep_done, local
from .tables import COLUMNS, rows_of, schema_of

_TOGETHER = 500
"""Documents whose rows are written together: it bounds the memory used."""


def code_shard(shard: Shard, job: Job, pool: Workers) -> Done:
    """Code one shard into its rows and note that it is done."""
    from ..reading import read

    began = time.perf_counter()
    rows: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    with local(shard) as path:
        # What fails is told by the shard's own name, wherever the file lay.
        found = (_named(item, str(path), shard.path) for item in read(path))
        numbered = zip(count(), pool.code(found), strict=False)
        for part, some in enumerate(batched(numbered, _TOGETHER)):
            tables = _tables(some, shard.key)
            for name, told in tables.items():
                _write(told, name, job.out, f"{shard.key}-{part}")
                rows[name] += len(told)
            failed = (row for row in tables["failures"] if not row["left_out"])
            failures.update(row["reason"] for row in failed)
    seconds = round(time.perf_counter() - began, 3)
    done = Done(shard, job.version, dict(rows), dict(failures), seconds)
    keep_done(job.out, done)
    return done


def _named(item: Any, path: str, name: str) -> Any:
    if isinstance(item, Failure) and item.source.startswith(path):
        return type(item)(name + item.source[len(path) :], item.reason, item.document)
    return item


def _tables(
    some: Iterable[tuple[int, CodedDocument | Failure]], key: str
) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for number, item in some:
        for name, row in rows_of(item, key, number):
            tables[name].append(row)
    return tables


def _write(rows: list[dict[str, Any]], table: str, out: str, name: str) -> None:
    """Write rows of a table; a file of the same name is overwritten."""
    import pyarrow
    from pyarrow import dataset

    if not rows:
        return
    system, path = filesystem_of(out)
    schema = schema_of(table)
    dataset.write_dataset(
        pyarrow.Table.from_pylist(rows, schema=schema),
        f"{path}/{table}",
        filesystem=system,
        format="parquet",
        partitioning=dataset.partitioning(
            pyarrow.schema([("published", pyarrow.string())]), flavor="hive"
        ),
        basename_template=f"{name}-{{i}}.parquet",
        existing_data_behavior="overwrite_or_ignore",
        max_partitions=100_000,
    )
