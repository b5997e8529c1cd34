"""A text as the model should see it, and the way back to the text as it was written."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from polybe.model import Span


class Edit(NamedTuple):
    """Put ``replacement`` in the place of the characters from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class MendedText:
    """A mended text and, for each of its characters, where it comes from.

    ``starts`` and ``ends`` give, for each character of ``text``, the stretch of the document's
    text that it stands for.
    """

    text: str
    starts: array[int]
    ends: array[int]

    def origin(self, start: int, end: int) -> Span:
        """The stretch of the document's text behind a non-empty stretch of the mended one."""
        return Span(self.starts[start], self.ends[end - 1])

    def part(self, start: int, end: int) -> MendedText:
        """A stretch of the mended text by itself."""
        return MendedText(self.text[start:end], self.starts[start:end], self.ends[start:end])


def apply_edits(text: str, edits: Iterable[Edit], *, offset: int = 0) -> MendedText:
    """Apply edits, given in order and not overlapping; ``offset`` is where ``text`` begins in the
    document.  Every character that an edit puts in stands for all the characters it replaced.
    """
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.replacement)
        starts.extend(range(position + offset, edit.start + offset))
        ends.extend(range(position + offset + 1, edit.start + offset + 1))
        starts.extend([edit.start + offset] * len(edit.replacement))
        ends.extend([edit.end + offset] * len(edit.replacement))
        position = edit.end
    pieces.append(text[position:])
    starts.extend(range(position + offset, len(text) + offset))
    ends.extend(range(position + offset + 1, len(text) + offset + 1))
    return MendedText("".join(pieces), starts, ends)
