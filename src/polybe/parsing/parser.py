"""The parser: texts in, parses out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from polybe.batches import batched
from polybe.errors import ParsingError
from polybe.model import Parse, Token

from .assembly import Reading, read_sentences
from .languages import PARSING, Repair
from .memory import Memory, Sentences
from .mended import MendedText
from .passages import cut_passages
from .pieces import Key, Piece, cut_pieces
from .pipeline import load_tuned, read_lexicon
from .typography import Mender
from .words import ParsingWords

if TYPE_CHECKING:
    from spacy.language import Language

GROUP_SIZE = 60_000
"""Characters handed to the model together, some 24 articles: fewer are slower, more take memory."""

REMEMBERED = 1_000_000
"""Characters of text whose words the pipeline may remember for good, which speeds it up."""

KEPT = 100_000
"""Tokens whose parse is kept for sentences that come again: some 25 MB."""


Mending = Callable[[list[Token]], list[Token]]


class Parser:
    """A language model that turns texts into :class:`polybe.model.Parse`.

    Loading takes seconds; keep one parser a process.  The same text gives the same parse, whatever
    was parsed before: what is kept of sentences (``kept`` tokens at most, 0 for none) is only what
    they would be parsed as again.  ``lexicon`` has the words that its model knows.
    """

    def __init__(
        self,
        nlp: Language,
        words: ParsingWords,
        repair: Repair,
        *,
        kept: int = KEPT,
    ) -> None:
        self._nlp = nlp
        self.lexicon = lexicon = read_lexicon(nlp)
        self._mender = Mender(lexicon, words)
        self._abbreviations = words.abbreviations
        self._repair: Mending = lambda tokens: repair(tokens, lexicon, words)
        self._memory = Memory(kept)
        self._remembered = 0

    @classmethod
    def load(cls, language: str = "fr", *, model: str | None = None, kept: int = KEPT) -> Parser:
        """Load the model of a language.

        Raises ParsingError when the language is not known or the model not installed.
        """
        parsing = PARSING.get(language)
        if parsing is None:
            known = ", ".join(PARSING)
            raise ParsingError(f"no parser for the language {language!r}; there is: {known}")
        words = ParsingWords.load(language)
        nlp = load_tuned(model or parsing.model)
        if parsing.teach:
            parsing.teach(nlp, words)
        return cls(nlp, words, parsing.repair, kept=kept)

    def parse(self, text: str) -> Parse:
        """The parse of one text; an empty or blank text has no tokens."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str], *, batch_size: int = 24) -> Iterator[Parse]:
        """The parses of many texts, in order; ``batch_size`` texts are worked on together."""
        for batch in batched(texts, batch_size):
            yield from self._parse_batch(batch)

    def parse_unrepaired(self, text: str) -> Parse:
        """The tokens of :meth:`parse` as the model has them, to be set beside those repaired."""
        return self._parse_batch([text], Memory(0), repair=list)[0]

    def _parse_batch(
        self, texts: list[str], memory: Memory | None = None, repair: Mending | None = None
    ) -> list[Parse]:
        readings = [Reading(text) for text in texts]
        for group in _grouped(self._mended_passages(readings)):
            with self._words_kept():
                pieces = [
                    (reading, piece) for reading, m in group for piece in self._cut(reading, m)
                ]
                found = self._sentences(
                    [piece for _, piece in pieces], memory or self._memory, repair or self._repair
                )
                for reading, piece in pieces:
                    reading.add(found[piece.key], piece.start)
        return [reading.parse() for reading in readings]

    def _cut(self, reading: Reading, mended: MendedText) -> Iterator[Piece]:
        doc = self._nlp.make_doc(mended.text)
        self._remembered += len(mended.text)
        return cut_pieces(doc, reading.text, mended, self._abbreviations)

    def _sentences(
        self, pieces: Iterable[Piece], memory: Memory, repair: Mending
    ) -> dict[Key, Sentences]:
        """The sentences of pieces by their keys, those parsed that are not known."""
        found: dict[Key, Sentences] = {}
        unknown: dict[Key, Piece] = {}
        for piece in pieces:
            if (known := memory.get(piece.key)) is not None:
                found[piece.key] = known
            else:
                unknown.setdefault(piece.key, piece)
        made = (piece.doc(self._nlp.vocab) for piece in unknown.values())
        docs = self._nlp.pipe(made, batch_size=len(unknown))
        for (key, piece), doc in zip(unknown.items(), docs, strict=True):
            found[key] = read_sentences(doc, piece, repair)
            memory.keep(key, found[key])
        return found

    def _words_kept(self) -> AbstractContextManager[object]:
        """Where the pipeline keeps what it learns of new words (never what it says of them).

        The common words come early and are kept; later, new words are forgotten after each group,
        so that memory stays flat.  Nothing may be yielded inside, for zones cannot be nested.
        """
        if self._remembered < REMEMBERED:
            return nullcontext()
        return self._nlp.memory_zone()

    def _mended_passages(self, readings: list[Reading]) -> Iterator[tuple[Reading, MendedText]]:
        for reading in readings:
            for passage in cut_passages(reading.text):
                mended = self._mender.mend(passage.of(reading.text), offset=passage.start)
                if mended.text:
                    yield reading, mended


def _grouped(
    passages: Iterable[tuple[Reading, MendedText]],
) -> Iterator[list[tuple[Reading, MendedText]]]:
    """Passages in groups of about :data:`GROUP_SIZE` characters."""
    group: list[tuple[Reading, MendedText]] = []
    size = 0
    for reading, mended in passages:
        group.append((reading, mended))
        size += len(mended.text)
        if size >= GROUP_SIZE:
            yield group
            group, size = [], 0
    if group:
        yield group
