"""How a language tells numbers and what it counts: `numerals.toml`, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import Field

from ..errors import CodebookError
from .packs import Entry, Packs
from .patterns import either

HEDGES = frozenset({"least", "most", "about"})
_CLASSES = ("persons", "vehicles", "weapons", "money", "distance", "duration")

_START = r"(?<![\w.,/°#-])"
_END = r"(?!\w|[.,]\d|/\d|°|-\w)"
_HYPHENATED_START = rf"(?:{_START}|(?<=\d-))"
_HYPHENATED_END = r"(?!\w|[.,]\d|/\d|°|-[^\W\d])"


class GrammarEntry(Entry):
    """Small words in and around numbers."""

    percent: list[str]
    several: list[str]
    fractions_alone: list[str]
    fractions_not_before: list[str]
    and_: list[str] = Field(alias="and")
    and_only_before: list[str]
    and_only_after: list[str]
    before_round: list[str]
    scale_of: list[str]
    several_scales: list[str]
    bare_wants_of: bool
    determiners: list[str]
    head_last: bool
    of: list[str]
    ones: list[str]
    one_nouns: list[str]
    lone_after: list[str]


class DigitsEntry(Entry):
    """How numbers stand in figures."""

    thousands: list[str]
    decimals: list[str]
    short: dict[str, int]
    glued: list[str]
    signs: list[str]


class RangesEntry(Entry):
    """Words that make two numbers one range, and verbs that keep them two."""

    hyphenated: bool
    opening: list[str]
    between: list[str]
    joints: list[str]
    changes: list[str]
    changed_from: list[str]


class NotFiguresEntry(Entry):
    """Words before and after a number that counts nothing."""

    before: list[str]
    after: list[str]
    phrases: list[str]


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
    inflections: list[tuple[str, str]]


class WordsEntry(Entry):
    """Further word lists."""

    before_noun: list[str]
    among: list[str]


class NumeralsFile(Entry):
    """`numerals.toml`."""

    language: str
    cardinals: dict[str, int]
    collectives: dict[str, int]
    plurals: dict[str, int]
    fractions: dict[str, float]
    digits: DigitsEntry
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

    `number` finds one number; patterns named `…_before` end where a number begins.
    """

    language: str
    number: re.Pattern[str]
    hedge_before: re.Pattern[str]
    hedges: Mapping[str, str]
    name_before: re.Pattern[str]
    sign_before: re.Pattern[str]
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
    uncounted: tuple[str, ...]
    short: Mapping[str, int]
    thousands: str
    decimals: str
    head_last: bool

    def read_words(self, phrase: str) -> int:
        """The number that cardinals name together: « trois cent vingt et un » is 321."""
        total = current = 0
        for word in re.split(r"[\s-]+", self._whole(phrase)):
            value = self.values.get(word) or self._phrases.get(word, 0)
            if value >= 1000:
                total, current = total + max(current, 1) * value, 0
            elif value == 100:
                current = max(current, 1) * 100
            else:
                current += value
        return total + current

    def _whole(self, phrase: str) -> str:
        """Words that hold a hyphen or space of their own kept in one piece."""
        phrase = " ".join(phrase.split())
        for word in sorted(self.values, key=len, reverse=True):
            if "-" in word or " " in word:
                phrase = phrase.replace(word, _piece(word))
        return phrase

    @property
    def _phrases(self) -> Mapping[str, int]:
        return {_piece(word): value for word, value in self.values.items()}

    def read_digits(self, figures: str) -> float:
        """Figures with the language's signs: « 2 000 », « 15.000 » and « 1,5 » in French."""
        if re.fullmatch(rf"\d{{1,3}}(?:[{self.thousands}]\d{{3}})+(?:\D\d+)?", figures):
            figures = re.sub(rf"[{self.thousands}](?=\d{{3}}(?!\d))", "", figures)
        return float(re.sub(rf"[{self.decimals}]", ".", figures))

    def unit_of(self, noun: str) -> str | None:
        """The class of a noun as it stands in lower case; None when nothing tells it."""
        if known := self.units.get(noun):
            return known
        singular = noun[:-1] if noun.endswith(self.plural_endings) else noun
        return "persons" if singular.endswith(self.person_endings) else None


def _piece(word: str) -> str:
    return word.replace("-", "_").replace(" ", "_")


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
    grammar, ranges, inflections = file.grammar, file.ranges, file.suffixes.inflections
    return Numerals(
        language=file.language,
        number=_number_pattern(file),
        hedge_before=_before(file.hedges, grammar.determiners),
        hedges=dict(file.hedges),
        name_before=re.compile(rf"(?<!\w)(?:{either(file.not_figures.before)})\s?$"),
        sign_before=re.compile(rf"(?:{_any(file.digits.signs)})\s?$"),
        lone_before=_before(grammar.lone_after, grammar.determiners),
        change_before=re.compile(
            rf"(?<!\w)(?:{either(ranges.changes)})\s(?:\w+\s)?(?:{either(ranges.changed_from)})\s$"
        ),
        between_before=re.compile(rf"(?<!\w)(?:{either(ranges.opening[:1])})\s+$"),
        range_joint=re.compile(rf"\s?(?:{either(ranges.joints)})\s?"),
        between_joint=re.compile(rf"\s(?:{either(ranges.between)})\s"),
        of_words=frozenset(grammar.of),
        before_noun=frozenset(file.words.before_noun),
        among=frozenset(file.words.among),
        not_counted=frozenset(_inflected(file.not_figures.after, inflections)),
        ones=frozenset(grammar.ones),
        one_nouns=frozenset(grammar.one_nouns),
        units=_unit_table(file.units, inflections),
        measures=frozenset(_inflected(file.units.measures, inflections)),
        person_endings=tuple(file.suffixes.persons),
        plural_endings=tuple(file.suffixes.plurals),
        values=dict(file.cardinals),
        collectives=file.collectives
        | {f"{word}s": n for word, n in file.collectives.items()}
        | file.plurals,
        fractions=dict(file.fractions),
        uncounted=tuple(word for word, value in file.cardinals.items() if value >= 1_000_000),
        short=dict(file.digits.short),
        thousands=_signs(file.digits.thousands),
        decimals=_signs(file.digits.decimals),
        head_last=grammar.head_last,
    )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words; one that fits nothing where there are none."""
    return either(words) or "(?!)"


def _signs(signs: Iterable[str]) -> str:
    """Signs as they stand in a class of characters."""
    return "".join(re.escape(sign) for sign in signs)


def _before(words: Iterable[str], determiners: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<word>{either(words)})\s*(?:(?:{_any(determiners)})\s)?$")


def _inflected(words: Iterable[str], inflections: Iterable[tuple[str, str]]) -> set[str]:
    """Words with their plurals, made by pairs of endings."""
    singular = set(words)
    return singular | {
        word.removesuffix(ending) + plural
        for word in singular
        for ending, plural in inflections
        if word.endswith(ending)
    }


def _unit_table(entry: UnitsEntry, inflections: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Forms of nouns → class; a noun in several lists belongs to the first of the classes."""
    table: dict[str, str] = {}
    for name in (*_CLASSES, "other"):
        for form in _inflected(getattr(entry, name), inflections):
            table.setdefault(form, name)
    return table


def _digits_pattern(entry: DigitsEntry) -> str:
    """Figures in groups of three or in one; a decimal sign that parts groups too has no groups."""
    groups = _signs(entry.thousands)
    behind_groups = _signs(sign for sign in entry.decimals if sign not in entry.thousands)
    return (
        rf"\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)(?:[{behind_groups}]\d+)?"
        rf"|\d+(?:[{_signs(entry.decimals)}]\d+)?"
    )


def _joint_pattern(grammar: GrammarEntry) -> str:
    """What stands between the words of one number: « vingt et un », « hundred and two »."""
    joint = rf"[-\s](?:{either(grammar.and_)})[-\s]"
    if grammar.and_only_before:
        joint += rf"(?=(?:{either(grammar.and_only_before)})(?!\w))"
    if grammar.and_only_after:
        behind = "|".join(rf"(?<={re.escape(word)})" for word in grammar.and_only_after)
        joint = f"(?:{behind}){joint}"
    return rf"(?:[-\s]|{joint})"


def _number_pattern(file: NumeralsFile) -> re.Pattern[str]:
    grammar, digits = file.grammar, _digits_pattern(file.digits)
    hyphenated = file.ranges.hyphenated
    start = _HYPHENATED_START if hyphenated else _START
    end = _HYPHENATED_END if hyphenated else _END
    cardinals = rf"(?:{either(file.cardinals)})(?!\w)"
    words = rf"{cardinals}(?:{_joint_pattern(grammar)}{cardinals})*"
    large = [word for word, value in file.cardinals.items() if value >= 1000]
    round_words = [*file.collectives, *(f"{w}s" for w in file.collectives)]
    rounds = rf"(?:{either(round_words)})(?!\w)"
    plural_words = [f"{w}s" for w in file.collectives] + [w for w in large if w.endswith("s")]
    plurals = either([*plural_words, *file.plurals])
    after_several = either([*plural_words, *file.plurals, *grammar.several_scales])
    opened = "|".join(re.escape(w) if w.endswith("'") else rf"{w}\s" for w in grammar.scale_of)
    scales = either([*round_words, *large, *file.plurals])
    scale = rf"(?:\s(?:{opened})(?P<{{}}>{scales})(?!\w))?"
    several, of = either(grammar.several), either(grammar.of)
    of_bare = rf"(?=\s(?:{of}))" if grammar.bare_wants_of else ""
    parted = set(file.fractions) - set(grammar.fractions_alone)
    fraction = rf"(?:{either(grammar.fractions_alone)})(?!\w)|(?:{either(parted)})(?=\s(?:{of}))"
    return re.compile(
        rf"{start}(?!(?:{_any(file.not_figures.phrases)})(?!\w))(?:"
        rf"(?P<fraction>{fraction})(?!\s(?:{either(grammar.fractions_not_before)}))"
        rf"|(?:(?:{several})\s(?P<several>{after_several})|(?P<bare>{plurals}){of_bare})(?!\w)"
        rf"{scale.format('several_of')}"
        rf"|(?P<count>{digits}|{words})\s(?:(?:{_any(grammar.before_round)})\s)?"
        rf"(?P<round>{rounds}){scale.format('round_of')}"
        rf"|(?P<digits>{digits})(?:(?P<short>{_any(file.digits.short)})(?!\w)"
        rf"|\s(?P<scale>{either(large)})(?!\w))?"
        rf"(?:{end}|(?=(?:{_any(file.digits.glued)})(?!\w)))"
        rf"|(?P<words>{words})(?!-\w)"
        rf")(?P<percent>\s?(?:{either(grammar.percent)}))?"
    )
