"""How fast Polybe is, and how much memory it takes: one run, the same texts for all.

``python bench/bench.py`` measures, each in a process of its own so that none profits from another:

- ``stock``: spaCy as it comes, ``spacy.load(...).pipe(...)``;
- ``parse``: Polybe's parse of the texts;
- ``code``: the whole coding, from text to reports;
- ``start``: a fresh process from its start to the first coded article.

It prints a table and ends with 1 when the whole coding takes more than 1.5 times as long as
Polybe's parse alone, or longer than spaCy as it comes.  Machines differ: trust the ratios.
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
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
ROUNDS = 6
"""How often the samples are used, each time shuffled and with other figures."""

RUNS = 2
"""How often each measure is taken; the quickest counts."""

LONGEST_CODING = 1.5
"""The whole coding may take so many times as long as the parse alone."""

MODEL = "fr_core_news_md"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--measure", choices=sorted(MEASURES), help=argparse.SUPPRESS)
    options.add_argument(
        "--rounds", type=int, default=ROUNDS, help="how often the samples are used"
    )
    chosen = options.parse_args()
    if chosen.measure:
        print(json.dumps(MEASURES[chosen.measure](make_texts(chosen.rounds))))
        return 0
    words = sum(len(text.split()) for text in make_texts(chosen.rounds))
    measured = {name: best_of(name, chosen.rounds) for name in ("stock", "parse", "code", "start")}
    return report(words, measured)


def make_texts(rounds: int) -> list[str]:
    """The samples' paragraphs dealt out to as many articles in each round, other figures in each.

    The same call gives the same texts in every process.
    """
    samples = [
        json.loads(line)["text"]
        for path in sorted(SAMPLES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = list(samples)
    for number in range(1, rounds):
        chance = random.Random(number)
        paragraphs = [part for text in samples for part in text.split("\n\n")]
        chance.shuffle(paragraphs)
        for position in range(len(samples)):
            dealt = "\n\n".join(paragraphs[position :: len(samples)])
            texts.append(re.sub(r"\b[1-9]\d\b", lambda _: str(chance.randint(11, 98)), dealt))  # noqa: B023
    return texts


def best_of(name: str, rounds: int) -> dict[str, float]:
    """The quicker of a few runs: what else the machine does only ever slows one down."""
    runs = [run_measure(name, rounds) for _ in range(RUNS)]
    return min(runs, key=lambda run: run["seconds"])


def run_measure(name: str, rounds: int) -> dict[str, float]:
    """One measure in a fresh process, with its peak memory and, for ``start``, its whole life."""
    command = [sys.executable, str(Path(__file__)), "--measure", name, "--rounds", str(rounds)]
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


def code_all(texts: list[str]) -> int:
    """The one call of the whole coding; returns how many articles were coded."""
    from polybe import CodedDocument, Document, code_documents

    documents = [Document(str(n), text, published="2020-01-15") for n, text in enumerate(texts)]
    coded = sum(isinstance(result, CodedDocument) for result in code_documents(documents))
    if coded != len(texts):
        raise SystemExit(f"bench: {len(texts) - coded} of {len(texts)} articles could not be coded")
    return coded


def timed(work: object) -> dict[str, float]:
    """Processor seconds that the work took, and the process's peak memory in MB.

    Processor time, not the clock's: what else the machine does must not count.
    """
    began = time.process_time()
    work()  # type: ignore[operator]
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak": peak}


MEASURES = {
    "stock": measure_stock,
    "parse": measure_parse,
    "code": measure_code,
    "start": measure_start,
}


def report(words: int, measured: dict[str, dict[str, float]]) -> int:
    """Print the table; 1 when a bound is broken."""
    stock, parse, code = (measured[name]["seconds"] for name in ("stock", "parse", "code"))
    print(f"{words} words of French news, one process each\n")
    print(f"{'':34}{'words/s':>10}{'seconds':>10}{'peak MB':>10}")
    for name, label in (
        ("stock", "spaCy as it comes"),
        ("parse", "Polybe's parse alone"),
        ("code", "the whole coding"),
    ):
        seconds, peak = measured[name]["seconds"], measured[name]["peak"]
        print(f"{label:34}{words / seconds:10.0f}{seconds:10.1f}{peak:10.0f}")
    print(f"\n{'coding / parse alone':34}{code / parse:10.2f}   (at most {LONGEST_CODING})")
    print(f"{'coding / spaCy as it comes':34}{code / stock:10.2f}   (at most 1)")
    print(f"{'start to first coded article':34}{measured['start']['process']:10.1f} s")
    return int(code > LONGEST_CODING * parse or code > stock)


if __name__ == "__main__":
    sys.exit(main())
