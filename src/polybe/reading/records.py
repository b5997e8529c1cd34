"""One line of JSONL: an article, or a document already coded."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..errors import ReadingError
from ..messages import Reason
from ..model import CodedDocument, Document, document_id

logger = logging.getLogger(__name__)

KEYS = ("id", "text", "title", "published", "outlet", "url", "language")
"""The keys of an article's record; any other is left aside with one warning a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What is taken for an article that does not say otherwise.

    ``published`` is an ISO 8601 date or datetime; ``languages`` are those that can be coded.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    languages: tuple[str, ...] = ("fr",)


def parse_line(line: str) -> dict[str, Any]:
    """The JSON object of a line; ReadingError when it is broken or no object."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadingError(
            Reason("reading.broken_json", detail=error.msg, column=error.colno)
        ) from error
    except RecursionError as error:
        raise ReadingError(Reason("reading.deep_json")) from error
    except ValueError as error:  # the digits are more than Python reads
        raise ReadingError(Reason("reading.long_number")) from error
    if not isinstance(record, dict):
        raise ReadingError(Reason("reading.not_an_object"))
    return record


def is_coded(record: Mapping[str, Any]) -> bool:
    """Whether a record is a coded document (the form that `polybe code` writes)."""
    return isinstance(record.get("document"), dict)


def coded_of(record: Mapping[str, Any]) -> CodedDocument:
    """A coded document from its JSON object; ReadingError when it lacks what it must have."""
    try:
        return CodedDocument.from_dict(record)
    except KeyError as error:
        raise ReadingError(Reason("reading.coded_lacks", key=error.args[0])) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ReadingError(Reason("reading.coded_form", detail=str(error))) from error


def document_of(record: Mapping[str, Any], defaults: Defaults) -> Document:
    """The article of a record, its language empty where it does not tell it.

    ReadingError when a key holds what it cannot.
    """
    values = {key: _text_of(record, key) for key in KEYS if key != "text"}
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadingError(Reason("reading.no_text"))
    url = values["url"] or defaults.url
    return Document(
        id=values["id"] or document_id(text, url),
        text=text,
        language=values["language"] or "",
        title=values["title"] or defaults.title,
        url=url,
        outlet=values["outlet"] or defaults.outlet,
        published=iso_date(values["published"] or defaults.published),
    )


def unknown_keys(record: Mapping[str, Any]) -> list[str]:
    """The keys of a record that no article has."""
    return sorted(set(record) - set(KEYS))


def iso_date(value: str | None) -> str | None:
    """The date or datetime as given, once it is known to be ISO 8601; ReadingError otherwise."""
    if value is None:
        return None
    for reader in (date.fromisoformat, datetime.fromisoformat):
        try:
            reader(value)
        except ValueError:
            continue
        return value
    raise ReadingError(Reason("reading.published", value=value))


def _text_of(record: Mapping[str, Any], key: str) -> str | None:
    """A key's value as text; None when it is absent, null or empty.  An id may be a number."""
    value = record.get(key)
    if value is None or value == "":
        return None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ReadingError(Reason("reading.not_a_string", key=key))
    return value
