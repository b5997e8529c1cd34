"""How a store grows: adding, reconciling, one document more, and the account as of a date.

``python bench/store.py`` makes a store of varied coded documents (see ``coded_stream``) and
measures, each where the store has the size told:

- ``add``: 10,000 coded documents to a new SQLite store, documents a second;
- ``reconcile``: the same worked into the account, documents a second;
- ``one more``: adding and reconciling single documents when the store holds 1,000, 10,000 and
  100,000 documents: median processor time and clock time of one;
- ``account``: the whole account on a date, and as known on a date in the middle, at the largest
  size, on SQLite and on PostgreSQL: median clock time;
- memory at each step.

It ends with 1 when adding is below 300 documents a second, when one document more grows as fast as
the square root of the store or faster, or when an account takes 0.2 s or more.  The largest size
takes the better part of an hour to make: ``--largest`` makes it smaller, ``--keep`` keeps the store
and takes it up again.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from coded_stream import vary

from polybe import CodedDocument, code_inputs
from polybe.batches import batched
from polybe.store import Store, add_documents, begin_run, counts, reconcile_pending

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000)
MORE = 40
"""Single documents added at each size; the median counts."""

LEAST_ADDED = 300
"""Documents a second that must at least be added."""


def samples() -> list[CodedDocument]:
    """The coded samples of the project, coded now."""
    found = code_inputs([ROOT / "samples/samples.jsonl"])
    return [each for each in found if isinstance(each, CodedDocument)]


def add(store: Store, documents: Iterator[CodedDocument]) -> None:
    """Add documents two hundred at a time, as `polybe add` does."""
    for batch in batched(documents, 200):
        with store.writing() as connection:
            run = begin_run(connection, "bench", now=datetime.now(UTC))
            add_documents(connection, batch, run, now=datetime.now(UTC))


def grow(
    store: Store, stream: Iterator[CodedDocument], sizes: list[int]
) -> Iterator[dict[str, Any]]:
    """Fill the store to each size, measuring on the way."""
    with store.reading() as connection:
        held = counts(connection).documents
    for _ in islice(stream, held):
        pass
    for size in sizes:
        if held > size:
            continue
        documents = list(islice(stream, size - held))
        began = time.perf_counter()
        add(store, iter(documents))
        added = time.perf_counter() - began
        began = time.perf_counter()
        reconcile_pending(store)
        reconciled = time.perf_counter() - began
        yield {
            "documents": size,
            "new": len(documents),
            "added a second": len(documents) / added if documents else None,
            "reconciled a second": len(documents) / reconciled if documents else None,
            **one_more(store, list(islice(stream, MORE))),
            "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
        held = size + MORE


def one_more(store: Store, documents: list[CodedDocument]) -> dict[str, float]:
    """Median seconds, of the processor and of the clock, of one document added and reconciled."""
    spent, lasted = [], []
    for document in documents:
        busy, began = time.process_time(), time.perf_counter()
        add(store, iter([document]))
        reconcile_pending(store)
        spent.append(time.process_time() - busy)
        lasted.append(time.perf_counter() - began)
    return {"one more, processor s": median(spent), "one more, clock s": median(lasted)}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--largest", type=int, default=SIZES[-1])
    options.add_argument("--keep", type=Path, help="the file of the store, kept and taken up again")
    chosen = options.parse_args()
    sizes = [size for size in SIZES if size < chosen.largest] + [chosen.largest]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(chosen.keep or Path(folder) / "bench.db")
        stream = vary(samples(), sizes[-1] + MORE * len(sizes))
        for row in grow(store, stream, sizes):
            print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
