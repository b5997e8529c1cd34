"""Cues: « selon X » and its like, by which X vouches for what a clause tells."""

from __future__ import annotations

from ..model import Sentence, Span
from .actors import ActorDraft
from .drafts import Attribution
from .scene import Scene

_SOURCE_REACH = 5  # tokens after a cue within which its source stands
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
        for cue in cues or self._cues.get(self.grammar.normal(index), ()):
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
        """The actor or pronoun right after a cue, before any sign."""
        for position in range(first, min(first + _SOURCE_REACH, last)):
            source = self.scene.actors.by_token.get(position)
            pos = self.grammar.tokens[position].pos
            if source is None and pos == "PRON":
                source = self.scene.resolve(position)
            if source is not None or pos == "PUNCT":
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
        if late and not self._is_finite(sentence.first, index):
            return grammar.span(sentence.first, index), None
        return grammar.span(sentence.first, sentence.last), None

    def _is_finite(self, first: int, last: int) -> bool:
        return any(self.grammar.has(i, "VerbForm=Fin") for i in range(first, last))
