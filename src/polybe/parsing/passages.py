"""Where a text is cut before it is parsed: paragraphs, headlines, and parts of very long ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from polybe.model import Span

LONGEST = 20_000
"""Characters of the longest passage handed to the model at once: it bounds the memory used."""

WRAPPED_LINES = 3
"""So many lines must run to nearly the same width before a line break is taken for a wrap."""

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BLANK = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)\s*|[\u2029\x0c]")
_SENTENCE_END = re.compile(r"[.!?…]+[\s\u00a0]*[»”\")\]]*\s+(?=[A-ZÀ-Ý«“\"\[(—–0-9])")
_ENDS_SENTENCE = re.compile(r"[.!?…:;]\s*[»”\")\]]*\s*$")


def cut_passages(text: str) -> Iterator[Span]:
    """The passages of a text in order, none of them blank and none over :data:`LONGEST`.

    No sentence runs over the border of a passage: a line break ends a sentence (a headline has no
    full stop) unless the text is set in lines of one width, as old wires and mails are.
    """
    for block in _blocks(text):
        for passage in _lines_or_whole(text, block):
            yield from _split_long(text, passage)


def _blocks(text: str) -> Iterator[Span]:
    position = 0
    for gap in _BLANK.finditer(text):
        yield Span(position, gap.start())
        position = gap.end()
    yield Span(position, len(text))


def _lines_or_whole(text: str, block: Span) -> Iterator[Span]:
    lines = [
        Span(line.start(), line.end())
        for line in _LINE.finditer(text, block.start, block.end)
        if not line.group().isspace()
    ]
    if _is_wrapped([line.of(text) for line in lines]):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from _join_broken(text, lines)


def _join_broken(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines, those that end in mid-sentence put together with the lower-case line that follows."""
    current: Span | None = None
    for line in lines:
        if current is None:
            current = line
        elif line.of(text).lstrip()[:1].islower() and not _ENDS_SENTENCE.search(current.of(text)):
            current = Span(current.start, line.end)
        else:
            yield current
            current = line
    if current is not None:
        yield current


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph set to a width: alike in length, most ending in mid-sentence.

    The next line's first word must not have fitted on the line before it.
    """
    if len(lines) < WRAPPED_LINES:
        return False
    width = max(map(len, lines))
    if not 40 <= width <= 120:
        return False
    full = all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) >= width - 3
        for line, following in pairwise(lines)
    )
    open_ended = sum(not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    return full and open_ended * 2 > len(lines) - 1


def _split_long(text: str, passage: Span) -> Iterator[Span]:
    start = passage.start
    while passage.end - start > LONGEST:
        cut = _last_cut(text, start, start + LONGEST)
        yield Span(start, cut)
        start = cut
    if not text[start : passage.end].isspace() and start < passage.end:
        yield Span(start, passage.end)


def _last_cut(text: str, start: int, limit: int) -> int:
    """The last sentence end before the limit, else the last space, else the limit itself."""
    half = (start + limit) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(text, half, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", half, limit)
    return space + 1 if space > 0 else limit
