"""How a language tells time: the words and forms of `calendar.toml`, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CodebookError
from .packs import Entry, Packs, read_entry

Slot = int | str

_KINDS = frozenset("date clock duration length relative vague set reference age".split())

OPS: Mapping[str, frozenset[str]] = {
    op: frozenset(slots.split())
    for op, slots in {
        "age": "", "ago": "", "century": "", "clock": "", "date": "day month",
        "day_word": "day_word", "days": "day day2 month", "decade": "", "feast": "feast",
        "first_hours": "", "half": "ordinal", "in_length": "", "iso": "year month_number day",
        "last_lengths": "unit", "last_night": "side", "length": "", "month": "month",
        "named_day": "named_day", "next_day": "relative_day", "next_lengths": "unit",
        "night": "", "numeric": "year month_number day", "part_alone": "", "present": "",
        "quarter": "ordinal", "recurrence": "", "relative": "", "season": "season",
        "since_length": "", "this_part": "part", "this_unit": "unit", "unit_edge": "edge unit",
        "unit_side": "unit", "vague": "", "weekday": "weekday", "weekday_night": "weekday",
        "weekday_number": "weekday day", "within_length": "", "year": "",
        "years": "year year2",
    }.items()
}  # fmt: skip
"""What reads a form, and the slots without which it cannot."""

_NUMERIC = {
    "day": r"(?:1\s?er|premier|3[01]|[12]\d|0?[1-9])(?![\d]|[.,]\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])",
    "year": r"(?<![\d.,/])(?:1[0-9]|20|21)\d\d(?!\d|[.,]\d)",
    "decade": r"(?:1[0-9]|20)\d0",
    "short_year": r"[3-9]\d(?!\d)",
    "short_decade": r"[1-9]0(?!\d)",
    "hour": r"(?<![\d.,:])(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "roman": r"[ivx]+",
    "ordinal_number": r"\d\d?",
}
"""Slots that every language writes in figures; `number` takes figures beside its words."""

_TRIGGERS = {
    "weekday": ("weekday",),
    "month": ("month",),
    "unit": ("unit", "part", "noon"),
    "other": ("season", "day_word", "relative_day", "feast", "named_day"),
    "figures": ("year", "month_number", "hour", "short_year", "roman", "ordinal_number"),
}
"""Classes of words of which every form must hold one, with the slots that make them up."""

_TRIGGER_FIGURES = r"\d{4}(?!\d)|\d{1,2}\s?[h:/.-]\s?\d|\d{1,2}\s?h(?!\w)|en\s[3-9]\d(?!\d)"
_WORD_START = r"(?<!\w)"
_FIGURES = r"\d{1,4}(?:,\d+)?"
_ROMAN = {"i": 1, "v": 5, "x": 10}
_SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


class FormEntry(Entry):
    """One `[[form]]`: ways of saying it, and the arithmetic (`op`) that reads them."""

    op: str
    kind: str
    forms: list[str]
    after: str | None = None
    not_after: str | None = None
    not_before: str | None = None
    lower: bool = False


class DirectionEntry(Entry):
    """Signs that a date without a year is to come, or past."""

    future: list[str]
    not_future: list[str]
    past: list[str]


class ScanEntry(Entry):
    """Words beside those of the slots near which a time may stand."""

    words: list[str]


class PrefixesEntry(Entry):
    """Words before and between dates."""

    since: list[str]
    until: list[str]
    after: list[str]
    between: list[str]
    from_: list[str]
    articles: list[str]
    own_articles: list[str]
    to: list[str]
    and_: list[str]
    edge_joints: list[str]


class CalendarFile(Entry):
    """`calendar.toml`."""

    language: str
    slots: dict[str, dict[str, Slot]]
    scan: ScanEntry
    direction: DirectionEntry
    prefixes: PrefixesEntry
    form: list[FormEntry]


@dataclass(frozen=True, slots=True)
class Form:
    """One compiled way of telling a time.

    ``source`` is as the pack has it; ``slots`` are the names of the pattern's groups; a second slot of a kind ends in « 2 ».
    """

    op: str
    kind: str
    source: str
    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    lower: bool

    def fits(self, match: re.Match[str], folded: str, original: str) -> bool:
        """Whether what stands around a match lets it be this form."""
        start, end = match.span()
        if self.lower and not original[start:end].islower():
            return False
        if self.after and not self.after.search(folded, max(0, start - 40), start):
            return False
        if self.not_after and self.not_after.search(folded, max(0, start - 40), start):
            return False
        return not (self.not_before and self.not_before.match(folded, end))


@dataclass(frozen=True, slots=True)
class Scanner:
    """Some forms in one pattern, which is far quicker than one after the other.

    The last group of a match is the number of the first form that fits, counted from one.
    """

    forms: tuple[Form, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, forms: Sequence[Form]) -> Scanner:
        """A scanner for forms, in their order."""
        bodies = (_anonymous(form.pattern.pattern).removeprefix(_WORD_START) for form in forms)
        return cls(tuple(forms), re.compile(f"(?:{'|'.join(f'{body}()' for body in bodies)})"))

    def forms_at(self, folded: str, position: int) -> tuple[Form, ...]:
        """The forms that may match at the beginning of a word; none when none does."""
        match = self.pattern.match(folded, position)
        return self.forms[match.lastindex - 1 :] if match and match.lastindex else ()


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Patterns of what stands before a date, each ending where the date begins."""

    edge: re.Pattern[str]
    edges: Mapping[str, str]
    since: re.Pattern[str]
    until: re.Pattern[str]
    after: re.Pattern[str]
    article: re.Pattern[str]
    opening: re.Pattern[str]
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
    prefixes: Prefixes
    direction: re.Pattern[str]
    words: Mapping[str, Mapping[str, Slot]]

    @property
    def ops(self) -> frozenset[str]:
        """The names of the arithmetic that the forms call for."""
        return frozenset(form.op for form in self.forms)

    def read_slots(self, form: Form, match: re.Match[str]) -> dict[str, Slot]:
        """The values of a match's slots: `{"day": 15, "month": 11}`."""
        return {
            name: self._value(name, match[name])
            for name in form.slots
            if match[name] is not None
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
            return int(word.split(",")[0])
        digits = re.match(r"\d+", word)
        return int(digits[0]) if digits else 1


def fold_text(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces; every character keeps its offset."""
    plain = text.translate(_PLAIN)
    folded = plain.lower()
    if len(folded) == len(plain):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def read_roman(numeral: str) -> int:
    """The value of a roman numeral below forty: « xix » is 19."""
    values = [_ROMAN[sign] for sign in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def load_calendar(packs: Packs, language: str) -> Calendar:
    """Read `packs/<language>/calendar.toml`; CodebookError names file and key at fault."""
    files = list(packs.tables(f"{language}/calendar.toml"))
    if not files:
        raise CodebookError(f"{language}/calendar.toml: no such pack")
    path, data = files[-1]
    prefixes = data.get("prefixes", {})
    data["prefixes"] = {_KEYWORDS.get(key, key): value for key, value in prefixes.items()}
    return _compile(read_entry(CalendarFile, data, path=path, key="calendar"), path)


_KEYWORDS = {"from": "from_", "and": "and_"}


def _compile(file: CalendarFile, path: Path) -> Calendar:
    slots = {name: _slot_pattern(name, words) for name, words in file.slots.items()} | _NUMERIC
    forms = tuple(
        _compile_form(entry, source, slots, f"{path}: form[{number}]")
        for number, entry in enumerate(file.form, 1)
        for source in entry.forms
    )
    return Calendar(
        language=file.language,
        forms=forms,
        trigger=_compile_trigger(file),
        scanners=_compile_scanners(file, forms),
        prefixes=_compile_prefixes(file, f"{path}: prefixes"),
        direction=_compile_direction(file.direction, f"{path}: direction"),
        words={name: dict(words) for name, words in file.slots.items()},
    )


def _compile_scanners(file: CalendarFile, forms: Sequence[Form]) -> dict[str, Scanner]:
    holds = {name: re.compile(rf"(?<!\w)(?:{_either(words)})s?(?!\w)")
             for name, words in _trigger_words(file).items()}  # fmt: skip
    return {
        name: Scanner.of([f for f in forms if _may_hold(f, name, holds.get(name))])
        for name in (*holds, "figures")
    }


def _may_hold(form: Form, trigger: str, words: re.Pattern[str] | None) -> bool:
    slots = {name.rstrip("2") for name in form.slots}
    if slots & set(_TRIGGERS[trigger]):
        return True
    literals = form.source.replace("\\s+", " ")
    return bool(words and words.search(literals))


def _slot_pattern(name: str, words: Mapping[str, Slot]) -> str:
    figures = f"{_FIGURES}|" if name == "number" else ""
    # A word cut short by a full stop ends there; others must not run on.
    return f"(?:{figures}{_either(words)})(?!\\w)" if words else figures


def _either(words: Mapping[str, Slot] | Sequence[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


def _compile_form(
    entry: FormEntry, source: str, slots: Mapping[str, str], where: str
) -> Form:
    if entry.kind not in _KINDS:
        raise CodebookError(f"{where}.kind: {entry.kind!r} is none of {sorted(_KINDS)}")
    names: list[str] = []

    def expand(slot: re.Match[str]) -> str:
        if slot[1] not in slots:
            raise CodebookError(f"{where}.forms: no slot {slot[1]!r}")
        name = slot[1] + slot[2]
        names.append(name)
        return f"(?P<{name}>{slots[slot[1]]})"

    if entry.op not in OPS:
        raise CodebookError(f"{where}.op: {entry.op!r} is none of {sorted(OPS)}")
    body = _SLOT.sub(expand, re.sub(r" (?![?*])", r"\\s+", source).replace(" ?", r"\s?"))
    if missing := OPS[entry.op] - set(names):
        raise CodebookError(f"{where}.forms: {source!r}: {entry.op} wants {sorted(missing)}")
    return Form(
        op=entry.op,
        kind=entry.kind,
        source=source,
        pattern=_regex(rf"{_WORD_START}(?:{body})(?!\w)", f"{where}.forms"),
        slots=tuple(names),
        after=_regex(f"(?:{entry.after})$", f"{where}.after") if entry.after else None,
        not_after=_around(entry.not_after, r"(?:%s)$", f"{where}.not_after"),
        not_before=_around(entry.not_before, r"(?:%s)", f"{where}.not_before"),
        lower=entry.lower,
    )


def _around(source: str | None, frame: str, where: str) -> re.Pattern[str] | None:
    return _regex(frame % source, where) if source else None


def _regex(source: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(source)
    except re.error as error:
        raise CodebookError(f"{where}: {source!r}: {error}") from error


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _trigger_words(file: CalendarFile) -> dict[str, list[str]]:
    words = {
        name: sorted({word for slot in slots for word in file.slots.get(slot, {})})
        for name, slots in _TRIGGERS.items()
        if name != "figures"
    }
    return {**words, "other": sorted({*words["other"], *file.scan.words})}


def _compile_trigger(file: CalendarFile) -> re.Pattern[str]:
    words = "|".join(
        rf"(?P<{name}>(?:{_either(words)})s?(?!\w))" for name, words in _trigger_words(file).items()
    )
    return re.compile(rf"{_WORD_START}(?:{words}|(?P<figures>{_TRIGGER_FIGURES}))")


def _compile_prefixes(file: CalendarFile, where: str) -> Prefixes:
    words = file.prefixes
    edges = {k: str(v) for k, v in file.slots.get("edge", {}).items()}
    articles = rf"(?:(?:{_either(words.articles)})\s*)*"
    own = rf"(?:(?:{_either(words.own_articles)})\s*)?"

    def before(alternatives: Sequence[str]) -> re.Pattern[str]:
        return _regex(rf"(?<![\w-])(?:{_either(alternatives)})\s*{articles}$", where)

    return Prefixes(
        edge=_regex(
            rf"(?<![\w-]){own}(?P<edge>{_either(edges)})\s*"
            rf"(?:(?:{_either(words.edge_joints)})\s*)?$",
            where,
        ),
        edges=edges,
        since=before(words.since),
        until=before(words.until),
        after=before(words.after),
        article=_regex(rf"(?<![\w-])(?:{_either(words.own_articles)})\s*$", where),
        opening=before([*words.between, *words.from_]),
        to=_regex(rf"\s*(?:{_either(words.to)})\s*", where),
        and_=_regex(rf"\s+(?:{_either(words.and_)})\s+", where),
    )


def _compile_direction(entry: DirectionEntry, where: str) -> re.Pattern[str]:
    future = "|".join(entry.future)
    past = "|".join(entry.past)
    none = _either(entry.not_future)
    return _regex(
        rf"(?<!\w)(?:(?!(?:{none})(?!\w))(?P<future>{future})|(?P<past>{past}))(?!\w)", where
    )
