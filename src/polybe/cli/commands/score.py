"""`polybe score`: how well coded documents agree with gold ones."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from ..arguments import UsageError
from ..console import Console
from ..inputs import Tally, without_failures
from ..status import NothingDone

if TYPE_CHECKING:
    from ...model import CodedDocument, Report
    from ...reading import Gold
    from ...scoring import Score


def run(options: Namespace, console: Console) -> int:
    """Print precision, recall and F1 of mentions, reports and slots."""
    from ...reading import read_gold
    from ...scoring import score

    if not options.gold:
        message = console.messages("cli.no_input")
        told = console.messages("cli.usage_error", message=message, command="polybe score")
        raise UsageError(told)
    golds = read_gold(options.gold)
    tally = Tally()
    systems = _systems(options, golds, console, tally)
    if not systems:
        raise NothingDone
    optional = {gold.coded.document.id: gold.optional for gold in golds}
    result = score([gold.coded for gold in golds], systems, optional)
    _print(result, options, console)
    return tally.status(console)


def _systems(
    options: Namespace, golds: list[Gold], console: Console, tally: Tally
) -> list[CodedDocument]:
    from ... import app

    if options.system:
        found = app.code_inputs([options.system], codebook=options.codebook)
    else:
        documents = [gold.coded.document for gold in golds]
        found = app.code_documents(documents, codebook=options.codebook)
    return list(without_failures(console.progress(found), console, tally))


def _print(result: Score, options: Namespace, console: Console) -> None:
    if options.json:
        print(json.dumps(_figures(result)))
        return
    for name, a in result.agreements.items():
        print(f"{name:28s}  P {a.precision:.3f}  R {a.recall:.3f}  F1 {a.f1:.3f}  ({a.gold})")
    for name, rate in result.rates.items():
        print(f"{name:28s}    {rate.share:.3f}  ({rate.compared})")
    for key, count in (("score.missing", result.missing), ("score.changed", result.changed)):
        if count:
            console.note(console.messages(key, count=count))
    for difference in result.differences[: options.errors]:
        gold, system = difference.gold, difference.system
        what = "differs" if gold and system else "missed" if gold else "spurious"
        told = console.messages(f"score.{what}")
        print(f"{difference.document}\t{told}\t{_told(gold)}\t{_told(system)}")


def _figures(result: Score) -> dict[str, dict[str, float | int]]:
    figures: dict[str, dict[str, float | int]] = {}
    for name, a in result.agreements.items():
        values = {"precision": a.precision, "recall": a.recall, "f1": a.f1}
        figures[name] = {**{k: round(v, 4) for k, v in values.items()}, "gold": a.gold}
    for name, rate in result.rates.items():
        figures[name] = {"share": round(rate.share, 4), "compared": rate.compared}
    return figures


def _told(report: Report | None) -> str:
    if report is None:
        return ""
    code = "/".join(part for part in (report.kind, report.type, report.mode) if part)
    return f"{code} « {report.trigger.text} » {report.status}"
