"""Folding: the form in which words of texts and of packs are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'", "`": "'", "´": "'"})
_WORD = re.compile(r"(?<!\S)'[^\s']+|[^\s']+'?|'")


@lru_cache(maxsize=30_000)
def fold(word: str) -> str:
    """Lower case, without accents, with straight apostrophes: « Élysée » → « elysee »."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.translate(_APOSTROPHES).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("œ", "oe")


def fold_words(phrase: str) -> list[str]:
    """The folded words of a phrase; apostrophes end a word or begin one, hyphens do not."""
    return [fold(word) for word in _WORD.findall(phrase.translate(_APOSTROPHES))]
