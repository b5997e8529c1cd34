"""Sentences coded by PLOVER's own authors, to measure with."""

from __future__ import annotations

from typing import NamedTuple

from .document import Document


class PloverSide(NamedTuple):
    """A side as the record tells it: the words of its actor, in parts, and its country or None."""

    parts: tuple[str, ...]
    country: str | None


class PloverRecord(NamedTuple):
    """One record of a gold standard of PLOVER: an event told by a sentence.

    ``types`` are today's types of the event, any of which is right; ``named`` those that its older
    type's name alone gives, no ruling on the sentence heeded.  ``words`` are those of the event.
    """

    document: Document
    types: tuple[str, ...]
    named: tuple[str, ...]
    words: str
    sources: tuple[PloverSide, ...]
    targets: tuple[PloverSide, ...]
