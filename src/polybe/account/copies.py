"""Copies: articles of one dispatch, told by near-duplicate text.

Texts are compared by MinHash signatures (Broder 1997) of their runs of words.  Copies tell the same
facts of the same days, so that they meet where their facts do and need no index of their own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rensa import RMinHash

from ..codebook.folding import fold

_HASHES = 128
_SEED = 20161213
_RUN = 3
"""Words in a run."""

COPIED = 0.2
"""Texts that share so much of their runs are copies of one dispatch.

A dispatch under a new title, with sentences cut, added and touched up, shares a quarter and more;
articles on one matter that were written apart share less than a tenth.
"""

_WORD = re.compile(r"\w+")

Signature = bytes
"""128 unsigned 32-bit numbers, little-endian; empty for a text that is like no other."""


def signature_of(text: str) -> Signature:
    """The MinHash signature of a text."""
    words = [fold(word) for word in _WORD.findall(text)]
    if len(words) < _RUN:
        return b""
    made = RMinHash(num_perm=_HASHES, seed=_SEED)
    made.update(list(_runs(words)))
    return array("I", made.digest()).tobytes()


def likeness(a: Signature, b: Signature) -> float:
    """How much two texts share, in 0..1: an estimate of the Jaccard index of their runs."""
    if not a or not b:
        return 0.0
    return sum(x == y for x, y in zip(array("I", a), array("I", b), strict=True)) / _HASHES


@lru_cache(maxsize=50_000)
def are_copies(a: Signature, b: Signature) -> bool:
    """Whether two texts are of one dispatch."""
    return likeness(a, b) >= COPIED


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
