"""The accuracy gate: gold files coded afresh and scored, against floors that only rise.

`python -m tests.gate.gate` prints every row of every gold file: mentions, reports, slots and types
with precision, recall, F1 and the number in gold.  `--raise` writes scores that passed their
floors into `floors.json`; lowering a floor is done by hand, with a line in the CHANGELOG.

How many of the English codebook's examples are coded as they say is told by ``examples``; those
of French all are, which `polybe codebook check` proves.  Reconciling is measured on the stories
beside this module, see ``reconciled``; what the gate before the parse loses and spares, see
``relevance``.

Gold files stand beside this module.  POLYBE_GOLD may name a folder with more, by default
`shared/gold` beside the checkout: its `.jsonl` files, and its folders of TimeML, of which times
alone are measured.  Floors of what is not there bind nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from polybe import app
from polybe.cli.score_table import table
from polybe.model import CodedDocument, Document
from polybe.reading import read_gold, read_timeml
from polybe.scoring import Score, TimesScore, score, score_times

from . import reconciled, relevance
from .reconciled import FOLDERS, reconcile_stories

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SLACK = 0.005
"""A floor stands this much below the score that set it, for rounding."""

ROWS = (
    "report ALL found",
    "report ALL typed",
    "report ALL strict",
    "mention actor",
    "mention place",
    "mention time",
    "mention figure",
    "slot actors",
    "slot recipients",
    "slot sources",
    "slot places",
    "slot time",
    "slot figures",
    "status",
    "status marked",
    "time value",
)
TIMES_ROWS = ("times found", "value ALL")


def gold_files() -> list[Path]:
    """The project's own gold files, in the order of their names."""
    return sorted(HERE.glob("gold-*.jsonl"))


def other_gold() -> list[Path]:
    """Gold files and folders of TimeML that are not the project's; none when there are none."""
    beside = HERE.parents[1].parent / "shared" / "gold"
    folder = Path(os.environ.get("POLYBE_GOLD") or beside)
    timeml = {path.parent for path in folder.glob("*/*.tml")}
    return [*sorted(folder.glob("*.jsonl")), *sorted(timeml)]


def measure(path: Path) -> Score | TimesScore:
    """Code the documents of a gold file, or of a folder of TimeML, afresh and score them."""
    if path.is_dir():
        texts = read_timeml(path)
        return score_times(texts, _coded([t.document for t in texts]), app.time_units())
    golds = read_gold(path)
    coded = _coded([gold.coded.document for gold in golds])
    optional = {gold.coded.document.id: gold.optional for gold in golds}
    return score([gold.coded for gold in golds], coded, optional)


def _coded(documents: list[Document]) -> list[CodedDocument]:
    return [each for each in app.code_documents(documents) if isinstance(each, CodedDocument)]


def floors() -> dict[str, dict[str, float]]:
    """The floors by gold file and row; F1 or share right, in 0..1."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def reached(result: Score | TimesScore, row: str) -> float:
    """The F1 of a row, or its share right."""
    if row in result.agreements:
        return result.agreements[row].f1
    return result.rates[row].share


def below(result: Score | TimesScore, limits: dict[str, float]) -> Iterator[str]:
    """A line for each row that is under its floor."""
    for row, floor in limits.items():
        if (now := reached(result, row)) < floor:
            yield f"{row}: {now:.3f} is below the floor of {floor:.3f}"


def shares_below(now: Mapping[str, float], limits: Mapping[str, float]) -> Iterator[str]:
    """A line for each share, of the stories or of relevance, that is under its floor."""
    for row, floor in limits.items():
        if now[row] < floor:
            yield f"{row}: {now[row]:.3f} is below the floor of {floor:.3f}"


def raised(old: dict[str, float], result: Score | TimesScore) -> dict[str, float]:
    """Floors as high as the scores allow; none is lowered."""
    rows = ROWS if isinstance(result, Score) else TIMES_ROWS
    return {r: max(old.get(r, 0.0), round(reached(result, r) - SLACK, 3)) for r in rows}


def raised_shares(old: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    """Floors as high as the shares allow; none is lowered."""
    return {row: max(old.get(row, 0.0), round(share - SLACK, 3)) for row, share in now.items()}


def examples_reached() -> dict[str, float]:
    """The share of the English codebook's examples that are coded as they say; none without it."""
    if "en" not in app.languages():
        return {}
    checked = app.check_codebook(language="en")
    return {"en": 1 - len(checked.mismatches) / checked.count}


def _jsonl(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.suffix == ".jsonl"]


def _print_files(limits: dict[str, dict[str, float]], *, lift: bool) -> bool:
    """The table of every gold file; whether all hold their floors, which `lift` raises in place."""
    held = True
    for path in [*gold_files(), *other_gold()]:
        result = measure(path)
        print(path.name, *table(result), sep="\n  ")
        for line in below(result, limits.get(path.name, {})):
            held = False
            print(f"  BELOW THE FLOOR: {line}")
        if lift:
            limits[path.name] = raised(limits.get(path.name, {}), result)
    return held


def _shares() -> Iterator[tuple[str, Iterable[str], Mapping[str, float]]]:
    """What is measured by shares: its name, its lines, and the shares that have floors."""
    for name, folder in FOLDERS.items():
        stories = reconcile_stories(folder)
        yield name, reconciled.table(stories), reconciled.reached(stories)
    for name, now in (
        ("examples", examples_reached()),
        ("relevance", relevance.reached([*gold_files(), *_jsonl(other_gold())])),
    ):
        yield name, [f"{row}: {share:.3f}" for row, share in now.items()], now


def main() -> int:
    """Print the tables; 1 when a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors")
    options = parser.parse_args()
    limits = floors()
    held = _print_files(limits, lift=options.lift)
    for name, lines, now in _shares():
        print(name, *lines, sep="\n  ")
        for line in shares_below(now, limits.get(name, {})):
            held = False
            print(f"  BELOW THE FLOOR: {line}")
        if options.lift:
            limits[name] = raised_shares(limits.get(name, {}), now)
    if options.lift:
        FLOORS.write_text(json.dumps(limits, indent=2) + "\n", encoding="utf-8")
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
