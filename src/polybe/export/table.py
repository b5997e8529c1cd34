"""Coded documents as a table with a row a report."""

from __future__ import annotations

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


def write_heading(stream: TextIO) -> None:
    """Write the names of the columns, tabs between them."""
    stream.write("\t".join(COLUMNS) + "\n")


def write_rows(coded: CodedDocument, stream: TextIO) -> None:
    """Write the reports of a document, a line each."""
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
