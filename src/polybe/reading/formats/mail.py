"""E-mail: one article a message, without what it answers and its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document
from ..articles import article_of
from ..decoding import decode
from ..pages import read_page
from ..source import How, Item, Source, article_or_failure

_ANSWERED = re.compile(
    r"(?im)^\s*(?:-{2,}\s*(?:message d.origine|original message|message transféré)"
    r"|(?:le|on)\s.{5,120}(?:a écrit|wrote)\s?:\s*$|_{10,}\s*$)"
)
_SIGNATURE = re.compile(r"(?m)^-- ?$")
_QUOTED = re.compile(r"(?m)^>.*\n?")


def read(source: Source, how: How) -> Iterator[Item]:
    """The article of a message."""
    yield article_or_failure(lambda: _article(source, how), source, how)


def _article(source: Source, how: How) -> Document:
    message = BytesParser(policy=policy.default).parsebytes(source.all())
    subject = " ".join(str(message["subject"] or "").split()) or None
    text = _body(message)
    if not text.strip():
        raise ReadingError(Reason("reading.empty"))
    if subject and not text.lstrip().startswith(subject):
        text = f"{subject}\n\n{text.lstrip()}"
    name, address = parseaddr(str(message["from"] or ""))
    defaults = how.defaults
    told = replace(
        defaults,
        title=subject or defaults.title,
        outlet=defaults.outlet or name or address.partition("@")[2] or None,
        published=_day(message) or defaults.published,
    )
    return article_of(text, told)


def _body(message: EmailMessage) -> str:
    """The text of a message, of its HTML where it has no other."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if part.get_content_type() == "text/html":
        return "\n\n".join(read_page(data, charset=charset).paragraphs)
    return _own_words(_decoded(data, charset))


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8")
    except (ValueError, LookupError):  # an encoding that is none
        return decode(data)


def _own_words(text: str) -> str:
    """What the writer says himself: nothing that he answers, no signature."""
    text = text.replace("\r\n", "\n")
    for end in (_ANSWERED, _SIGNATURE):
        if (found := end.search(text)) and text[: found.start()].strip():
            text = text[: found.start()]
    return _QUOTED.sub("", text)


def _day(message: EmailMessage) -> str | None:
    """When it was sent, in UTC; None where that is not told or no date."""
    try:
        sent: datetime = parsedate_to_datetime(str(message["date"]))
    except (TypeError, ValueError):
        return None
    return (sent.astimezone(UTC) if sent.tzinfo else sent).replace(microsecond=0).isoformat()
