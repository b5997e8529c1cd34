"""The accuracy gate: each gold file coded afresh and scored, against floors that only rise.

`python -m tests.gate.gate` prints every row of every gold file.  `--raise` writes scores that
passed their floors into `floors.json`; lowering a floor is done by hand, with a line in the
CHANGELOG.  Gold files stand beside this module; POLYBE_GOLD may name a folder with more, which are
measured and shown but bound to no floor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from polybe import app
from polybe.model import CodedDocument
from polybe.reading import read_gold
from polybe.scoring import Score, score

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
)


def gold_files() -> list[Path]:
    """The project's own gold files, in the order of their names."""
    return sorted(HERE.glob("gold-*.jsonl"))


def other_files() -> list[Path]:
    """Gold files of the folder that POLYBE_GOLD names; none when it is not set."""
    folder = os.environ.get("POLYBE_GOLD")
    return sorted(Path(folder).glob("*.jsonl")) if folder else []


def measure(path: Path) -> Score:
    """Code the documents of a gold file afresh and score them."""
    golds = read_gold(path)
    coded = [
        result
        for result in app.code_documents(gold.coded.document for gold in golds)
        if isinstance(result, CodedDocument)
    ]
    optional = {gold.coded.document.id: gold.optional for gold in golds}
    return score([gold.coded for gold in golds], coded, optional)


def floors() -> dict[str, dict[str, float]]:
    """The floors by gold file and row; F1 in 0..1."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def below(result: Score, limits: dict[str, float]) -> Iterator[str]:
    """A line for each row whose F1 is under its floor."""
    for row, floor in limits.items():
        reached = result.agreement(row).f1
        if reached < floor:
            yield f"{row}: {reached:.3f} is below the floor of {floor:.3f}"


def table(result: Score) -> str:
    """Precision, recall and F1 of every row that gold has something for."""
    lines = [
        f"  {name:28s}  P {a.precision:.3f}  R {a.recall:.3f}  F1 {a.f1:.3f}  ({a.gold})"
        for name, a in result.agreements.items()
        if a.gold
    ]
    lines += [
        f"  {name:28s}    {rate.share:.3f}  ({rate.compared})"
        for name, rate in result.rates.items()
        if rate.compared
    ]
    return "\n".join(lines)


def raised(old: dict[str, float], result: Score) -> dict[str, float]:
    """Floors as high as the scores allow; none is lowered."""
    return {row: max(old.get(row, 0.0), round(result.agreement(row).f1 - SLACK, 3)) for row in ROWS}


def main() -> int:
    """Print the tables; 1 when a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors")
    options = parser.parse_args()
    limits, failed = floors(), False
    for path in [*gold_files(), *other_files()]:
        result = measure(path)
        print(f"{path.name}\n{table(result)}")
        for line in below(result, limits.get(path.name, {})):
            failed = True
            print(f"  BELOW THE FLOOR: {line}")
        if options.lift and path.parent == HERE:
            limits[path.name] = raised(limits.get(path.name, {}), result)
    if options.lift:
        FLOORS.write_text(json.dumps(limits, indent=2) + "\n", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
