"""A document as it was read, and a stretch of its text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the stretch."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    ``text`` is what was read and is never rewritten: every offset counts in it.  ``published`` is
    an ISO 8601 date or datetime, the date against which « mardi » or « hier » are read; None when
    not known, and then nothing that needs it is resolved.
    """

    id: str
    text: str
    language: str = "fr"
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None


def document_id(text: str, url: str | None = None) -> str:
    """An id from an article's address and content: the same input gives the same id."""
    digest = blake2b(digest_size=8)
    digest.update((url or "").encode())
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
