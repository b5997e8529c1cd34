"""spaCy documents, one a piece, put together as one parse of the whole text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from polybe.model import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from .pieces import Piece


@lru_cache(maxsize=4096)
def features(morph: str) -> frozenset[str]:
    """« Gender=Fem|Number=Plur » as a set of features; the same object for the same string.

    « _ » stands for none, as in the treebanks.
    """
    return frozenset(morph.split("|")) if morph not in ("", "_") else frozenset()


class _Word(NamedTuple):
    """What a spaCy document holds of one token; strings are numbers of its store.

    ``head`` is counted from the token itself, modulo 2⁶⁴.
    """

    idx: int
    length: int
    is_space: int
    sent_start: int
    lemma: int
    pos: int
    morph: int
    dep: int
    head: int
    ent_type: int
    ent_iob: int


_ATTRIBUTES: list[int | str] = [name.upper() for name in _Word._fields]
_SENTENCE_BEGINS, _ENTITY_BEGINS = 1, 3  # spaCy's codes
_WRAP = 2**64


def read_sentences(
    doc: Doc, piece: Piece, repair: Callable[[list[Token]], list[Token]]
) -> tuple[list[Token], ...]:
    """The sentences of a parsed piece: tokens counted from its first, offsets from its start.

    Blanks are left out; what depends on one is given to its head.
    """
    # All values at once: asking spaCy for them one by one takes several times as long.
    words = [_Word(*row) for row in doc.to_array(_ATTRIBUTES).tolist()]
    index = _indices(words)
    sentences: list[list[Token]] = [[]]
    for number, word in enumerate(words):
        if word.sent_start == _SENTENCE_BEGINS:
            sentences.append([])
        if not word.is_space:
            head = _head(words, number, index)
            sentences[-1].append(_token(word, index[number], head, piece, doc.vocab.strings))
    return tuple(repair(join_roots(sentence)) for sentence in sentences if sentence)


def _token(word: _Word, here: int, head: int, piece: Piece, strings: StringStore) -> Token:
    start, end = piece.origin(word.idx, word.idx + word.length)
    return Token(
        here,
        start,
        end,
        intern(piece.text[start:end]),
        strings[word.lemma],
        strings[word.pos],
        features(strings[word.morph]),
        strings[word.dep] if head != here else "ROOT",
        head,
        strings[word.ent_type],
        word.ent_iob == _ENTITY_BEGINS,
    )


class Reading:
    """A text on the way to its parse: the sentences of the pieces parsed so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def add(self, sentences: Sequence[Sequence[Token]], start: int) -> None:
        """Add the sentences of the next piece, which begins at an offset of the text."""
        shift = len(self._tokens)
        for sentence in sentences:
            first = len(self._tokens)
            self._tokens += [_moved(token, shift, start) for token in sentence]
            self._sentences.append(Sentence(len(self._sentences), first, len(self._tokens)))

    def parse(self) -> Parse:
        """The parse of what was added."""
        return Parse(self.text, tuple(self._tokens), tuple(self._sentences))


def _moved(token: Token, shift: int, start: int) -> Token:
    index, first, last, text, lemma, pos, morph, dep, head, entity, begins = token
    return Token(
        index + shift,
        first + start,
        last + start,
        text,
        lemma,
        pos,
        morph,
        dep,
        head + shift,
        entity,
        begins,
    )


def join_roots(tokens: list[Token]) -> list[Token]:
    """One sentence's tokens as one tree: where the model leaves several roots, as it may in text
    that is no prose, all hang on the first that is no sign.
    """
    roots = [token for token in tokens if token.head == token.index]
    if len(roots) < 2:
        return tokens
    top = next((root for root in roots if root.pos != "PUNCT"), roots[0])
    first = tokens[0].index
    joined = list(tokens)
    for root in roots:
        if root is not top:
            dep = "punct" if root.pos == "PUNCT" else "parataxis"
            joined[root.index - first] = root._replace(head=top.index, dep=dep)
    return joined


def _indices(words: list[_Word]) -> dict[int, int]:
    """Where each token that is not blank will stand."""
    kept = (number for number, word in enumerate(words) if not word.is_space)
    return {old: new for new, old in enumerate(kept)}


def _head(words: list[_Word], number: int, index: dict[int, int]) -> int:
    """The index of the nearest governor that is kept; the token's own when there is none."""
    head = _governor(words, number)
    while head not in index and _governor(words, head) != head:
        head = _governor(words, head)
    return index.get(head, index[number])


def _governor(words: list[_Word], number: int) -> int:
    return (number + words[number].head) % _WRAP
