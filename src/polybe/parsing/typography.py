"""What typesetting does to a text and no model has learnt, mended before the parse."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterator

from .mended import Edit, MendedText, apply_edits
from .words import ParsingWords

_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛`´", "'"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
        **dict.fromkeys("\t\xa0\u2009\u202f\u2007\u2008\u200a\u2002\u2003", " "),
    }
)
"""Signs put one for one: straight apostrophes, plain hyphens and spaces.

Halves of a broken surrogate pair, which spaCy refuses, become the replacement sign.
"""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_DOUBLED = {"<<": "«", ">>": "»"}

_ODD = re.compile(
    rf"""
    (?P<broken>[a-zà-ÿœ]+-[ \t\u00a0]*[\r\n]+[ \t\u00a0]*[a-zà-ÿœ]+)
    | (?P<spaces>\s{{2,}}|^\s+|\s+$|[\r\n\x0b\x0c\x85])
    | (?P<invisible>[{_INVISIBLE}]+)
    | (?P<ligature>[ﬀ-ﬆ])
    | (?P<accent>\w[\u0300-\u036f]+)
    | (?P<doubled>''|’’|‘‘|<<|>>)
    | (?P<thousands>(?<![\d.,])[1-9]\d{{0,2}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?![\d,.]\d|\d))
    | (?P<unspaced>(?<=[^\W\d_]{{3}}[.!?])(?=[A-ZÀÂÇÈÉÊÎÔÛ][a-zà-ÿ'’]))
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"-\s+")
_HYPHENATED = re.compile(r"(?<![\w'-])([a-zà-ÿœ]+)-([a-zà-ÿœ]+)(?![\w-])")
_STRAIGHT_QUOTE = re.compile('"')
_CAPITAL_E = re.compile(r"\bE[a-zà-ÿ]{2,}")
_CAPITAL_A = re.compile(r"(?:^|(?<=[.!?…:;»«] ))A(?= (?!-))")


class Mender:
    """Mends passages; ``known`` tells whether a lower-case form is a word of the language."""

    def __init__(self, known: Container[str], words: ParsingWords) -> None:
        self._known = known
        self._words = words
        opening, closing = words.quotes
        quotes = dict.fromkeys("“„‟‹«", opening) | dict.fromkeys("”›»", closing)
        self._same = _SAME | str.maketrans(quotes)

    def mend(self, text: str, *, offset: int = 0) -> MendedText:
        """The passage as the model should see it; ``offset`` is where it begins in the document."""
        edits = sorted([*self._odd_signs(text), *self._broken_words(text)])
        mended = apply_edits(text, _without_overlap(edits), offset=offset)
        plain = pair_quotes(mended.text.translate(self._same), *self._words.quotes)
        if self._words.accents:
            plain = _CAPITAL_E.sub(self._accent, _CAPITAL_A.sub("À", plain))
        return MendedText(plain, mended.starts, mended.ends)

    def _accent(self, match: re.Match[str]) -> str:
        """« Etat » as « État »: capitals often lose their accents in print."""
        word = match.group().lower()
        if word not in self._known and f"é{word[1:]}" in self._known:
            return f"É{match.group()[1:]}"
        return match.group()

    def _odd_signs(self, text: str) -> Iterator[Edit]:
        for match in _ODD.finditer(text):
            if match.lastgroup == "broken":
                yield self._rejoin(match)
            else:
                replacement = _REPLACE[match.lastgroup or ""](match, text)
                yield Edit(match.start(), match.end(), replacement)

    def _rejoin(self, match: re.Match[str]) -> Edit:
        """A word broken at the end of a line: joined when that gives a word, else hyphenated."""
        first, second = _BREAK.split(match.group())
        start, end = match.start() + len(first), match.end() - len(second)
        return Edit(start, end, "" if first + second in self._known else "-")

    def _broken_words(self, text: str) -> Iterator[Edit]:
        for match in _HYPHENATED.finditer(text):
            if self._is_broken(match.group(1), match.group(2)):
                yield Edit(match.end(1), match.end(1) + 1, "")

    def _is_broken(self, first: str, second: str) -> bool:
        """Whether « first-second » is one word that a typesetter broke, the hyphen left over."""
        if second in self._words.clitics or f"{first}-{second}" in self._known:
            return False
        if first in self._words.prefixes and second in self._known:
            return False
        return first + second in self._known


def pair_quotes(text: str, opening: str, closing: str) -> str:
    """Straight double quotes as a pair of signs, opening or closing by the spaces about them."""
    if '"' not in text or opening == closing:
        return text
    signs = list(text)
    is_open = False
    for match in _STRAIGHT_QUOTE.finditer(text):
        is_open = _opens(text, match.start(), is_open=is_open)
        signs[match.start()] = opening if is_open else closing
    return "".join(signs)


def _opens(text: str, position: int, *, is_open: bool) -> bool:
    """Whether a straight quote opens; where the spaces do not tell, the last one's opposite."""
    before = text[position - 1 : position]
    after = text[position + 1 : position + 2]
    space_before = not before or before.isspace() or before in "(['-—–"
    space_after = not after or after.isspace() or after in ",.;:!?)]"
    if space_before != space_after:
        return space_before
    return not is_open


def _without_overlap(edits: list[Edit]) -> Iterator[Edit]:
    position = 0
    for edit in edits:
        if edit.start >= position:
            yield edit
            position = edit.end


def _space(match: re.Match[str], text: str) -> str:
    """One space for many, none at the ends of the passage."""
    return " " if match.start() > 0 and match.end() < len(text) else ""


_REPLACE: dict[str, Callable[[re.Match[str], str], str]] = {
    "spaces": _space,
    "invisible": lambda _match, _text: "",
    "doubled": lambda match, _text: _DOUBLED.get(match.group(), '"'),
    "thousands": lambda match, _text: re.sub(r"\D", "", match.group()),
    "unspaced": lambda _match, _text: " ",
    "ligature": lambda match, _text: _LIGATURES[match.group()],
    "accent": lambda match, _text: unicodedata.normalize("NFC", match.group()),
}
