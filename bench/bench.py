"""How fast Polybe is, and how much memory it takes: one run, the same texts for all.

``python bench/bench.py`` measures, each in a process of its own so that none profits from another:

- ``stock``: spaCy as it comes, ``spacy.load(...).pipe(...)``;
- ``parse``: Polybe's parse of the texts;
- ``code``: the whole coding, from text to reports;
- ``start``: a fresh process from its start to the first coded article;
- ``memory``: the whole coding of a long stream of articles, with names that never come again.

The texts are the samples and the articles of the accuracy gate, each once: no sentence stands in
two of them, so that no memory of sentences could make a measure look better than it is.

It prints a table and ends with 1 when the whole coding takes more than 1.35 times as long as
Polybe's parse alone, when it is not 1.6 times as fast as spaCy as it comes, or when memory grows
with the number of articles.  Times are processor time, so that what else the machine does counts
as little as may be; yet machines differ: trust the ratios.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polybe import CodedDocument

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("samples/*.jsonl", "tests/gate/gold-*.jsonl")

ROUNDS = 5
"""How often the measures are taken, in turns; the median round counts."""

LONGEST_CODING = 1.35
"""The whole coding may take so many times as long as the parse alone."""

LEAST_SPEED = 1.6
"""The whole coding must be so many times as fast as spaCy as it comes."""

EARLY, LATE = 500, 2000
"""The articles of the stream after which memory is measured."""

MOST_GROWTH = 1.05
"""Memory after the late article may be so many times that after the early one."""

MODEL = "fr_core_news_md"
TIMED = ("stock", "parse", "code", "start")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    texts = read_texts()
    if chosen.measure:
        print(json.dumps(MEASURES[chosen.measure](texts)))
        return 0
    rounds = [{name: run_measure(name) for name in TIMED} for _ in range(ROUNDS)]
    return report(sum(len(text.split()) for text in texts), rounds, run_measure("memory"))


def read_texts() -> list[str]:
    """The articles of the repository, each once."""
    return [
        record.get("document", record)["text"]
        for pattern in TEXTS
        for path in sorted(ROOT.glob(pattern))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def make_stream(texts: list[str], length: int) -> Iterator[str]:
    """Articles of some paragraphs each, with other figures and names of their own in each.

    The same call gives the same articles in every process.
    """
    chance = random.Random(1)
    paragraphs = [part for text in texts for part in text.split("\n\n") if part.strip()]
    for _ in range(length):
        dealt = "\n\n".join(chance.sample(paragraphs, 3))
        figures = re.sub(r"\b[1-9]\d\b", lambda _: str(chance.randint(11, 98)), dealt)
        yield f"{figures}\n\n{invent(chance)} {invent(chance)} a rejoint {invent(chance)}."


def invent(chance: random.Random) -> str:
    """A name that no text has."""
    return "".join(chance.choice("bdgklmnrstvz") + chance.choice("aeiou") for _ in "1234").title()


def run_measure(name: str) -> dict[str, float]:
    """One measure in a fresh process, with its peak memory and, for ``start``, its whole life."""
    command = [sys.executable, str(Path(__file__)), "--measure", name]
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    lasted = time.perf_counter() - began
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**found, "process": lasted}


def measure_stock(texts: list[str]) -> dict[str, float]:
    """spaCy with its defaults."""
    import spacy

    nlp = spacy.load(MODEL)
    return timed(lambda: sum(1 for _ in nlp.pipe(texts)))


def measure_parse(texts: list[str]) -> dict[str, float]:
    """Polybe's parse."""
    from polybe.parsing import Parser

    parser = Parser.load()
    return timed(lambda: sum(1 for _ in parser.parse_many(texts)))


def measure_code(texts: list[str]) -> dict[str, float]:
    """The whole coding, everything loaded before the clock starts."""
    code_all(texts[:1])
    return timed(lambda: code_all(texts))


def measure_start(texts: list[str]) -> dict[str, float]:
    """One article; the process's whole life is the measure."""
    return timed(lambda: code_all(texts[:1]))


def measure_memory(texts: list[str]) -> dict[str, float]:
    """Memory in MB while a stream of articles is coded and none of them is kept."""
    found = {}
    for number, _ in enumerate(code_each(make_stream(texts, LATE)), start=1):
        if number in (EARLY, LATE):
            found[str(number)] = resident()
    return {**found, "peak": peak()}


def code_all(texts: list[str]) -> int:
    """The whole coding; returns how many articles were coded."""
    return sum(1 for _ in code_each(texts))


def code_each(texts: Iterable[str]) -> Iterator[CodedDocument]:
    """The coded articles, one by one; ends the run when one could not be coded."""
    from polybe import CodedDocument, Document, code_documents

    documents = (Document(str(n), text, published="2020-01-15") for n, text in enumerate(texts))
    for result in code_documents(documents):
        if not isinstance(result, CodedDocument):
            raise SystemExit(f"bench: an article could not be coded: {result}")
        yield result


def timed(work: object) -> dict[str, float]:
    """Processor seconds that the work took, and the process's peak memory in MB.

    Processor time, not the clock's: what else the machine does must not count.
    """
    began = time.process_time()
    work()  # type: ignore[operator]
    seconds = time.process_time() - began
    return {"seconds": seconds, "peak": peak()}


def peak() -> float:
    """The most memory that the process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def resident() -> float:
    """The memory that the process has now, in MB; where the system does not tell, its peak."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return peak()
    return pages * resource.getpagesize() / 2**20


MEASURES = {
    "stock": measure_stock,
    "parse": measure_parse,
    "code": measure_code,
    "start": measure_start,
    "memory": measure_memory,
}


def report(words: int, rounds: list[dict[str, dict[str, float]]], memory: dict[str, float]) -> int:
    """Print the table; 1 when a bound is broken.

    Each ratio is that of one round, whose runs follow one another: the quickest runs of different
    rounds, set against each other, would compare a busy machine with an idle one.
    """
    print(f"{words} words of French news, one process each, median of {len(rounds)} rounds\n")
    print(f"{'':34}{'words/s':>10}{'seconds':>10}{'peak MB':>10}")
    for name, label in (
        ("stock", "spaCy as it comes"),
        ("parse", "Polybe's parse alone"),
        ("code", "the whole coding"),
    ):
        seconds = median(taken[name]["seconds"] for taken in rounds)
        most = max(taken[name]["peak"] for taken in rounds)
        print(f"{label:34}{words / seconds:10.0f}{seconds:10.1f}{most:10.0f}")
    longer = ratios(rounds, "code", "parse")
    faster = ratios(rounds, "stock", "code")
    growth = memory[str(LATE)] / memory[str(EARLY)]
    start = median(taken["start"]["process"] for taken in rounds)
    print(f"\n{'coding / parse alone, time':34}{told(longer)}   (at most {LONGEST_CODING})")
    print(f"{'coding / spaCy as it comes, speed':34}{told(faster)}   (at least {LEAST_SPEED})")
    print(f"{'start to first coded article':34}{start:10.1f} s")
    for article in (EARLY, LATE):
        print(f"{f'memory after {article} articles':34}{memory[str(article)]:10.0f} MB")
    print(f"{'its growth':34}{growth:10.2f}   (at most {MOST_GROWTH})")
    kept = median(longer) <= LONGEST_CODING and median(faster) >= LEAST_SPEED
    return int(not kept or growth > MOST_GROWTH)


def ratios(rounds: list[dict[str, dict[str, float]]], name: str, other: str) -> list[float]:
    """How many times as long as another a measure took, in each round, the smallest first."""
    return sorted(taken[name]["seconds"] / taken[other]["seconds"] for taken in rounds)


def told(values: list[float]) -> str:
    """The median of sorted values, and how far apart they lie."""
    return f"{median(values):10.2f}   from {values[0]:.2f} to {values[-1]:.2f}"


if __name__ == "__main__":
    sys.exit(main())
