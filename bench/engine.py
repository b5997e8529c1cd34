"""How much faster many processes code than one, and what a cluster costs over that.

``python bench/engine.py`` codes the same articles, varied from those of the repository, by the
clock: once the workers have started, with one and with two processes, and on a Ray cluster of two
processors.  It ends with 1 when two are not 1.6 times as fast as one, or when the cluster does not
reach 0.9 of two plain ones.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench import make_stream, read_texts
from polybe import Document
from polybe.engine import CoderSettings, Workers
from polybe.engine.batch import run_batch

ARTICLES = 1_200
FILES = 12
LEAST, LEAST_OF_CLUSTER = 1.6, 0.9


def main() -> int:
    if (os.cpu_count() or 1) < 2:
        print("one processor: nothing to be measured")
        return 0
    texts = list(make_stream(read_texts(), ARTICLES + 40))
    one, two = by_processes(texts, 1), by_processes(texts, 2)
    here, cluster = by_batch(texts[40:], "processes"), by_batch(texts[40:], "ray")
    print(f"one process, articles a second    {one:10.1f}")
    print(f"two processes                     {two:10.1f}")
    print(f"two, into tables                  {here:10.1f}")
    print(f"a cluster of two, into tables     {cluster:10.1f}")
    print(f"two / one                         {two / one:10.2f}   (at least {LEAST})")
    share = cluster / here
    print(f"cluster / two, into tables        {share:10.2f}   (at least {LEAST_OF_CLUSTER})")
    return int(two / one < LEAST or share < LEAST_OF_CLUSTER)


def by_processes(texts: list[str], workers: int) -> float:
    """Articles a second, the first of them having started the processes."""
    documents = (Document(str(n), text, published="2020-01-15") for n, text in enumerate(texts))
    with Workers(CoderSettings().load, workers) as pool:
        list(pool.code(islice(documents, 40)))
        began = time.perf_counter()
        count = sum(1 for _ in pool.code(documents))
    return count / (time.perf_counter() - began)


def by_batch(texts: list[str], engine: str) -> float:
    """Articles a second of a batch into tables, another one having started the engine."""
    import ray

    settings = CoderSettings()
    with tempfile.TemporaryDirectory() as folder:
        if engine == "ray":
            ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
        warm, whole = Path(folder, "warm"), Path(folder, "in")
        _write(texts[:8], warm, 8)
        _write(texts, whole, FILES)
        started = time.perf_counter()
        run_batch([str(warm)], f"{folder}/0", settings, engine=engine, workers=2)
        began = time.perf_counter()
        report = run_batch([str(whole)], f"{folder}/1", settings, engine=engine, workers=2)
        seconds = time.perf_counter() - began
        if engine == "ray":
            ray.shutdown()
        else:
            seconds -= began - started  # its processes start anew with every batch
    return report.rows["documents"] / seconds


def _write(texts: list[str], folder: Path, files: int) -> None:
    folder.mkdir()
    for number in range(files):
        lines = [json.dumps({"text": text}) for text in texts[number::files]]
        (folder / f"{number}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
