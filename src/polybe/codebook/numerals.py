"""How a language tells numbers and what it counts: `numerals.toml`, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import CodebookError
from .packs import Entry, Packs
from .patterns import either

HEDGES = frozenset({"least", "most", "about"})
_CLASSES = ("persons", "vehicles", "weapons", "money", "distance", "duration")

_DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_START = r"(?<![\w.,/°#-])"
_END = r"(?!\w|[.,]\d|/\d|°|-\w)"


class GrammarEntry(Entry):
    """Small words in and around numbers."""

    percent: list[str]
    several: list[str]
    fractions_alone: list[str]
    fractions_not_before: list[str]
    joints: list[str]
    and_only_before: list[str]
    of: list[str]
    one_nouns: list[str]
    lone_after: list[str]


class RangesEntry(Entry):
    """Words that make two numbers one range, and verbs that keep them two."""

    opening: list[str]
    between: list[str]
    joints: list[str]
    changes: list[str]


class NotFiguresEntry(Entry):
    """Words before and after a number that counts nothing."""

    before: list[str]
    after: list[str]


class UnitsEntry(Entry):
    """Nouns by what is counted."""

    persons: list[str]
    vehicles: list[str]
    weapons: list[str]
    money: list[str]
    distance: list[str]
    duration: list[str]
    other: list[str]
    measures: list[str]


class SuffixesEntry(Entry):
    """Endings that tell the class of a noun not listed."""

    persons: list[str]
    plurals: list[str]


class WordsEntry(Entry):
    """Further word lists."""

    before_noun: list[str]
    among: list[str]


class NumeralsFile(Entry):
    """`numerals.toml`."""

    language: str
    cardinals: dict[str, int]
    collectives: dict[str, int]
    fractions: dict[str, float]
    grammar: GrammarEntry
    hedges: dict[str, str]
    ranges: RangesEntry
    not_figures: NotFiguresEntry
    units: UnitsEntry
    suffixes: SuffixesEntry
    words: WordsEntry


@dataclass(frozen=True, slots=True)
class Numerals:
    """One language's numbers, ready to be looked for in folded text.

    `number` finds one number; its groups are read by :meth:`Numerals.value`.  Patterns named
    `…_before` end where a number begins.
    """

    language: str
    number: re.Pattern[str]
    hedge_before: re.Pattern[str]
    hedges: Mapping[str, str]
    name_before: re.Pattern[str]
    lone_before: re.Pattern[str]
    change_before: re.Pattern[str]
    between_before: re.Pattern[str]
    range_joint: re.Pattern[str]
    between_joint: re.Pattern[str]
    of_words: frozenset[str]
    before_noun: frozenset[str]
    among: frozenset[str]
    not_counted: frozenset[str]
    ones: frozenset[str]
    one_nouns: frozenset[str]
    units: Mapping[str, str]
    measures: frozenset[str]
    person_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    values: Mapping[str, int]
    collectives: Mapping[str, int]
    fractions: Mapping[str, float]

    def read_words(self, phrase: str) -> int:
        """The number that cardinals name together: « trois cent vingt et un » is 321."""
        total = current = 0
        for word in re.split(r"[\s-]+", self._whole(phrase)):
            value = self.values.get(word.replace("_", "-"), 0)
            if value >= 1000:
                total, current = total + max(current, 1) * value, 0
            elif value == 100:
                current = max(current, 1) * 100
            elif value == 20 and current % 100 == 4:
                current += 76
            else:
                current += value
        return total + current

    def _whole(self, phrase: str) -> str:
        """Words that hold a hyphen of their own kept in one piece."""
        for word in self.values:
            if "-" in word:
                phrase = phrase.replace(word, word.replace("-", "_"))
        return phrase

    def unit_of(self, noun: str) -> str | None:
        """The class of a noun as it stands in lower case; None when nothing tells it."""
        if known := self.units.get(noun):
            return known
        singular = noun[:-1] if noun.endswith(("s", "x")) else noun
        return "persons" if singular.endswith(self.person_endings) else None


def read_digits(figures: str) -> float:
    """« 2 000 » and « 15.000 » are thousands, « 1,5 » and « 1.5 » have decimals."""
    whole, _, decimals = figures.partition(",")
    if re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", whole):
        whole = re.sub(r"[ .]", "", whole)
    return float(f"{whole}.{decimals}") if decimals else float(whole)


def load_numerals(packs: Packs, language: str) -> Numerals:
    """Read `packs/<language>/numerals.toml`; CodebookError names file and key at fault.

    A file of a user's own pack stands in the place of the package's.
    """
    path, file = packs.topmost(NumeralsFile, f"{language}/numerals.toml")
    for phrase, meaning in file.hedges.items():
        if meaning not in HEDGES:
            raise CodebookError(f"{path}: hedges.{phrase}: {meaning!r} is none of {sorted(HEDGES)}")
    return _compile(file)


def _compile(file: NumeralsFile) -> Numerals:
    grammar, ranges = file.grammar, file.ranges
    return Numerals(
        language=file.language,
        number=_number_pattern(file),
        hedge_before=_before(file.hedges),
        hedges=dict(file.hedges),
        name_before=re.compile(rf"(?<!\w)(?:{either(file.not_figures.before)})\s?$"),
        lone_before=_before(grammar.lone_after),
        change_before=re.compile(rf"(?<!\w)(?:{either(ranges.changes)})\s(?:\w+\s)?de\s$"),
        between_before=re.compile(rf"(?<!\w)(?:{either(ranges.opening[:1])})\s+$"),
        range_joint=re.compile(rf"\s?(?:{either(ranges.joints)})\s?"),
        between_joint=re.compile(rf"\s(?:{either(ranges.between)})\s"),
        of_words=frozenset(grammar.of),
        before_noun=frozenset(file.words.before_noun),
        among=frozenset(file.words.among),
        not_counted=frozenset(_inflected(file.not_figures.after)),
        ones=frozenset(word for word, value in file.cardinals.items() if value == 1),
        one_nouns=frozenset(grammar.one_nouns),
        units=_unit_table(file.units),
        measures=frozenset(_inflected(file.units.measures)),
        person_endings=tuple(file.suffixes.persons),
        plural_endings=tuple(file.suffixes.plurals),
        values=dict(file.cardinals),
        collectives=file.collectives | {f"{word}s": n for word, n in file.collectives.items()},
        fractions=dict(file.fractions),
    )


def _before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{either(words)})\s*(?:les\s|ses\s|leurs\s)?$")


def _inflected(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in (word, word + "s", word + "x")}


def _unit_table(entry: UnitsEntry) -> dict[str, str]:
    """Forms of nouns → class; a noun in several lists belongs to the first of the classes."""
    table: dict[str, str] = {}
    for name in (*_CLASSES, "other"):
        for form in _inflected(getattr(entry, name)):
            table.setdefault(form, name)
    return table


def _number_pattern(file: NumeralsFile) -> re.Pattern[str]:
    cardinals = rf"(?:{either(file.cardinals)})(?!\w)"
    and_ones = either(file.grammar.and_only_before)
    words = rf"{cardinals}(?:(?:[-\s]|[-\s]et[-\s](?=(?:{and_ones})(?!\w))){cardinals})*"
    large = [word for word, value in file.cardinals.items() if value >= 1000]
    round_words = [*file.collectives, *(f"{w}s" for w in file.collectives)]
    rounds = rf"(?:{either(round_words)})(?!\w)"
    plurals = either([f"{w}s" for w in file.collectives] + [w for w in large if w.endswith("s")])
    scale = rf"(?:\s(?:de\s|d')(?P<{{}}>{either([*round_words, *large])})(?!\w))?"
    grammar = file.grammar
    several, of = either(grammar.several), either(grammar.of)
    parted = set(file.fractions) - set(grammar.fractions_alone)
    fraction = rf"(?:{either(grammar.fractions_alone)})(?!\w)|(?:{either(parted)})(?=\s(?:{of}))"
    return re.compile(
        rf"{_START}(?:"
        rf"(?P<fraction>{fraction})(?!\s(?:{either(grammar.fractions_not_before)}))"
        rf"|(?:(?:{several})\s(?P<several>{plurals})|(?P<bare>{plurals})(?=\s(?:{of})))(?!\w)"
        rf"{scale.format('several_of')}"
        rf"|(?P<count>{_DIGITS}|{words})\s(?:bonne\s|petite\s)?(?P<round>{rounds}){scale.format('round_of')}"
        rf"|(?P<digits>{_DIGITS})(?:\s(?P<scale>{either(large)})(?!\w))?{_END}"
        rf"|(?P<words>{words})(?!-\w)"
        rf")(?P<percent>\s?(?:{either(file.grammar.percent)}))?"
    )
