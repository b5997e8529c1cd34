"""Large regular expressions compiled sooner: what many alternatives share is written once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

LARGE = 100_000
"""Patterns longer than this are factored; shorter ones compile fast as they are."""

_FLAGS = "(?iu)"
_TAIL = "[-–—‐‑]["


def factor_alternatives(pattern: str) -> str:
    """A pattern « (?iu)(?:^aT)|(?:^bT)… » as « (?iu)(?:^(?:(?:a)|(?:b))T)… », T written once.

    It matches the same strings.  The tail T begins at a hyphen class.  spaCy's French tokenizer
    repeats a tail of some 4,000 characters three hundred times, and compiling that takes most of
    its start.  A pattern of any other build comes back as it is.
    """
    if not (pattern.startswith(f"{_FLAGS}(?:") and pattern.endswith(")")):
        return pattern
    alternatives = pattern[len(_FLAGS) + 3 : -1].split(")|(?:^")
    if not alternatives[0].startswith("^"):
        return pattern
    alternatives[0] = alternatives[0][1:]
    by_tail: dict[str, list[str]] = defaultdict(list)
    for alternative in alternatives:
        cut = max(alternative.rfind(_TAIL), 0)
        by_tail[alternative[cut:]].append(alternative[:cut])
    factored = "|".join(
        f"(?:^(?:{'|'.join(f'(?:{head})' for head in heads)}){tail})"
        for tail, heads in by_tail.items()
    )
    return _FLAGS + factored


def compile_factored(source: str) -> re.Pattern[str]:
    """Compile a pattern, factored first when it is large."""
    return re.compile(factor_alternatives(source) if len(source) > LARGE else source)


@contextmanager
def known_patterns(known: Mapping[str, re.Pattern[str]]) -> Iterator[None]:
    """Inside, ``re.compile`` gives the known patterns for their sources, and factors large ones.

    Patching is the only way in: spaCy compiles the pattern when its French module is imported and
    again when a model is read.
    """
    compile_as_given = re.compile

    def compile_known(  # type: ignore[no-untyped-def]
        pattern, flags=0
    ):
        if isinstance(pattern, str) and not flags and pattern in known:
            return known[pattern]
        if isinstance(pattern, str) and len(pattern) > LARGE:
            pattern = factor_alternatives(pattern)
        return compile_as_given(pattern, flags)

    re.compile = compile_known
    try:
        yield
    finally:
        re.compile = compile_as_given
