"""Batches to be tested: files, how they are coded cheaply, and what came of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from polybe.engine.batch import BatchReport, run_batch
from polybe.engine.manifests import done_in
from polybe.engine.tables import COLUMNS
from tests.integration.engine.cheap import Cheap
from tests.made import record

SHARDS, ARTICLES = 8, 4


def write_inputs(folder: Path) -> Path:
    """Files of some articles; in the last one coded already, one that kills its coder, no JSON."""
    folder.mkdir()
    for shard in range(SHARDS):
        write_shard(folder / f"{shard}.jsonl", ARTICLES)
    poison = json.dumps({"text": "Cet article tue le codeur de la ville.", "id": "poison"})
    coded = json.dumps(record(published="2021-05-04"))
    (folder / "special.jsonl").write_text(f"{poison}\n{coded}\nno json\n", encoding="utf-8")
    return folder


def write_shard(path: Path, articles: int, **keys: Any) -> None:
    """A file of so many articles."""
    lines = [
        {"text": f"L'armée a repris la ville {path.stem} {n}, dit-on.", "id": f"{path.stem}-{n}"}
        for n in range(articles)
    ]
    told = "".join(json.dumps({**line, **keys}) + "\n" for line in lines)
    path.write_text(told, encoding="utf-8")


def processes(inputs: Path | str, out: Path | str, workers: int = 1, **options: Any) -> BatchReport:
    """A batch by processes of this machine."""
    return run_batch([str(inputs)], str(out), Cheap(**options), workers=workers)


def rows(out: Path) -> dict[str, list[str]]:
    """The rows of every table of a folder as any reader of Parquet finds them, sorted."""
    from pyarrow import dataset

    found = {}
    for table in COLUMNS:
        told: list[dict[str, Any]] = []
        if (out / table).exists():
            there = dataset.dataset(out / table, format="parquet", partitioning="hive")
            told = there.to_table().to_pylist()
        found[table] = sorted(json.dumps(row, sort_keys=True) for row in told)
    return found


def files(out: Path) -> list[str]:
    """The files of every table of a folder."""
    found = (path for table in COLUMNS for path in (out / table).rglob("*") if path.is_file())
    return sorted(path.relative_to(out).as_posix() for path in found)


def named_files(out: Path) -> list[str]:
    """The files that manifests name, by what counts."""
    return sorted(name for done in done_in(str(out)) for name in done.files)
