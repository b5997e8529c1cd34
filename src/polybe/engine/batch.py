"""A batch: many files coded into Parquet tables, shard by shard, on one machine or on many.

A shard is one input file.  Its rows are written under names made of its key, so that one that was
cut off is simply written again; it is done when its manifest is there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from ..batches import batched
from ..errors import EngineError
from ..messages import Reason
from ..model import CodedDocument, Document, Failure
from .coders import Load
from .pool import Workers
from .shards import Done, Shard, done_in, filesystem_of, find_shards, keep_done, local
from .tables import COLUMNS, rows_of, schema_of

_TOGETHER = 500
"""Documents whose rows are written together: it bounds the memory used."""

ENGINES = ("processes", "ray")


class Settings(Protocol):
    """By what a batch is coded: see :class:`polybe.engine.coders.CoderSettings`."""

    @property
    def load(self) -> Load:
        """What makes a worker's coder."""
        ...

    def version(self) -> str:
        """The version of the codebook."""
        ...


@dataclass(slots=True)
class BatchReport:
    """What a batch did: by table the rows written, by reason the failures, and the shards."""

    engine: str
    workers: int
    shards: int = 0
    passed_over: int = 0
    seconds: float = 0.0
    rows: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)

    def take(self, done: Done) -> None:
        """Count a shard."""
        self.shards += 1
        self.rows.update(done.rows)
        self.failures.update(done.failures)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON has it."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: dict(v) if isinstance(v, Counter) else v for name, v in told.items()}


def run_batch(
    inputs: Iterable[str],
    out: str,
    settings: Settings,
    *,
    engine: str = "processes",
    workers: int = 1,
    address: str | None = None,
    progress: Callable[[Done], None] | None = None,
) -> BatchReport:
    """Code files into the tables of a folder; what is done there already is passed over.

    ``engine`` is one of ENGINES, ``address`` that of a Ray cluster, None for one on this machine.
    ``progress`` is told each shard that is done.  Raises EngineError when a part is not installed,
    an input is not there, or the folder was coded by another codebook.
    """
    _require(engine)
    began = time.perf_counter()
    version = settings.version() + ("+gate" if getattr(settings, "gate", False) else "")
    out = out if "://" in out else str(Path(out).resolve())  # which other machines must find too
    done = done_in(out)
    _require_codebook(out, done.values(), version)
    shards = find_shards(list(inputs))
    waiting = [shard for shard in shards if shard.key not in done]
    report = BatchReport(engine, workers, passed_over=len(shards) - len(waiting))
    run = _by_ray if engine == "ray" else _by_processes
    for each in run(waiting, out, settings, version, workers, address):
        report.take(each)
        if progress:
            progress(each)
    report.seconds = round(time.perf_counter() - began, 3)
    return report


def code_shard(shard: Shard, out: str, version: str, pool: Workers) -> Done:
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
                _write(told, name, out, f"{shard.key}-{part}")
                rows[name] += len(told)
            failed = (row for row in tables["failures"] if not row["left_out"])
            failures.update(row["reason"] for row in failed)
    seconds = round(time.perf_counter() - began, 3)
    done = Done(shard, version, dict(rows), dict(failures), seconds)
    keep_done(out, done)
    return done


def _named(item: Any, path: str, name: str) -> Any:
    if isinstance(item, Failure) and item.source.startswith(path):
        return type(item)(name + item.source[len(path) :], item.reason, item.document)
    return item


def _tables(
    some: Iterable[tuple[int, Document | CodedDocument | Failure]], key: str
) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    for number, item in some:
        if not isinstance(item, Document):
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


def _by_processes(
    shards: list[Shard], out: str, settings: Settings, version: str, workers: int, _: str | None
) -> Iterator[Done]:
    """Shard after shard, each by all processes of this machine."""
    with Workers(settings.load, workers) as pool:
        for shard in shards:
            yield code_shard(shard, out, version, pool)


def _by_ray(
    shards: list[Shard],
    out: str,
    settings: Settings,
    version: str,
    workers: int,
    address: str | None,
) -> Iterator[Done]:
    """Shards side by side, each by one processor of a Ray cluster."""
    from .raycluster import code_shards

    yield from code_shards(shards, out, settings, version, workers, address)


def _require(engine: str) -> None:
    for part in ("pyarrow", *(["ray"] if engine == "ray" else [])):
        if find_spec(part) is None:
            raise EngineError(Reason("engine.missing", part=part))


def _require_codebook(out: str, done: Iterable[Done], version: str) -> None:
    other = next((each.codebook for each in done if each.codebook != version), None)
    if other is not None:
        told = Reason("engine.other_codebook", where=out, there=other, version=version)
        raise EngineError(told)
