"""Forms of telling time, compiled: one by one, and all of a class in one pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import CodebookError
from .calendar_file import KINDS, OPS, CalendarFile, FormEntry, Slot
from .patterns import compile_regex, either

_NUMERIC = {
    "day_number": r"(?:3[01]|[12]\d|0?[1-9])",
    "full_year": r"(?:1[0-9]|20|21)\d\d(?!\d)",
    "month_number": r"(?:1[0-2]|0?[1-9])",
    "year": r"(?<![\d.,/])(?:1[0-9]|20|21)\d\d(?!\d|[.,]\d)",
    "decade": r"(?:1[0-9]|20)\d0",
    "short_year": r"[3-9]\d(?!\d)",
    "two_digits": r"\d\d(?!\d)",
    "short_decade": r"[1-9]0(?!\d)",
    "hour": r"(?<![\d.,:])(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "full_hour": r"(?:[01]\d|2[0-4])[0-5]\d(?!\d)",
    "roman": r"[ivx]+",
    "ordinal_number": r"\d\d?",
}
"""Slots that every language writes alike; `day` and the figures of `number` are the pack's."""

_TRIGGERS: dict[str, tuple[str, ...]] = {
    "weekday": ("weekday",),
    "month": ("month",),
    "unit": ("unit", "part", "noon"),
    "other": ("season", "day_word", "relative_day", "feast", "named_day", "meridiem"),
    "figures": (
        "year",
        "full_year",
        "month_number",
        "hour",
        "full_hour",
        "decade",
        "short_decade",
        "short_year",
        "roman",
        "ordinal_number",
    ),
}
"""Classes of words of which every form must hold one, with the slots that make them up."""

_WORD_START = r"(?<!\w)"
_SLOT = re.compile(r"\{([a-z_]+?)(\d?)\}")


@dataclass(frozen=True, slots=True)
class Form:
    """One compiled way of telling a time.

    ``source`` is as the pack has it; ``slots`` are the names of the pattern's groups, of which a
    second of a kind ends in « 2 ».  ``capitalised`` are those of them that begin with a capital.
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
    capitalised: tuple[str, ...]

    def fits(self, match: re.Match[str], folded: str, original: str) -> bool:
        """Whether what stands around a match lets it be this form."""
        start, end = match.span()
        if self.lower and not original[start:end].islower():
            return False
        if not all(original[match.start(n)].isupper() for n in self.capitalised if match[n]):
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


def compile_forms(file: CalendarFile, path: Path) -> tuple[Form, ...]:
    """Every form of the file in its order; CodebookError names the one at fault."""
    words = {name: _slot_pattern(name, words, file) for name, words in file.slots.items()}
    slots = words | _NUMERIC | {"day": file.figures.day}
    capitalised = frozenset(file.capitalised)
    return tuple(
        _compile_form(entry, source, slots, capitalised, f"{path}: form[{number}]")
        for number, entry in enumerate(file.form, 1)
        for source in entry.forms
    )


def _compile_form(
    entry: FormEntry,
    source: str,
    slots: Mapping[str, str],
    capitalised: frozenset[str],
    where: str,
) -> Form:
    if entry.kind not in KINDS:
        raise CodebookError(f"{where}.kind: {entry.kind!r} is none of {sorted(KINDS)}")
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
        pattern=compile_regex(rf"{_WORD_START}(?:{body})(?!\w)", f"{where}.forms"),
        slots=tuple(names),
        after=compile_regex(f"(?:{entry.after})$", f"{where}.after") if entry.after else None,
        not_after=_around(entry.not_after, r"(?:%s)$", f"{where}.not_after"),
        not_before=_around(entry.not_before, r"(?:%s)", f"{where}.not_before"),
        lower=entry.lower,
        capitalised=tuple(name for name in names if name.rstrip("2") in capitalised),
    )


def _slot_pattern(name: str, words: Mapping[str, Slot], file: CalendarFile) -> str:
    if name != "number":
        return f"(?:{either(words)})"
    tens = [word for word, value in words.items() if int(value) >= 20 and int(value) % 10 == 0]
    return f"(?:{file.figures.number}|(?:(?:{either(tens)})[\\s-])*(?:{either(words)}))"


def _around(source: str | None, frame: str, where: str) -> re.Pattern[str] | None:
    return compile_regex(frame % source, where) if source else None


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def compile_scanners(file: CalendarFile, forms: Sequence[Form]) -> dict[str, Scanner]:
    """For each class of telling words the forms that may hold one."""
    holds = {name: re.compile(rf"(?<!\w)(?:{either(words)})s?(?!\w)")
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


def _trigger_words(file: CalendarFile) -> dict[str, list[str]]:
    words = {
        name: sorted({word for slot in slots for word in file.slots.get(slot, {})})
        for name, slots in _TRIGGERS.items()
        if name != "figures"
    }
    return {**words, "other": sorted({*words["other"], *file.scan.words})}


def compile_trigger(file: CalendarFile) -> re.Pattern[str]:
    """Finds telling words; the group that matches is their class."""
    words = "|".join(
        rf"(?P<{name}>(?:{either(words)})s?(?!\w))" for name, words in _trigger_words(file).items()
    )
    figures = "|".join(file.scan.figures)
    return re.compile(rf"{_WORD_START}(?:{words}|(?P<figures>{figures}))")
