"""`polybe score`: how well coded documents agree with gold ones."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..arguments import UsageError, usage_error
from ..console import Console
from ..inputs import without_failures
from ..score_table import figures, table
from ..status import NothingDone
from ..tally import Tally

if TYPE_CHECKING:
    from ...model import CodedDocument, Failure, FigureMention, Report, TimeMention, Timex
    from ...scoring import RecordsScore, Score, TimesScore


def run(options: Namespace, console: Console) -> int:
    """Print how well coded documents agree with those that the user names."""
    tally = Tally()
    if options.plover_gsr and (options.gold or options.times):
        raise _usage_error("cli.gsr_alone", console)
    if options.times and options.gold:
        raise _usage_error("cli.times_alone", console)
    if options.plover_gsr:
        _score_plover_gsr(options, console, tally)
    elif options.times:
        _score_times(options, console, tally)
    elif options.gold:
        _score_reports(options, console, tally)
    else:
        raise _usage_error("cli.no_input", console)
    return tally.status(console)


def _usage_error(key: str, console: Console) -> UsageError:
    return usage_error(console.messages, console.messages(key), "polybe score")


def _score_reports(options: Namespace, console: Console, tally: Tally) -> None:
    from ... import app
    from ...reading import read_gold
    from ...scoring import score

    golds = read_gold(options.gold)
    if options.system:
        found = app.code_inputs([options.system], codebook=options.codebook)
    else:
        documents = [gold.coded.document for gold in golds]
        found = app.code_documents(documents, codebook=options.codebook)
    systems = _coded(found, console, tally)
    optional = {gold.coded.document.id: gold.optional for gold in golds}
    result = score([gold.coded for gold in golds], systems, optional)
    _print(result, options, console)
    if result.changed:
        console.note(console.messages("score.changed", count=result.changed))
    for difference in result.differences[: options.errors]:
        gold, system = _report(difference.gold), _report(difference.system)
        _print_difference(difference.document, gold, system, console)


def _score_times(options: Namespace, console: Console, tally: Tally) -> None:
    from ... import app
    from ...reading import read_timeml
    from ...scoring import score_times

    golds = read_timeml(options.times)
    found = app.code_documents((gold.document for gold in golds), codebook=options.codebook)
    systems = _coded(found, console, tally)
    result = score_times(golds, systems, app.time_units(codebook=options.codebook))
    _print(result, options, console)
    for difference in result.differences[: options.errors]:
        timex, mention = _timex(difference.timex), _mention(difference.mention)
        _print_difference(difference.document, timex, mention, console)


def _score_plover_gsr(options: Namespace, console: Console, tally: Tally) -> None:
    from ... import app
    from ...reading import read_plover_gsr
    from ...scoring import score_plover_records
    from ...views import view_of

    def event_type(report: Report, coded: CodedDocument) -> str | None:
        values = view_of(report, coded, "plover").values
        return values["event_type"] if values is not None else None

    records = read_plover_gsr(options.plover_gsr)
    found = app.code_documents((r.document for r in records), codebook=options.codebook)
    systems = _coded(found, console, tally)
    result = score_plover_records(records, systems, event_type)
    _print(result, options, console)
    for record, report in result.differences[: options.errors]:
        wanted = f"{'|'.join(record.types)} « {record.words} »"
        _print_difference(record.document.id, wanted, _report(report), console)


def _coded(
    found: Iterable[CodedDocument | Failure], console: Console, tally: Tally
) -> list[CodedDocument]:
    systems = list(without_failures(console.progress(found), console, tally))
    if not systems:
        raise NothingDone
    return systems


def _print(result: Score | TimesScore | RecordsScore, options: Namespace, console: Console) -> None:
    if options.json:
        print(json.dumps(figures(result)))
    else:
        print(*table(result), sep="\n")
    if result.missing:
        console.note(console.messages("score.missing", count=result.missing))


def _print_difference(document: str, gold: str, system: str, console: Console) -> None:
    what = "differs" if gold and system else "missed" if gold else "spurious"
    print(document, console.messages(f"score.{what}"), gold, system, sep="\t")


def _report(report: Report | None) -> str:
    if report is None:
        return ""
    code = "/".join(part for part in (report.kind, report.type, report.mode) if part)
    return f"{code} « {report.trigger.text} » {report.status}"


def _timex(timex: Timex | None) -> str:
    return f"{timex.type} « {timex.text} » {timex.value}" if timex else ""


def _mention(mention: TimeMention | FigureMention | None) -> str:
    from ...model import TimeMention

    if mention is None:
        return ""
    if isinstance(mention, TimeMention):
        return f"time « {mention.text} » {mention.value or ''}"
    return f"figure « {mention.of} »"
