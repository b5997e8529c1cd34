"""The same batch by three engines on one machine: Polybe's tasks on Ray, Ray Data, Daft on Ray.

``python bench/engines_compared.py tasks|data|daft cheap|real ARTICLES`` codes articles varied from
those of the repository into Parquet by two workers, and tells the seconds that it took to start the
engine with a first small batch, of a second small batch, and of the batch; and whether all rows are
there, in the order of the articles.  Needs ``pip install pandas daft`` beside Polybe's development
dependencies.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench import make_stream, read_texts
from polybe import Document
from polybe.engine import CoderSettings
from polybe.engine.batch import run_batch
from polybe.engine.tables import rows_of

ROOT = Path(__file__).resolve().parents[1]
WORKERS, FILES, TOGETHER = 2, 12, 16


def main(engine: str, coder: str, articles: int) -> None:
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    sys.path.append(str(ROOT))
    from tests.integration.engine.cheap import Cheap

    settings = CoderSettings() if coder == "real" else Cheap(seconds=0.01)
    texts = list(make_stream(read_texts(), articles + 8))
    with tempfile.TemporaryDirectory() as folder:
        few, whole = Path(folder, "few"), Path(folder, "whole")
        write(texts[:8], few, WORKERS)
        write(texts[8:], whole, FILES)
        run, took = ENGINES[engine], []
        for number, inputs in enumerate((few, few, whole)):
            began = time.perf_counter()
            if not number:
                start_ray()
            run(inputs, Path(folder, str(number)), settings)
            took.append(time.perf_counter() - began)
        ids = [row["document"] for row in documents_in(Path(folder, "2"))]
    start, again, seconds = took
    print(f"{engine} {coder}: start {start:.1f} s, again {again:.1f} s, batch {seconds:.1f} s")
    print(
        f"{articles / seconds:.1f} articles a second, {len(set(ids))} of {articles} there, ", end=""
    )
    print("in order" if ids == sorted(ids) else "in another order")


def write(texts: list[str], folder: Path, files: int) -> None:
    """Articles into so many files, one after the other."""
    folder.mkdir()
    lines = [json.dumps({"id": f"a{n:06}", "text": text}) for n, text in enumerate(texts)]
    each = -(-len(lines) // files)
    for number in range(files):
        told = lines[number * each : (number + 1) * each]
        (folder / f"{number:02}.jsonl").write_text("\n".join(told) + "\n", encoding="utf-8")


def start_ray() -> None:
    import ray

    ray.init(num_cpus=WORKERS, include_dashboard=False, log_to_driver=False)


def by_tasks(inputs: Path, out: Path, settings: Any) -> None:
    """Polybe's own: a file a task."""
    run_batch([str(inputs)], str(out), settings, engine="ray", workers=WORKERS)


class Rows:
    """A worker of the others: it makes the rows of articles, each as JSON with its table."""

    def __init__(self, settings: Any) -> None:
        self.code = settings.load()

    def rows_of(self, ids: Iterable[str], texts: Iterable[str]) -> list[list[dict[str, str]]]:
        """For each article its rows."""
        documents = [Document(str(i), str(t)) for i, t in zip(ids, texts, strict=True)]
        found = ([*rows_of(coded, "", 0)] for coded in self.code(documents))
        return [[{"table": table, "row": json.dumps(row)} for table, row in rows] for rows in found]

    def __call__(self, articles: dict[str, Any]) -> dict[str, Any]:
        """The rows of articles that are told by columns, by columns."""
        rows = [row for each in self.rows_of(articles["id"], articles["text"]) for row in each]
        return {name: [row[name] for row in rows] for name in ("table", "row")}


def by_data(inputs: Path, out: Path, settings: Any) -> None:
    """Ray Data: a table of articles mapped by actors that keep their coder."""
    import ray.data

    found = ray.data.read_json([str(path) for path in sorted(inputs.iterdir())], lines=True)
    found = found.map_batches(
        Rows,
        fn_constructor_args=(settings,),
        batch_size=TOGETHER,
        num_cpus=0.4,  # the rest is for what reads and writes, which else would wait for ever
        compute=ray.data.ActorPoolStrategy(size=WORKERS),
    )
    found.write_parquet(str(out), partition_cols=["table"])


def by_daft(inputs: Path, out: Path, settings: Any) -> None:
    """Daft on Ray: the same table, and a class of as many processes as there are workers."""
    import daft
    from daft import DataType, Series, col

    daft.set_runner_ray(noop_if_initialized=True)
    row = DataType.struct({"table": DataType.string(), "row": DataType.string()})

    @daft.cls(cpus=1, max_concurrency=WORKERS, use_process=True)
    class DaftRows(Rows):
        @daft.method.batch(return_dtype=DataType.list(row), batch_size=TOGETHER)
        def rows(self, ids: Series, texts: Series) -> list[list[dict[str, str]]]:
            return self.rows_of(ids.to_pylist(), texts.to_pylist())

    found = daft.read_json(f"{inputs}/*.jsonl")
    found = found.select(DaftRows(settings).rows(col("id"), col("text")).alias("rows"))
    found = found.explode("rows").select(col("rows").get("table"), col("rows").get("row"))
    found.write_parquet(str(out), partition_cols=["table"])


ENGINES: dict[str, Callable[[Path, Path, Any], None]] = {
    "tasks": by_tasks,
    "data": by_data,
    "daft": by_daft,
}


def documents_in(out: Path) -> list[dict[str, Any]]:
    """The rows of documents, as files by their names and rows in them come."""
    from pyarrow import dataset

    place = out / "documents" if (out / "documents").exists() else out / "table=documents"
    told = dataset.dataset(place, format="parquet").to_table().to_pylist()
    return [json.loads(row["row"]) if "row" in row else row for row in told]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
