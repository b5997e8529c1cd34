"""Names of towns that a language model took for a person or a body: « rebels seized Goma ».

A small model guesses the label of a rare name from its place in the sentence alone.  Where the
whole of such a name is that of a well-known place, and the text tells of nobody who bears it, the
index of places is the better judge.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..codebook.catalogue import Catalogue
from ..codebook.place_words import PlaceWords
from ..model import Parse, Token
from .names import find_names
from .places import PlaceIndex, is_known_place, is_well_known

_GUESSED = ("PER", "ORG")
_OF_SOMEBODY = ("nsubj", "nmod:poss", "appos", "flat:name", "compound", "conj", "iobj")
_NAMING = ("PROPN", "NOUN", "X")
_APART = frozenset("\"'«»“”„‘’()-,")


def label_places(
    parse: Parse, gazetteer: PlaceIndex, words: PlaceWords, catalogue: Catalogue
) -> Parse:
    """The parse with `LOC` as the label of names that the index of places knows better.

    Who acts, owns, is apposed or stands in the catalogue stays who he is, wherever the text names
    him; after a preposition of place a smaller town is enough.
    """
    reader = _LabelReader(parse, gazetteer, words, catalogue)
    changed = reader.places()
    if not changed:
        return parse
    tokens = (t._replace(entity="LOC") if t.index in changed else t for t in parse.tokens)
    return Parse(parse.text, tuple(tokens), parse.sentences)


class _LabelReader:
    """One pass over the labelled names of one text."""

    def __init__(
        self, parse: Parse, gazetteer: PlaceIndex, words: PlaceWords, catalogue: Catalogue
    ) -> None:
        self.parse, self.tokens = parse, parse.tokens
        self.gazetteer, self.words, self.catalogue = gazetteer, words, catalogue

    def places(self) -> set[int]:
        """The tokens of the names that are places."""
        runs = list(_guessed(self.tokens))
        borne = {word for run in runs if self._is_somebody(*run) for word in self._words(*run)}
        return {
            index
            for first, last in runs
            if borne.isdisjoint(self._words(first, last)) and self._is_place(first, last)
            for index in range(first, last)
        }

    def _words(self, first: int, last: int) -> list[str]:
        return [token.text for token in self.tokens[first:last]]

    def _is_somebody(self, first: int, last: int) -> bool:
        """Whether a name is told as a person's or body's: in full, with a title, as who acts."""
        token = self._head(first, last)
        if token.entity == "PER" and (last - first > 1 or token.dep in _OF_SOMEBODY):
            return True
        before = self.tokens[first - 1] if first else None
        return before is not None and (
            before.text.lower() in self.words.titles or self._is_name(before)
        )

    def _head(self, first: int, last: int) -> Token:
        run = self.tokens[first:last]
        return next((t for t in run if not first <= t.head < last), run[0])

    def _is_name(self, token: Token) -> bool:
        return token.pos in _NAMING and token.text[0].isupper()

    def _is_place(self, first: int, last: int) -> bool:
        head = self._head(first, last)
        if head.dep in _OF_SOMEBODY or not self._stands_free(first, last):
            return False
        name = self.parse.text[self.tokens[first].start : self.tokens[last - 1].end]
        if name in self.words.never or find_names(name, self.catalogue):
            return False
        places = self.gazetteer.find(name)
        located = self.tokens[first - 1].text.lower() in self.words.locative
        return is_well_known(places) or (located and is_known_place(places))

    def _stands_free(self, first: int, last: int) -> bool:
        """Whether a name opens no sentence and has no sign or other name beside it."""
        if self.parse.sentence_of(first).first == first or not self._is_name(self.tokens[first]):
            return False
        if self.tokens[first - 1].text in _APART:
            return False
        after = self.tokens[last] if last < len(self.tokens) else None
        return after is None or not (self._is_name(after) or after.text in "-\"'»”)")


def _guessed(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each name that is labelled a person's or a body's."""
    index = 0
    while index < len(tokens):
        last, label = index + 1, tokens[index].entity
        if label in _GUESSED:
            while last < len(tokens) and tokens[last].entity == label:
                if tokens[last].entity_start:
                    break
                last += 1
            yield index, last
        index = last
