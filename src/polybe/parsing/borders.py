"""Where sentences begin, read off the signs: what is certain is told to the model beforehand."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import cycle, pairwise

START, INSIDE, UNTOLD = 1, -1, 0
"""A token begins a sentence, does not, or the model shall say."""

LONGEST_RUN = 120
"""A run of so many tokens without a full stop is no ordinary prose: the model shall cut it."""

_STOPS = frozenset((".", "!", "?", "…", "...", "!!", "??", "!?", "?!", "....", "!!!", ".."))
_ELLIPSES = frozenset(("…", "...", "....", ".."))
_CLOSING = frozenset("»)]")
_OPENING = frozenset("«([—–-•")


def find_borders(words: Sequence[str], abbreviations: Container[str]) -> list[int]:
    """For each token of a passage whether a sentence starts there (START, INSIDE or UNTOLD).

    A sentence starts after a full stop (and the quotes and brackets it closes) where the next word
    begins one; « M. », « J. », « [...] » end none.  ``abbreviations`` are lower-case, unstopped.
    """
    borders = [INSIDE] * len(words)
    if words:
        borders[0] = START
    words = _with_paired_quotes(words)
    position = 0
    while position < len(words):
        after = _after_stop(words, position, abbreviations)
        if after is None:
            position += 1
            continue
        if after < len(words):
            borders[after] = _verdict(words, after)
        position = after
    _leave_long_runs(borders, words)
    return borders


def _with_paired_quotes(words: Sequence[str]) -> Sequence[str]:
    """The words, straight quotes by turns as opening and closing ones."""
    if '"' not in words:
        return words
    signs = cycle("«»")
    return [next(signs) if word == '"' else word for word in words]


def _after_stop(words: Sequence[str], position: int, abbreviations: Container[str]) -> int | None:
    """The token after a stop and all that it closes; None when no sentence can end here."""
    if not _is_stop(words, position, abbreviations):
        return None
    position += 1
    while position < len(words):
        if words[position] in _CLOSING or words[position] in _STOPS:
            position += 1
        elif _is_cut_mark(words, position):
            position += 3
        else:
            break
    return position


def _is_stop(words: Sequence[str], position: int, abbreviations: Container[str]) -> bool:
    word = words[position]
    if word in _STOPS:
        return word != "." or not _is_shortened(words, position, abbreviations)
    if len(word) < 4 or not word.endswith("."):
        return False
    return "." not in word[:-1] and word[:-1].lower() not in abbreviations


def _is_shortened(words: Sequence[str], position: int, abbreviations: Container[str]) -> bool:
    """Whether a lone full stop follows a shortened word or an initial."""
    before = words[position - 1] if position else ""
    following = words[position + 1] if position + 1 < len(words) else ""
    if len(before) == 1 and before.isupper():
        return following[:1].isupper()
    return before.lower() in abbreviations and following not in ("", *_CLOSING)


def _is_cut_mark(words: Sequence[str], position: int) -> bool:
    """« [...] » or « (…) », which stands for words left out."""
    mark = words[position : position + 3]
    return len(mark) == 3 and mark[0] in "[(" and mark[1] in _ELLIPSES and mark[2] in "])"


def _verdict(words: Sequence[str], after: int) -> int:
    """Whether the first token after a stop begins a sentence."""
    word = words[after]
    if word in _OPENING and after + 1 < len(words):
        following = words[after + 1]
        return START if not following[:1].islower() else UNTOLD
    if word[:1].isupper() or word[:1].isdigit():
        return START
    return INSIDE


def _leave_long_runs(borders: list[int], words: Sequence[str]) -> None:
    starts = [i for i, border in enumerate(borders) if border == START] + [len(words)]
    for first, last in pairwise(starts):
        if last - first > LONGEST_RUN:
            borders[first + 1 : last] = [UNTOLD] * (last - first - 1)
