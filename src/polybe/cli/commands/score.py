"""`polybe score`: how well coded documents agree with gold ones."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..arguments import UsageError, usage_error
from ..console import Console
from ..inputs import without_failures
from ..score_table import figures, table
from ..status import NothingDone
from ..tally import Tally

if TYPE_CHECKING:
    from ...model import CodedDocument, Failure, FigureMention, Report, TimeMention, Timex
    from ..score_table import AnyScore


def run(options: Namespace, console: Console) -> int:
    """Print how well coded documents agree with those that the user names."""
    tally = Tally()
    asked = [option for option in _MEASURES if _asked(option, options)]
    if not asked and not options.gold:
        raise _usage_error(console.messages("cli.no_input"), console)
    if asked and (len(asked) > 1 or options.gold):
        raise _usage_error(console.messages("cli.alone", option=asked[0]), console)
    measure = _MEASURES[asked[0]] if asked else _score_reports
    measure(options, console, tally)
    return tally.status(console)


def _asked(option: str, options: Namespace) -> bool:
    return getattr(options, option.removeprefix("--").replace("-", "_")) is not None


def _usage_error(told: str, console: Console) -> UsageError:
    return usage_error(console.messages, told, "polybe score")


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


def _score_geovirus(options: Namespace, console: Console, tally: Tally) -> None:
    from ... import app
    from ...reading import read_geovirus
    from ...scoring import score_places

    golds = read_geovirus(options.geovirus)
    found = app.code_documents((gold.document for gold in golds), codebook=options.codebook)
    systems = _coded(found, console, tally)
    result = score_places(golds, systems, app.lands_of(codebook=options.codebook))
    _print(result, options, console)
    texts = {gold.document.id: gold.document.text for gold in golds}
    for document, place, span, distance in result.differences[: options.errors]:
        wanted = f"« {place.text} »" if place else ""
        words = f"« {texts[document][span.start : span.end]} »" if span else ""
        apart = f" {distance:.0f} km" if distance is not None else ""
        _print_difference(document, wanted, words + apart, console)


def _coded(
    found: Iterable[CodedDocument | Failure], console: Console, tally: Tally
) -> list[CodedDocument]:
    systems = list(without_failures(console.progress(found), console, tally))
    if not systems:
        raise NothingDone
    return systems


def _print(result: AnyScore, options: Namespace, console: Console) -> None:
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


_MEASURES: dict[str, Callable[[Namespace, Console, Tally], None]] = {
    "--times": _score_times,
    "--plover-gsr": _score_plover_gsr,
    "--geovirus": _score_geovirus,
}
"""The measures that ask for files of another form than the report model's."""
