"""Cues: « selon X » and its like, by which X vouches for what a clause tells."""

from __future__ import annotations

from ..model import Sentence, Span, Token
from .actors import ActorDraft
from .drafts import Attribution
from .scene import Scene

_SOURCE_REACH = 5  # tokens after a cue within which its source stands
_LONGEST_PHRASE = 12  # tokens after a cue within which the author of a text is looked for
_OPENING = 3  # tokens of a sentence within which a cue opens it


class Cues:
    """Reads the cues of one document; a cue is no statement."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._cues = scene.codebook.language.cues

    def is_cue(self, index: int) -> bool:
        """Whether a word is itself a cue of attribution: « citant »."""
        word = self.grammar.words[index]
        return (word,) in self._cues.get(word, ())

    def read(self) -> list[Attribution]:
        """What the cues attribute, and to whom, in text order."""
        found = []
        for sentence in self.grammar.parse.sentences:
            index = sentence.first
            while index < sentence.last:
                length = self._length_at(index, sentence.last)
                attribution = self._attribution(index, length, sentence) if length else None
                if attribution is not None:
                    found.append(attribution)
                index += length or 1
        return found

    def _length_at(self, index: int, last: int) -> int:
        """The number of words of the cue that begins at a token; 0 where none does."""
        cues = self._cues.get(self.grammar.words[index])
        for cue in cues or self._cues.get(self.grammar.normals[index], ()):
            if index + len(cue) <= last and self._stands(cue, index):
                return len(cue)
        return 0

    def _stands(self, cue: tuple[str, ...], index: int) -> bool:
        return all(
            word in (self.grammar.words[position], self.grammar.normal(position))
            for position, word in enumerate(cue, index)
        )

    def _attribution(self, index: int, length: int, sentence: Sentence) -> Attribution | None:
        source = self._source(index + length, sentence.last)
        if source is None:
            return None
        span, claim = self._scope(index, sentence)
        return Attribution(source, span, False, None, index, claim)

    def _source(self, first: int, last: int) -> ActorDraft | None:
        """The actor or pronoun right after a cue, before any sign.

        Behind a text stands whoever it is of or by: « selon un bilan établi par X ».
        """
        for position in range(first, min(first + _SOURCE_REACH, last)):
            source = self.scene.actors.by_token.get(position)
            pos = self.grammar.tokens[position].pos
            if source is None and pos == "PRON":
                source = self.scene.resolve(position)
            if source is not None or pos == "PUNCT":
                return source
        return self._author(first, last)

    def _author(self, first: int, last: int) -> ActorDraft | None:
        """Who the noun phrase after a cue names: a body by a capital, else somebody inside it."""
        for position in range(first, min(first + _LONGEST_PHRASE, last)):
            token = self.grammar.tokens[position]
            if token.pos in ("PUNCT", "AUX", "SCONJ") or self.grammar.has(position, "VerbForm=Fin"):
                return None
            if token.pos == "NOUN" and token.text[0].isupper():
                return self.scene.actors.add_unknown(position)
            source = self.scene.actors.by_token.get(position)
            if source is not None and self.grammar.preposition(source.head) in (None, "of", "by"):
                return source
        return None

    def _scope(self, index: int, sentence: Sentence) -> tuple[Span, int | None]:
        """What a cue vouches for: the relative clause or adjunct it stands in, else the sentence.

        With it the head of a relative clause, else None.
        """
        grammar = self.grammar
        for ancestor in grammar.parse.ancestors(index):
            if ancestor.dep == "acl:relcl" and ancestor.index > sentence.first:
                first, last = grammar.subtree_span(ancestor.index)
                if first <= index < last:
                    return grammar.span(first, last), ancestor.index
        late = index > sentence.first + _OPENING
        if late and not (self._says(sentence.first, index) and self._says(index, sentence.last)):
            return grammar.span(sentence.first, index), None
        return grammar.span(sentence.first, sentence.last), None

    def _says(self, first: int, last: int) -> bool:
        """Whether a clause of its own stands in a stretch: no relative clause counts."""
        grammar = self.grammar
        return any(
            (token.dep == "ROOT" or grammar.has(token.index, "VerbForm=Fin"))
            and not self._in_relative(token, first)
            for token in grammar.tokens[first:last]
        )

    def _in_relative(self, token: Token, first: int) -> bool:
        """Whether a token stands in a relative clause on a noun of its stretch."""
        above = (token, *self.grammar.parse.ancestors(token.index))
        return any(other.dep == "acl:relcl" and other.head >= first for other in above)
