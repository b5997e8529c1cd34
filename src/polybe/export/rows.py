"""Coded documents as lines: JSON objects, or a table with a row a report."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TextIO

from ..account import Fact, facts_of
from ..model import CodedDocument
from .wording import figure_bounds, one_line

COLUMNS = (
    "document",
    "report",
    "start",
    "end",
    "kind",
    "type",
    "mode",
    "status",
    "trigger",
    "actors",
    "recipients",
    "places",
    "time",
    "figures",
    "content",
    "sources",
)

Writer = Callable[[CodedDocument], None]


def writer_for(form: str, stream: TextIO) -> Writer:
    """What writes coded documents to a stream one by one: `jsonl`, or `table` (tabs, heading)."""
    if form == "jsonl":
        return lambda coded: _write_json(coded, stream)
    stream.write("\t".join(COLUMNS) + "\n")
    return lambda coded: _write_rows(coded, stream)


def _write_json(coded: CodedDocument, stream: TextIO) -> None:
    json.dump(coded.to_dict(), stream, ensure_ascii=False, separators=(",", ":"))
    stream.write("\n")
    stream.flush()


def _write_rows(coded: CodedDocument, stream: TextIO) -> None:
    for fact in facts_of(coded):
        for trace in fact.traces:
            where = (trace.document, trace.report, str(trace.span.start), str(trace.span.end))
            cells = (*where, *_cells(fact))
            stream.write("\t".join(one_line(cell) for cell in cells) + "\n")
    stream.flush()


def _cells(fact: Fact) -> tuple[str, ...]:
    time = fact.time
    return (
        fact.kind,
        fact.type,
        fact.mode or "",
        fact.status,
        fact.trigger,
        "; ".join(actor.name for actor in fact.actors),
        "; ".join(actor.name for actor in fact.recipients),
        "; ".join(place.name for place in fact.places),
        (time.value or time.text) if time else "",
        "; ".join(figure_bounds(figure) for figure in fact.figures),
        fact.said or "",
        "; ".join(actor.name for actor in fact.sources),
    )
