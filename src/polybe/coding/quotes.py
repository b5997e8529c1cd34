"""Quoted stretches of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span

_LONGEST = 3000  # code points: a sign never closed does not swallow the article


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch between quotation marks: `outer` with the signs, `inner` without."""

    outer: Span
    inner: Span


def find_quotes(text: str, pairs: Sequence[Sequence[str]]) -> list[QuotedSpan]:
    """Outermost quoted stretches in text order; a mark never closed opens nothing.

    `pairs` are opening and closing signs.  Signs that open and close alike are taken in turn.
    """
    closing = {opening: close for opening, close in pairs}
    found: list[QuotedSpan] = []
    position = 0
    while position < len(text):
        opening = text[position]
        close = closing.get(opening)
        if close is None:
            position += 1
            continue
        end = _closing(text, position, opening, close)
        if end is None:
            position += 1
            continue
        inner = _trimmed(text, position + 1, end)
        found.append(QuotedSpan(Span(position, end + 1), inner))
        position = end + 1
    return found


def _closing(text: str, start: int, opening: str, close: str) -> int | None:
    depth = 0
    for position in range(start + 1, min(len(text), start + _LONGEST)):
        sign = text[position]
        if sign == close:
            if depth == 0:
                return position
            depth -= 1
        elif sign == opening and opening != close:
            depth += 1
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;."):
        end -= 1
    return Span(start, end)
