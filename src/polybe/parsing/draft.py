"""One sentence's tokens while they are being repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from polybe.model import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "X"))


class Draft:
    """The tokens of one sentence, their tree open to change.

    Tokens are named by their index in the document.  The tree stays a tree: :meth:`attach` does
    nothing that would make a token its own ancestor.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = list(tokens)
        self.first = tokens[0].index if tokens else 0
        self.last = self.first + len(tokens)
        self._children: dict[int, list[int]] | None = None

    def __iter__(self) -> Iterator[Token]:
        return iter(list(self._tokens))

    def __getitem__(self, index: int) -> Token:
        return self._tokens[index - self.first]

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last

    def tokens(self) -> list[Token]:
        """The tokens as they stand."""
        return self._tokens

    def text(self, index: int) -> str:
        """The lower-case text of a token, empty outside the sentence."""
        return self[index].text.lower() if index in self else ""

    def pos(self, index: int) -> str:
        """The part of speech of a token, empty outside the sentence."""
        return self[index].pos if index in self else ""

    def children(self, index: int) -> list[Token]:
        """The direct dependents of a token, in text order."""
        tokens, first = self._tokens, self.first
        return [tokens[child - first] for child in self._children_of(index)]

    def child(self, index: int, *deps: str) -> Token | None:
        """The first dependent of a token under one of these labels."""
        tokens, first = self._tokens, self.first
        for child in self._children_of(index):
            if tokens[child - first].dep in deps:
                return tokens[child - first]
        return None

    def has(self, index: int, *deps: str) -> bool:
        """Whether a token has a dependent under one of these labels."""
        return self.child(index, *deps) is not None

    def _children_of(self, index: int) -> Sequence[int]:
        if self._children is None:
            self._children = {}
            for token in self._tokens:
                if token.head != token.index:
                    self._children.setdefault(token.head, []).append(token.index)
        return self._children.get(index, ())

    def phrase_start(self, index: int) -> int:
        """The first token that a token governs, itself among them, signs at its edge left out."""
        start = self._subtree_edge(index, min)
        while start < index and self[start].pos == "PUNCT":
            start += 1
        return start

    def phrase_end(self, index: int) -> int:
        """One past the last token that a token governs, signs at its edge left out."""
        last = self._subtree_edge(index, max)
        while last > index and self[last].pos == "PUNCT":
            last -= 1
        return last + 1

    def _subtree_edge(self, index: int, choose: Callable[[list[int]], int]) -> int:
        under = [self._subtree_edge(child.index, choose) for child in self.children(index)]
        return choose([index, *under])

    def change(self, index: int, **values: Any) -> None:
        """Put other values in a token; a root keeps its label, for only :meth:`attach` and
        :meth:`promote` change the tree.
        """
        token = self[index]
        if token.head == index:
            values.pop("dep", None)
        self._tokens[index - self.first] = token._replace(**values)

    def attach(self, index: int, head: int, dep: str) -> None:
        """Hang a token under another; under itself makes it a root."""
        if head != index and self._governs(index, head):
            return
        self._hang(index, head, dep)

    def promote(self, index: int, dep: str) -> None:
        """Put a token in its governor's place, the governor under it with the label ``dep``."""
        head = self[index].head
        if head == index:
            return
        top, label = self[head].head, self[head].dep
        is_root = top == head
        self._hang(index, index if is_root else top, "ROOT" if is_root else label)
        self._hang(head, index, dep)

    def _hang(self, index: int, head: int, dep: str) -> None:
        self._tokens[index - self.first] = self[index]._replace(head=head, dep=dep)
        self._children = None

    def _governs(self, index: int, other: int) -> bool:
        while self[other].head != other:
            other = self[other].head
            if other == index:
                return True
        return False
