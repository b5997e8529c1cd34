"""Regular expressions made of the words and patterns of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import CodebookError


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space is any white space."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def compile_regex(source: str, where: str) -> re.Pattern[str]:
    """Compile a pattern of a pack; CodebookError says where it stands and what is wrong."""
    try:
        return re.compile(source)
    except re.error as error:
        raise CodebookError(f"{where}: {source!r}: {error}") from error
