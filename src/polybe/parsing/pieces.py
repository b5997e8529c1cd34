"""The pieces in which a passage is parsed: cut where a sentence surely begins.

A piece is parsed by itself, so that its parse hangs on nothing around it and one that comes again
(a wire told by several, a formula that closes every article) need not be parsed again.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy

from .borders import START, UNTOLD, find_borders
from .mended import MendedText

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span

Key = tuple[str, str, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a text, mostly one sentence.

    ``start`` is its first offset in the document, ``text`` as it is written there, ``mended`` as
    the model sees it, ``doc`` the same in words.  Pieces of one ``key`` have one parse.
    """

    start: int
    text: str
    mended: MendedText
    doc: Doc
    key: Key

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where in ``text`` a non-empty stretch of the mended text comes from."""
        first, last = self.mended.origin(start, end)
        return first - self.start, last - self.start


def cut_pieces(
    doc: Doc, text: str, mended: MendedText, abbreviations: Container[str]
) -> Iterator[Piece]:
    """The pieces of a passage of a text; ``doc`` holds the words of its mended form.

    Borders that are not certain are left to the model, within a piece.
    """
    borders = find_borders([token.text for token in doc], abbreviations)
    starts = [number for number, border in enumerate(borders) if border == START]
    columns = _columns(doc, borders)
    for first, last in pairwise([*starts, len(borders)]):
        tokens = doc[first:last]
        part = mended.part(tokens.start_char, tokens.end_char)
        start, end = part.starts[0], part.ends[-1]
        untold = bytes(each + 1 for each in borders[first:last])
        key = (text[start:end], part.text, untold if UNTOLD in borders[first:last] else b"")
        yield Piece(start, key[0], part, _words(tokens, columns[first:last]), key)


def _columns(doc: Doc, borders: Sequence[int]) -> NDArray[numpy.uint64]:
    """Of each word its norm, which the tokenizer may set otherwise than by the word, and border."""
    from spacy.attrs import NORM

    columns = numpy.empty((len(borders), 2), dtype="uint64")
    columns[:, 0] = doc.to_array([NORM])
    columns[:, 1] = numpy.array(borders, dtype="int64").astype("uint64")
    return columns


def _words(tokens: Span, columns: NDArray[numpy.uint64]) -> Doc:
    """A document of some words of another."""
    from spacy.attrs import NORM, SENT_START
    from spacy.tokens import Doc

    words = [token.text for token in tokens]
    spaces = [bool(token.whitespace_) for token in tokens]
    made = Doc(tokens.vocab, words=words, spaces=spaces)
    return made.from_array([NORM, SENT_START], columns)  # type: ignore[arg-type]
