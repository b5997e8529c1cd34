"""The parser: texts in, parses out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING

from polybe.batches import batched
from polybe.errors import ParsingError
from polybe.model import Parse, Token

from .assembly import Reading
from .mended import MendedText
from .passages import cut_passages
from .pipeline import load_tuned, read_lexicon, teach_tokenizer, tell_borders
from .repair import repair_sentence
from .typography import Mender
from .words import ParsingWords

if TYPE_CHECKING:
    from spacy.language import Language

LANGUAGES = ("fr",)
DEFAULT_MODEL = "fr_core_news_md"

GROUP_SIZE = 60_000
"""Characters handed to the model together, some 24 articles: fewer are slower, more take memory."""

REMEMBERED = 1_000_000
"""Characters of text whose words the pipeline may remember for good, which speeds it up."""


Repair = Callable[[list[Token]], list[Token]]


class Parser:
    """A language model that turns texts into :class:`polybe.model.Parse`.

    Loading takes seconds; keep one parser a process.  It holds no state between texts: the same
    text gives the same parse, whatever was parsed before.
    """

    def __init__(self, nlp: Language, words: ParsingWords) -> None:
        self._nlp = nlp
        lexicon = read_lexicon(nlp)
        self._mender = Mender(lexicon, words)
        self._repair = partial(repair_sentence, lexicon=lexicon, words=words)
        self._remembered = 0

    @classmethod
    def load(cls, language: str = "fr", *, model: str = DEFAULT_MODEL) -> Parser:
        """Load the model of a language.

        Raises ParsingError when the language is not known or the model not installed.
        """
        if language not in LANGUAGES:
            raise ParsingError(f"no parser for the language {language!r}; there is {LANGUAGES}")
        words = ParsingWords.load(language)
        nlp = load_tuned(model)
        teach_tokenizer(nlp, words.titles)
        tell_borders(nlp, words.abbreviations)
        return cls(nlp, words)

    def parse(self, text: str) -> Parse:
        """The parse of one text; an empty or blank text has no tokens."""
        return next(self.parse_many([text]))

    def parse_many(self, texts: Iterable[str], *, batch_size: int = 24) -> Iterator[Parse]:
        """The parses of many texts, in order; ``batch_size`` texts are worked on together."""
        for batch in batched(texts, batch_size):
            yield from self._parse_batch(batch)

    def parse_unrepaired(self, text: str) -> Parse:
        """The tokens of :meth:`parse` as the model has them, to be set beside those repaired."""
        return self._parse_batch([text], repair=list)[0]

    def _parse_batch(self, texts: list[str], repair: Repair | None = None) -> list[Parse]:
        readings = [Reading(text, repair or self._repair) for text in texts]
        for group in _grouped(self._mended_passages(readings)):
            with self._memory():
                docs = self._nlp.pipe([mended.text for _, mended in group], batch_size=len(group))
                for (reading, mended), doc in zip(group, docs, strict=True):
                    reading.add(doc, mended)
                    self._remembered += len(mended.text)
        return [reading.parse() for reading in readings]

    def _memory(self) -> AbstractContextManager[object]:
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
