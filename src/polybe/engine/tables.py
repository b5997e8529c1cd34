"""The tables of a batch: one row a report, a document, a failure, as Parquet keeps them.

The flat columns are those by which analysts filter; ``body`` holds the whole, from which a coded
document can be had again as it was.  What they mean is told in ``docs/reference/parquet.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..model import (
    ActorMention,
    CodedDocument,
    Failure,
    FigureMention,
    LeftOut,
    PlaceMention,
    Report,
    TimeMention,
)

if TYPE_CHECKING:
    import pyarrow

VERSION = "1"
"""Raised when a column is renamed, removed or means something else."""

UNKNOWN = "unknown"
"""The partition of documents that do not tell when they were published."""

_ACTOR = {"name": "string", "text": "string", "actor": "string", "country": "string"}
_ACTOR |= {"sector": "string"}
_FIGURE = {"text": "string", "low": "double", "best": "double", "high": "double", "unit": "string"}
_WHERE = {"shard": "string", "number": "int64"}

COLUMNS: dict[str, dict[str, Any]] = {
    "documents": {
        **_WHERE,
        **dict.fromkeys(("document", "title", "url", "outlet", "language", "text"), "string"),
        "reports": "int32",
        "body": "string",
        "published": "string",
    },
    "reports": {
        **_WHERE,
        **dict.fromkeys(("document", "report", "kind", "type", "mode", "status"), "string"),
        "trigger": "string",
        "start": "int32",
        "end": "int32",
        **dict.fromkeys(("time", "earliest", "latest", "place"), "string"),
        "geonames": "int64",
        "latitude": "double",
        "longitude": "double",
        "country": "string",
        "actors": [_ACTOR],
        "recipients": [_ACTOR],
        "sources": [_ACTOR],
        "figures": [_FIGURE],
        "content": "string",
        "contexts": ["string"],
        "codebook": "string",
        "rule": "string",
        "body": "string",
        "published": "string",
    },
    "failures": {
        **_WHERE,
        **dict.fromkeys(("source", "document", "reason", "told"), "string"),
        "left_out": "bool",
        "published": "string",
    },
}
"""The columns of every table and their types; the last is what it is partitioned by."""


def schema_of(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table."""
    import pyarrow

    fields = [(name, _type(told)) for name, told in COLUMNS[table].items()]
    return pyarrow.schema(fields, metadata={"polybe.schema": VERSION})


def _type(told: Any) -> pyarrow.DataType:
    import pyarrow

    if isinstance(told, list):
        return pyarrow.list_(_type(told[0]))
    if isinstance(told, dict):
        return pyarrow.struct([(name, _type(each)) for name, each in told.items()])
    return pyarrow.type_for_alias(told)


def rows_of(item: CodedDocument | Failure, shard: str, number: int) -> Iterator[tuple[str, Any]]:
    """The rows of a document or failure, each with its table.

    ``number`` is its place in the shard, counted from 0.
    """
    where = {"shard": shard, "number": number}
    if isinstance(item, Failure):
        told = {"source": item.source, "document": item.document, "told": str(item.reason)}
        told |= {"reason": getattr(item.reason, "key", "other"), "published": UNKNOWN}
        yield "failures", {**where, **told, "left_out": isinstance(item, LeftOut)}
        return
    where |= {"document": item.document.id, "published": _day(item)}
    yield "documents", {**where, **_document(item)}
    for report in item.reports:
        yield "reports", {**where, **_report(report, item)}


def coded_from(body: str) -> CodedDocument:
    """The coded document of a row's ``body``."""
    return CodedDocument.from_dict(json.loads(body))


def _day(coded: CodedDocument) -> str:
    return (coded.document.published or UNKNOWN)[:10]


def _document(coded: CodedDocument) -> dict[str, Any]:
    document = coded.document
    return {
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "language": document.language,
        "text": document.text,
        "reports": len(coded.reports),
        "body": json.dumps(coded.to_dict(), ensure_ascii=False),
    }


def _report(report: Report, coded: CodedDocument) -> dict[str, Any]:
    mentions = {mention.id: mention for mention in coded.mentions}
    place = next((mentions[id_] for id_ in report.places), None)
    time = mentions.get(report.time or "")
    told: dict[str, Any] = {
        "report": report.id,
        "kind": report.kind,
        "type": report.type,
        "mode": report.mode,
        "status": report.status,
        "trigger": report.trigger.text,
        "start": report.trigger.start,
        "end": report.trigger.end,
        "content": report.content.text if report.content else None,
        "contexts": list(report.contexts),
        "codebook": report.codebook,
        "rule": report.rule,
        "body": json.dumps(_plain(report), ensure_ascii=False),
    }
    if isinstance(place, PlaceMention):
        told |= {"place": place.name or place.text, "geonames": place.geonames}
        told |= {"latitude": place.latitude, "longitude": place.longitude}
        told["country"] = place.country
    if isinstance(time, TimeMention):
        told |= {"time": time.value, "earliest": time.earliest, "latest": time.latest}
    for slot in ("actors", "recipients", "sources"):
        told[slot] = list(_actors(mentions[id_] for id_ in getattr(report, slot)))
    told["figures"] = list(_figures(mentions[id_] for id_ in report.figures))
    return told


def _plain(report: Report) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(report)


def _actors(mentions: Iterable[object]) -> Iterator[dict[str, Any]]:
    for each in mentions:
        if isinstance(each, ActorMention):
            yield {name: getattr(each, name) for name in _ACTOR}


def _figures(mentions: Iterable[object]) -> Iterator[dict[str, Any]]:
    for each in mentions:
        if isinstance(each, FigureMention):
            yield {name: getattr(each, name) for name in _FIGURE}
