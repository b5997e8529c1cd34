"""What must hold of a coded document, whether it comes in or has been in the store for years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from ..messages import Reason
from ..model import CodedDocument, Document, Mention, Quote, Report


def faults_of(coded: CodedDocument) -> Iterator[Reason]:
    """Everything that is wrong with a coded document; nothing for one that is sound."""
    told = list(_document_faults(coded.document))
    yield from told
    if told:
        return
    yield from _twins(mention.id for mention in coded.mentions)
    yield from _twins(report.id for report in coded.reports)
    known = {mention.id for mention in coded.mentions}
    for mention in coded.mentions:
        yield from _span_fault(mention.id, mention, coded.document.text)
    for report in coded.reports:
        yield from _report_faults(report, known, coded.document.text)


def _document_faults(document: Document) -> Iterator[Reason]:
    values = astuple(document)
    required = (document.id, document.text, document.language)
    if None in required or not all(value is None or isinstance(value, str) for value in values):
        yield Reason("unsound.not_text")
    elif not _can_be_kept("".join(value or "" for value in values)):
        yield Reason("unsound.characters")


def _can_be_kept(text: str) -> bool:
    """Whether every database can hold a text: no NUL, no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _twins(ids: Iterable[str]) -> Iterator[Reason]:
    for id_, count in Counter(ids).items():
        if count > 1:
            yield Reason("unsound.twins", id=id_, count=count)


def _report_faults(report: Report, known: set[str], text: str) -> Iterator[Reason]:
    yield from _span_fault(report.id, report.trigger, text)
    if report.content:
        yield from _span_fault(report.id, report.content, text)
    for named in _named(report):
        if named not in known:
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
