"""spaCy documents, one a passage, put together as one parse of the whole text."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from polybe.model import Parse, Sentence, Token

from .mended import MendedText

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken


@lru_cache(maxsize=4096)
def features(morph: str) -> frozenset[str]:
    """« Gender=Fem|Number=Plur » as a set of features; the same object for the same string."""
    return frozenset(morph.split("|")) if morph else frozenset()


class Reading:
    """A text on the way to its parse: the sentences of the passages parsed so far."""

    def __init__(self, text: str, repair: Callable[[list[Token]], list[Token]]) -> None:
        self.text = text
        self._repair = repair
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []

    def add(self, doc: Doc, mended: MendedText) -> None:
        """Add the next passage.  Blanks are left out; what depends on one is given to its head."""
        index = _indices(doc, len(self._tokens))
        for sentence in doc.sents:
            first = len(self._tokens)
            tokens = [self._token(token, index, mended) for token in sentence if token.i in index]
            self._tokens += self._repair(join_roots(tokens))
            if len(self._tokens) > first:
                number = len(self._sentences)
                self._sentences.append(Sentence(number, first, len(self._tokens)))

    def parse(self) -> Parse:
        """The parse of what was added."""
        return Parse(self.text, tuple(self._tokens), tuple(self._sentences))

    def _token(self, token: SpacyToken, index: dict[int, int], mended: MendedText) -> Token:
        start, end = mended.origin(token.idx, token.idx + len(token))
        here, head = index[token.i], _head(token, index)
        return Token(
            index=here,
            start=start,
            end=end,
            text=intern(self.text[start:end]),
            lemma=token.lemma_,
            pos=token.pos_,
            morph=features(str(token.morph)),
            dep=token.dep_ if head != here else "ROOT",
            head=head,
            entity=token.ent_type_,
            entity_start=token.ent_iob_ == "B",
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


def _indices(doc: Doc, first: int) -> dict[int, int]:
    """Where each token that is not blank will stand."""
    kept = (token.i for token in doc if not token.is_space)
    return {old: new for new, old in enumerate(kept, start=first)}


def _head(token: SpacyToken, index: dict[int, int]) -> int:
    """The index of the nearest governor that is kept; the token's own when there is none."""
    head = token.head
    while head.i not in index and head.head.i != head.i:
        head = head.head
    return index.get(head.i, index[token.i])
