"""The pieces in which a passage is parsed: cut where a sentence surely begins.

A piece is parsed by itself, so that its parse hangs on nothing around it and one that comes again
(a wire told by several, a formula that closes every article) need not be parsed again.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .borders import START, UNTOLD, find_borders
from .mended import MendedText

if TYPE_CHECKING:  # numpy too is imported late: the pipeline first says how many threads it takes
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Key = tuple[str, str, bytes]
_WRAP = 2**64


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a text, mostly one sentence.

    ``start`` is its first offset in the document, ``text`` as it is written there, ``mended`` as
    the model sees it; ``words`` are those of the mended form, with whether a space follows, their
    norms (which the tokenizer may set otherwise than by the word) and borders.  Pieces of one
    ``key`` have one parse.
    """

    start: int
    text: str
    mended: MendedText
    words: list[str]
    spaces: list[bool]
    columns: NDArray[numpy.uint64]
    key: Key

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where in ``text`` a non-empty stretch of the mended text comes from."""
        first, last = self.mended.origin(start, end)
        return first - self.start, last - self.start

    def doc(self, vocab: Vocab) -> Doc:
        """The words as a document to be parsed."""
        from spacy.attrs import NORM, SENT_START
        from spacy.tokens import Doc

        doc = Doc(vocab, words=self.words, spaces=self.spaces)
        return doc.from_array([NORM, SENT_START], self.columns)  # type: ignore[arg-type]


def cut_pieces(
    doc: Doc, text: str, mended: MendedText, abbreviations: Container[str]
) -> Iterator[Piece]:
    """The pieces of a passage of a text; ``doc`` holds the words of its mended form.

    Borders that are not certain are left to the model, within a piece.
    """
    words = [token.text for token in doc]
    borders = find_borders(words, abbreviations)
    rows = doc.to_array(["IDX", "LENGTH", "SPACY", "NORM"])
    spaces = rows[:, 2].astype(bool).tolist()
    columns = _columns(rows[:, 3], borders)
    starts = [number for number, border in enumerate(borders) if border == START]
    for first, last in pairwise([*starts, len(borders)]):
        part = mended.part(int(rows[first, 0]), int(rows[last - 1, :2].sum()))
        start = part.starts[0]
        written = text[start : part.ends[-1]]
        untold = UNTOLD in borders[first:last]
        told = bytes(border + 1 for border in borders[first:last]) if untold else b""
        yield Piece(
            start,
            written,
            part,
            words[first:last],
            spaces[first:last],
            columns[first:last],
            (written, part.text, told),
        )


def _columns(norms: NDArray[Any], borders: Sequence[int]) -> NDArray[numpy.uint64]:
    import numpy

    columns = numpy.empty((len(borders), 2), dtype="uint64")
    columns[:, 0], columns[:, 1] = norms, [border % _WRAP for border in borders]
    return columns
