"""Coded documents as rows, and rows as coded documents: what goes in comes out the same."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping

from ..model import CodedDocument, Document, Mention, Quote, Report
from ..model.mentions import type_of_mention

Row = dict[str, Any]

_DOCUMENT = tuple(field.name for field in fields(Document))
_REPORT = tuple(field.name for field in fields(Report))
_MENTIONS = {
    cls: (kind, tuple(field.name for field in fields(cls))) for cls, kind in type_of_mention.items()
}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_QUICK = 3
"""zlib's level: slower levels save little more."""


def text_hash(text: str) -> str:
    """The SHA-256 of a text, by which damage is told."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_row(document: Document) -> Row:
    """The columns that follow from the document alone."""
    row = {name: getattr(document, name) for name in _DOCUMENT}
    return {**row, "text_hash": text_hash(document.text)}


def coding_row(document: str, run: int, mentions: Iterable[Mention], *, current: bool) -> Row:
    """The row of what a run read off a document, less the reports."""
    packed = zlib.compress(_json([_of_mention(each) for each in mentions]).encode(), _QUICK)
    return {"document": document, "run": run, "current": current, "mentions": packed}


def report_rows(document: str, run: int, reports: Iterable[Report]) -> list[Row]:
    """The rows of a coding's reports, in their order."""
    return [
        {
            "document": document,
            "run": run,
            "id": report.id,
            "kind": report.kind,
            "type": report.type,
            "status": report.status,
            "start": report.trigger.start,
            "end": report.trigger.end,
            "body": _json(_of_report(report)),
        }
        for report in reports
    ]


def document_of(row: RowMapping) -> Document:
    """The document of a row."""
    return Document(**{name: row[name] for name in _DOCUMENT})


def coded_of(document: Document, mentions: bytes, bodies: Sequence[str]) -> CodedDocument:
    """The coded document of a coding's mentions and of the bodies of its reports.

    Raises ValueError, KeyError, TypeError, AttributeError or zlib.error when these are damaged.
    """
    data = {
        "document": {name: getattr(document, name) for name in _DOCUMENT},
        "mentions": json.loads(zlib.decompress(mentions)),
        "reports": [json.loads(body) for body in bodies],
    }
    return CodedDocument.from_dict(data)


DAMAGE = (ValueError, KeyError, TypeError, AttributeError, zlib.error)
"""What :func:`coded_of` raises for a coding that is damaged."""


def _of_mention(mention: Mention) -> Row:
    # As mention_to_dict, without the deep copies of asdict, which take most of the time of adding.
    kind, names = _MENTIONS[type(mention)]
    return {"kind": kind, **{name: getattr(mention, name) for name in names}}


def _of_report(report: Report) -> Row:
    row = {name: getattr(report, name) for name in _REPORT}
    return {**row, "trigger": _of_quote(report.trigger), "content": _of_quote(report.content)}


def _of_quote(quote: Quote | None) -> Row | None:
    return {"start": quote.start, "end": quote.end, "text": quote.text} if quote else None


def _json(value: object) -> str:
    return _ENCODER.encode(value)
