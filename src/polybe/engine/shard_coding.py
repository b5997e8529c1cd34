"""One shard coded into its rows."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from itertools import count
from typing import Any

from ..batches import batched
from ..model import CodedDocument, Failure
from ..reading import read
from .jobs import Job
from .manifests import Done, keep_done
from .pool import Workers
from .shards import Shard, local
from .staging import StagedRows
from .tables import COLUMNS, rows_of

_TOGETHER = 500
"""Documents whose rows are made together: it bounds the memory used."""


def code_shard(shard: Shard, job: Job, pool: Workers) -> Done:
    """Code one shard into its rows, and note that it is done once all of them are there."""
    began = time.perf_counter()
    failures: Counter[str] = Counter()
    with local(shard) as path, StagedRows(shard.key) as staged:
        # What fails is told by the shard's own name, wherever the file lay.
        found = (_named(item, str(path), shard.path) for item in read(path))
        numbered = zip(count(), pool.code(found), strict=False)
        for some in batched(numbered, _TOGETHER):
            tables = _tables(some, shard.key)
            for name, rows in tables.items():
                staged.add(name, rows)
            failed = (row for row in tables["failures"] if not row["left_out"])
            failures.update(row["reason"] for row in failed)
        files = staged.publish(job.out)
    seconds = round(time.perf_counter() - began, 3)
    done = Done(shard, job.version, dict(staged.counts), dict(failures), seconds, files)
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
