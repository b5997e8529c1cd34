"""What was parsed before, kept for what comes again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from polybe.model import Token

from .pieces import Key

Sentences = Sequence[Sequence[Token]]


class Memory:
    """The parses of pieces by key, those not asked for the longest forgotten first.

    ``most`` is the number of tokens that are kept at most, some 250 bytes each.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Sentences] = OrderedDict()
        self._size = 0

    def get(self, key: Key) -> Sentences | None:
        """The parse of a piece, None where it is not known."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Key, sentences: Sentences) -> None:
        """Keep the parse of a piece that is not known, and forget what is too much."""
        self._kept[key] = sentences
        self._size += _tokens(sentences)
        while self._size > self._most:
            _, forgotten = self._kept.popitem(last=False)
            self._size -= _tokens(forgotten)


def _tokens(sentences: Sentences) -> int:
    return 1 + sum(map(len, sentences))
