"""What must hold of a coded document, whether it comes in or has been in the store for years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from ..messages import Reason
from ..model import CodedDocument, Document, Mention, Quote, Report
from .values import can_be_kept, value_faults

_LONGEST, _LONGEST_PART = 1_000, 200
"""Bytes of what is indexed alone, and of what is beside it."""


def faults_of(coded: CodedDocument) -> Iterator[Reason]:
    """Everything that is wrong with a coded document; nothing for one that is sound."""
    told = list(document_faults(coded.document))
    yield from told
    if told:
        return
    told = list(_id_faults(coded))
    yield from told
    if told:
        return
    known = {mention.id for mention in coded.mentions}
    for mention in coded.mentions:
        yield from value_faults(mention)
        yield from _span_fault(mention.id, mention, coded.document.text)
    for report in coded.reports:
        yield from value_faults(report)
        yield from _report_faults(report, known, coded.document.text)


def document_faults(document: Document) -> Iterator[Reason]:
    """What is wrong with a document, coded or not."""
    values = astuple(document)
    required = (document.id, document.text, document.language)
    if None in required or not all(value is None or isinstance(value, str) for value in values):
        yield Reason("unsound.not_text")
    elif not can_be_kept("".join(value or "" for value in values)):
        yield Reason("unsound.characters")
    else:
        if not document.id:
            yield Reason("unsound.id", id=ascii(document.id))
        for key in ("id", "outlet"):
            yield from _length_fault(key, getattr(document, key) or "", _LONGEST)


def _length_fault(key: str, text: str, most: int) -> Iterator[Reason]:
    """Whether a text is longer than what databases can index."""
    if (length := len(text.encode())) > most:
        yield Reason("unsound.too_long", key=key, length=length, most=most)


def _id_faults(coded: CodedDocument) -> Iterator[Reason]:
    """Ids that are no text, or that two have."""
    mentions = [mention.id for mention in coded.mentions]
    reports = [report.id for report in coded.reports]
    for id_ in (*mentions, *reports):
        if not isinstance(id_, str) or not can_be_kept(id_):
            yield Reason("unsound.id", id=ascii(id_))
            return
    for report in reports:
        if not report or "/" in report:  # behind the last slash of a claim's id stands the report's
            yield Reason("unsound.id", id=ascii(report))
        yield from _length_fault("id", report, _LONGEST_PART)
    yield from _twins(mentions)
    yield from _twins(reports)


def _twins(ids: Iterable[str]) -> Iterator[Reason]:
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Reason("unsound.twins", id=id_, count=count)


def _report_faults(report: Report, known: set[str], text: str) -> Iterator[Reason]:
    yield from _span_fault(report.id, report.trigger, text)
    if report.content:
        yield from _span_fault(report.id, report.content, text)
    for named in _named(report):
        if not isinstance(named, str) or named not in known:
            yield Reason("unsound.no_mention", id=report.id, mention=named)


def _named(report: Report) -> Iterator[str]:
    """The ids of mentions that a report names."""
    for slot in (report.actors, report.recipients, report.places, report.figures, report.sources):
        yield from slot
    if report.time is not None:
        yield report.time


def _span_fault(owner: str, span: Mention | Quote, text: str) -> Iterator[Reason]:
    start, end = span.start, span.end
    whole = isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
    if not whole or text[start:end] != span.text:
        yield Reason("unsound.span", id=owner, start=start, end=end)
