"""Times marked by hand in a text, as TimeML has them."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document

TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")
"""Types of TIMEX3: days and longer, times of day, lengths, recurrences."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 of a text; ``value`` is as TimeML writes it: `1999-W20`, `P3D`, `PRESENT_REF`."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with the times marked in it, in their order.

    The creation time of the TimeML header is the document's publication, and is no Timex.
    """

    document: Document
    times: tuple[Timex, ...]
