"""A parsed text: tokens in sentences, with their dependencies.

The parse is Polybe's own, so that the grammar in ``coding`` depends on no parser and can be
tested on hand-built sentences.  Labels are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Token(NamedTuple):
    """One word or sign.

    ``start`` and ``end`` are code points into the document's text, end exclusive.  ``index`` and
    ``head`` count tokens from the document's first; a root is its own head.  ``morph`` holds
    features such as ``Number=Plur``.  ``entity`` is the named-entity label, empty when none;
    ``entity_start`` is true on an entity's first token.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks a token
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: frozenset[str]
    dep: str
    head: int
    entity: str = ""
    entity_start: bool = False


class Sentence(NamedTuple):
    """A run of tokens, ``first`` to ``last`` exclusive."""

    number: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one text, their sentences, and the tree read downwards."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)
    _sentence_of: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        sentence_of = [0] * len(self.tokens)
        for sentence in self.sentences:
            for index in range(sentence.first, sentence.last):
                sentence_of[index] = sentence.number
        object.__setattr__(self, "_children", tuple(tuple(c) for c in children))
        object.__setattr__(self, "_sentence_of", tuple(sentence_of))

    def children(self, index: int) -> tuple[Token, ...]:
        """The direct dependents of a token, in text order."""
        return self._children[index]

    def head(self, index: int) -> Token | None:
        """The governor of a token; None for a root."""
        head = self.tokens[index].head
        return None if head == index else self.tokens[head]

    def ancestors(self, index: int) -> Iterator[Token]:
        """The governors of a token from the nearest upwards."""
        head = self.head(index)
        while head is not None:
            yield head
            head = self.head(head.index)

    def subtree(self, index: int) -> list[int]:
        """Indices of a token and of all it governs, in text order."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(child.index for child in self._children[current])
        return sorted(found)

    def sentence_of(self, index: int) -> Sentence:
        """The sentence in which a token stands."""
        return self.sentences[self._sentence_of[index]]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]
