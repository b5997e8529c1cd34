"""A batch: many files coded into Parquet tables, shard by shard, on one machine or on many.

A shard is one input file.  Its rows are put into the tables once all of them are there, and count
when its manifest names their files: one that was cut off leaves nothing that counts.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..errors import EngineError
from ..messages import Reason
from .jobs import Job, Settings
from .manifests import Done, done_in, sweep
from .places import is_address
from .pool import Workers
from .raycluster import code_on_cluster
from .shard_coding import code_shard
from .shards import Shard, find_shards

ENGINES = ("processes", "ray")


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
    timeout: float | None = None,
    progress: Callable[[Done], None] | None = None,
) -> BatchReport:
    """Code files into the tables of a folder; what is done there already is passed over.

    A file that has changed since is coded again, and its new rows take the place of the old.  One
    batch at a time may write into a folder.

    ``engine`` is one of ENGINES, ``address`` that of a Ray cluster, None for one on this machine.
    An article over which ``timeout`` seconds have gone by is set aside; None for never.
    ``progress`` is told each shard that is done.  Raises EngineError when a part is not installed,
    an input is not there, or the folder was coded by another codebook.
    """
    _require(engine)
    began = time.perf_counter()
    version = settings.version() + ("+gate" if settings.gate else "")
    out = out if is_address(out) else str(Path(out).resolve())  # which other machines must find too
    done = done_in(out)
    _require_codebook(out, done, version)
    shards = find_shards(inputs)
    sweep(out, done)
    finished = {each.shard for each in done}
    waiting = [shard for shard in shards if shard not in finished]
    report = BatchReport(engine, workers, passed_over=len(shards) - len(waiting))
    code = code_on_cluster if engine == "ray" else _code_by_processes
    for each in code(waiting, Job(out, settings, version, workers, address, timeout)):
        report.take(each)
        if progress:
            progress(each)
    if waiting:
        sweep(out, done_in(out))  # what processes of a cluster that died have left
    report.seconds = round(time.perf_counter() - began, 3)
    return report


def _code_by_processes(shards: list[Shard], job: Job) -> Iterator[Done]:
    """Shard after shard, each by all processes of this machine."""
    with Workers(job.settings.load, job.workers, timeout=job.timeout) as pool:
        for shard in shards:
            yield code_shard(shard, job, pool)


def _require(engine: str) -> None:
    for part in ("pyarrow", *(["ray"] if engine == "ray" else [])):
        if find_spec(part) is None:
            raise EngineError(Reason("engine.missing", part=part))


def _require_codebook(out: str, done: Iterable[Done], version: str) -> None:
    other = next((each.codebook for each in done if each.codebook != version), None)
    if other is not None:
        told = Reason("engine.other_codebook", where=out, there=other, version=version)
        raise EngineError(told)
