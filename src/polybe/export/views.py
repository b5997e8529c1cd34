"""Reports in the terms of another scheme, a line each: a table with tabs, or JSON objects."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TextIO

from ..model import CodedDocument, Report
from ..views import View, load_table, view_of
from .wording import one_line

_OF_THE_REPORT = ("document", "report", "start", "end", "kind", "type", "mode", "status", "trigger")
_OF_THE_VIEW = ("row", "reason")

Row = dict[str, str | int | None]


def view_writer(
    scheme: str, form: str, stream: TextIO, *, only: bool = False
) -> Callable[[CodedDocument], None]:
    """What writes the reports of coded documents one by one: `table` (tabs, heading), or `jsonl`.

    With ``only``, reports that are not in the scheme are left out; else the scheme's columns are
    empty for them, and the reason tells why.
    """
    fields = load_table(scheme).fields
    if form == "table":
        stream.write("\t".join((*_OF_THE_REPORT, *fields, *_OF_THE_VIEW)) + "\n")
    write_row = _write_cells if form == "table" else _write_object

    def write(coded: CodedDocument) -> None:
        for report in coded.reports:
            view = view_of(report, coded, scheme)
            if view.values is not None or not only:
                write_row(_row(coded.document.id, report, view, fields), stream)
        stream.flush()

    return write


def _row(document: str, report: Report, view: View, fields: list[str]) -> Row:
    trigger = report.trigger
    values = view.values or {}
    return {
        "document": document,
        "report": report.id,
        "start": trigger.start,
        "end": trigger.end,
        "kind": report.kind,
        "type": report.type,
        "mode": report.mode,
        "status": report.status,
        "trigger": trigger.text,
        **{name: values.get(name) for name in fields},
        "row": view.row,
        "reason": view.reason,
    }


def _write_cells(row: Row, stream: TextIO) -> None:
    cells = ("" if value is None else str(value) for value in row.values())
    stream.write("\t".join(one_line(cell) for cell in cells) + "\n")


def _write_object(row: Row, stream: TextIO) -> None:
    json.dump(row, stream, ensure_ascii=False, separators=(",", ":"))
    stream.write("\n")
