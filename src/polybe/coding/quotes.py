"""Quoted stretches of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Span

_LONGEST = 3000  # code points: a sign never closed does not swallow the article
_BEFORE_OPENING = frozenset("([{«“'’-–—:/.")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch between quotation marks: `outer` with the signs, `inner` without."""

    outer: Span
    inner: Span


def find_quotes(text: str, pairs: Sequence[Sequence[str]]) -> list[QuotedSpan]:
    """Outermost quoted stretches in text order; a mark never closed opens nothing.

    `pairs` are opening and closing signs.  A sign that opens and closes alike is judged by its
    neighbours: it opens before a word and closes after one, so that one sign forgotten does not
    turn the rest of the text inside out.
    """
    closing = {pair[0]: pair[1] for pair in pairs}
    found: list[QuotedSpan] = []
    position = 0
    for sign in re.finditer("|".join(map(re.escape, closing)), text):
        start = sign.start()
        end = _end(text, start, closing[sign.group()]) if start >= position else None
        if end is not None:
            found.append(QuotedSpan(Span(start, end + 1), _trimmed(text, start + 1, end)))
            position = end + 1
    return found


def _end(text: str, start: int, close: str) -> int | None:
    """Where the sign that closes the one at `start` stands; None when that one opens nothing."""
    if text[start] != close:
        return _closing(text, start, close)
    return _twin(text, start) if _may_open(text, start) else None


def _may_open(text: str, position: int) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if after.isspace():
        return before.isspace() and position + 2 < len(text) and text[position + 2].isupper()
    return before.isspace() or before in _BEFORE_OPENING


def _may_close(text: str, position: int) -> bool:
    after = text[position + 1] if position + 1 < len(text) else " "
    return not after.isalnum()


def _twin(text: str, start: int) -> int | None:
    """The next sign of the same shape that closes; None when another opens before it."""
    position = text.find(text[start], start + 1, start + _LONGEST)
    return position if position >= 0 and _may_close(text, position) else None


def _closing(text: str, start: int, close: str) -> int | None:
    """The sign that closes the one at `start`, quotations inside passed over; None without one."""
    depth = 0
    for position in range(start + 1, min(len(text), start + _LONGEST)):
        sign = text[position]
        if sign == text[start]:
            depth += 1
        elif sign == close:
            if depth == 0:
                return position
            depth -= 1
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks at its ends and without the punctuation that ends it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;."):
        end -= 1
    return Span(start, end)
