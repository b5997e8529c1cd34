"""Names of the catalogue in a text: longest match first, capitals and acronyms as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..codebook.catalogue import Alias, Catalogue, alias_words
from ..model import Span

_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[^\s\-'’ʼ.]|\n")
_LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the catalogue found in a text; `actors` are the ids that bear it."""

    span: Span
    text: str
    use: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    folded: tuple[str, ...]


def find_names(text: str, catalogue: Catalogue) -> list[NameMatch]:
    """Every name of the catalogue that the text holds, none overlapping, in text order."""
    words = [
        _Word(m.start(), m.end(), m.group(), alias_words(m.group())) for m in _WORD.finditer(text)
    ]
    matches: list[NameMatch] = []
    position = 0
    while position < len(words):
        if (
            words[position].folded[0] in ("anti", "pro", "ex")
            and text[words[position].end : words[position].end + 1] == "-"
        ):
            position += 2
            continue
        found = _longest_at(text, words, position, catalogue)
        if found is None:
            position += 1
            continue
        length, aliases = found
        span = Span(words[position].start, words[position + length - 1].end)
        uses = {alias.use for alias in aliases}
        use = next(
            u
            for u in ("name", "acronym", "state", "capital", "seat", "surname", "members")
            if u in uses
        )
        actors = tuple(dict.fromkeys(a.actor for a in aliases if a.use == use))
        matches.append(NameMatch(span, span.of(text), use, actors))
        position += length
    return matches


def _longest_at(
    text: str, words: list[_Word], position: int, catalogue: Catalogue
) -> tuple[int, list[Alias]] | None:
    """The longest aliases that stand at a word: how many words, and which aliases."""
    candidates = catalogue.aliases.get(words[position].folded[0])
    if candidates is None:
        return None
    found: list[Alias] = []
    following = words[position + 1].folded[0] if position + 1 < len(words) else ""
    for alias in candidates:
        if found and len(alias.words) < len(found[0].words):
            break
        if len(alias.words) > 1 and alias.words[1] != following:
            continue
        if _stands_at(text, words, position, alias):
            found.append(alias)
    return (len(found[0].words), found) if found else None


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
