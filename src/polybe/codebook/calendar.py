"""How a language tells time: the words and forms of `calendar.toml`, ready to use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CodebookError
from .calendar_file import CalendarFile, DirectionEntry, Slot
from .calendar_forms import (
    Form,
    Scanner,
    compile_forms,
    compile_scanners,
    compile_trigger,
)
from .packs import Packs
from .patterns import compile_regex, either
from .plain_text import fold_text

_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Patterns of what stands before a date, each ending where the date begins."""

    edge: re.Pattern[str]
    edges: Mapping[str, str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    after: re.Pattern[str]
    article: re.Pattern[str]
    between: re.Pattern[str]
    from_: re.Pattern[str]
    to: re.Pattern[str]
    and_: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """One language's way of telling time, ready to be looked for in folded text.

    `trigger` finds words of which every form holds one, and names their class by its group;
    `scanners` has for each class the forms that may hold a word of it.  `direction` finds signs
    of past and future, in groups of these names.
    """

    language: str
    forms: tuple[Form, ...]
    trigger: re.Pattern[str]
    scanners: Mapping[str, Scanner]
    capitals: Mapping[str, str]
    prefixes: Prefixes
    direction: re.Pattern[str]
    words: Mapping[str, Mapping[str, Slot]]
    thousands: str

    @property
    def ops(self) -> frozenset[str]:
        """The names of the arithmetic that the forms call for."""
        return frozenset(form.op for form in self.forms)

    def fold(self, text: str) -> str:
        """Text as the forms want it, every character at its place: « A 17 h » is « à 17 h »."""
        if self.capitals:
            words = rf"(?<!\w)(?:{either(self.capitals)})(?!\w)"
            text = re.sub(words, lambda word: self.capitals[word[0]], text)
        return fold_text(text)

    def read_slots(self, form: Form, match: re.Match[str]) -> dict[str, Slot]:
        """The values of a match's slots: `{"day": 15, "month": 11}`."""
        return {
            name: self._value(name, match[name]) for name in form.slots if match[name] is not None
        }

    def _value(self, name: str, text: str) -> Slot:
        kind = name.rstrip("2")
        word = re.sub(r"\s+", " ", text)
        known = self.words.get(kind, {}).get(word)
        if known is not None:
            return known
        if kind == "roman":
            return read_roman(word)
        if kind == "number":
            return self._number(word)
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else 1

    def _number(self, word: str) -> int:
        """Figures without their decimals, or the sum of words: « soixante-douze » is 60 and 12."""
        if word[0].isdigit():
            whole = re.match(r"\d+", word.replace(self.thousands, ""))
            return int(whole[0]) if whole else 0
        numbers, total = self.words["number"], 0
        while rest := [known for known in numbers if word.startswith(known)]:
            longest = max(rest, key=len)
            total += int(numbers[longest])
            word = word[len(longest) :].lstrip("- ")
        return total


def read_roman(numeral: str) -> int:
    """The value of a roman numeral below forty: « xix » is 19."""
    values = [_ROMAN[sign] for sign in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def load_calendar(packs: Packs, language: str) -> Calendar:
    """Read `packs/<language>/calendar.toml`; CodebookError names file and key at fault.

    A file of a user's own pack stands in the place of the package's.
    """
    path, file = packs.topmost(CalendarFile, f"{language}/calendar.toml")
    return _compile(file, path)


def _compile(file: CalendarFile, path: Path) -> Calendar:
    forms = compile_forms(file, path)
    return Calendar(
        language=file.language,
        forms=forms,
        trigger=compile_trigger(file),
        scanners=compile_scanners(file, forms),
        capitals=_check_capitals(file.capitals, path),
        prefixes=_compile_prefixes(file, f"{path}: prefixes"),
        direction=_compile_direction(file.direction, f"{path}: direction"),
        words={name: dict(words) for name, words in file.slots.items()},
        thousands=file.figures.thousands,
    )


def _check_capitals(capitals: Mapping[str, str], path: Path) -> Mapping[str, str]:
    for word, meant in capitals.items():
        if len(word) != len(meant):
            raise CodebookError(f"{path}: capitals.{word}: {meant!r} is not of the same length")
    return dict(capitals)


def _compile_prefixes(file: CalendarFile, where: str) -> Prefixes:
    words = file.prefixes
    edges = {k: str(v) for k, v in file.slots.get("edge", {}).items()}
    articles = rf"(?:(?:{either(words.articles)})\s*)*"
    own = rf"(?:(?:{either(words.own_articles)})\s*)?"

    def before(alternatives: Sequence[str]) -> re.Pattern[str]:
        return compile_regex(rf"(?<![\w-])(?:{either(alternatives)})\s*{articles}$", where)

    return Prefixes(
        edge=compile_regex(
            rf"(?<![\w-]){own}(?P<edge>{either(edges)})\s*"
            rf"(?:(?:{either(words.edge_joints)})\s*)?$",
            where,
        ),
        edges=edges,
        since=before(words.since),
        until=before(words.until),
        after=before(words.after),
        article=compile_regex(rf"(?<![\w-])(?:{either(words.own_articles)})\s*$", where),
        between=before(words.between),
        from_=before(words.from_),
        to=compile_regex(rf"\s*(?:{either(words.to)})\s*", where),
        and_=compile_regex(rf"\s+(?:{either(words.and_)})\s+", where),
    )


def _compile_direction(entry: DirectionEntry, where: str) -> re.Pattern[str]:
    future = "|".join(entry.future)
    past = "|".join(entry.past)
    none = either(entry.not_future)
    return compile_regex(
        rf"(?<!\w)(?:(?!(?:{none})(?!\w))(?P<future>{future})|(?P<past>{past}))(?!\w)", where
    )
