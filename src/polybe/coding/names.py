"""Names of the catalogue in a text: longest match first, capitals and acronyms as written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..codebook.catalogue import Alias, Catalogue, alias_words
from ..model import Span

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[^\s\-'’ʼ]|\n")
_LONGEST_GAP = 3
_PREFIXES = ("anti", "pro", "ex")
_USES = ("name", "acronym", "state", "capital", "seat", "surname", "members")
"""Uses of names, the strongest first."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the catalogue found in a text.

    ``use`` is that of :class:`polybe.codebook.catalogue.Alias`; ``actors`` are the ids of all who
    bear the name so.
    """

    span: Span
    text: str
    use: str
    actors: tuple[str, ...]


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    folded: tuple[str, ...]


def find_names(text: str, catalogue: Catalogue) -> list[NameMatch]:
    """Every name of the catalogue that the text holds, none overlapping, in text order.

    A name after a prefix (« anti-X », « pro-X », « ex-X ») is left out.
    """
    words = [_Word(*m.span(), m[0], alias_words(m[0])) for m in _WORD.finditer(text)]
    matches: list[NameMatch] = []
    position = 0
    while position < len(words):
        if _is_prefix(text, words[position]):
            position += 2
            continue
        length, aliases = _longest_at(text, words, position, catalogue)
        if aliases:
            span = Span(words[position].start, words[position + length - 1].end)
            matches.append(_match(span, text, aliases))
        position += length
    return matches


def _is_prefix(text: str, word: _Word) -> bool:
    return word.folded[0] in _PREFIXES and text[word.end : word.end + 1] == "-"


def _match(span: Span, text: str, aliases: list[Alias]) -> NameMatch:
    """The match of aliases that share a spelling, in the strongest of their uses."""
    use = min((alias.use for alias in aliases), key=_USES.index)
    actors = dict.fromkeys(alias.actor for alias in aliases if alias.use == use)
    return NameMatch(span, span.of(text), use, tuple(actors))


def _longest_at(
    text: str, words: list[_Word], position: int, catalogue: Catalogue
) -> tuple[int, list[Alias]]:
    """The longest aliases that stand at a word: how many words, and which; one and none else."""
    first = words[position].folded[0]
    following = words[position + 1].folded[0] if position + 1 < len(words) else ""
    for opening in ((first, following), (first,)):
        found: list[Alias] = []
        for alias in catalogue.aliases.get(opening, ()):
            if found and len(alias.words) < len(found[0].words):
                break
            if _stands_at(text, words, position, alias):
                found.append(alias)
        if found:
            return len(found[0].words), found
    return 1, []


def _stands_at(text: str, words: list[_Word], position: int, alias: Alias) -> bool:
    last = position + len(alias.words)
    if last > len(words):
        return False
    for offset, (wanted, capital) in enumerate(zip(alias.words, alias.capital, strict=True)):
        word = words[position + offset]
        if word.folded[0] != wanted or (capital and not word.text[0].isupper()):
            return False
        if offset and not _joined(text, words[position + offset - 1].end, word.start):
            return False
    return not alias.exact or text[words[position].start : words[last - 1].end] == alias.exact


def _joined(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= _LONGEST_GAP and not _BREAK.search(gap)
