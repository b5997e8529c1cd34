"""The words by which a language tells of truces: `packs/<language>/truces.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from .folding import fold
from .packs import Entry, Packs, read_laid_over

TruceStep = Literal["proposed", "accepted", "declared", "signed", "in force", "violated", "lapsed"]


class TruceWordsEntry(Entry):
    """The whole of `truces.toml`."""

    truce: list[str]
    steps: dict[TruceStep, list[str]]
    hours: dict[str, float] = {}
    numbers: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words, and folded beginnings of words."""

    whole: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()

    def are_in(self, words: Iterable[str]) -> bool:
        """Whether any of some folded words is one of these."""
        return any(word in self.whole or word.startswith(self.beginnings) for word in words)


@dataclass(frozen=True, slots=True)
class TruceWords:
    """The truce words of one language, ready to be asked; all asking is by folded words.

    ``truce`` are what a truce is called, ``steps`` the words of what may befall one.  ``hours`` are
    the hours of a unit of time, ``numbers`` the values of numerals.
    """

    truce: Words = Words()
    steps: Mapping[str, Words] = field(default_factory=dict)
    hours: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def means(self, step: str, words: Iterable[str]) -> bool:
        """Whether some words tell of a step."""
        return step in self.steps and self.steps[step].are_in(words)

    def duration(self, words: Sequence[str]) -> float | None:
        """The hours of the first length of time in some words in their order; None without one."""
        for number, unit in pairwise(words):
            count = float(number) if number.isdecimal() else self.numbers.get(number)
            if count is not None and unit in self.hours:
                return count * self.hours[unit]
        return None


def load_truce_words(packs: Packs, language: str) -> TruceWords:
    """Read `packs/<language>/truces.toml`; CodebookError names file and key.

    A later folder of packs adds its words to the earlier ones'.
    """
    entry = read_laid_over(TruceWordsEntry, packs, f"{language}/truces.toml")
    return TruceWords(
        truce=_words(entry.truce),
        steps={step: _words(words) for step, words in entry.steps.items()},
        hours={fold(unit): hours for unit, hours in entry.hours.items()},
        numbers={fold(number): value for number, value in entry.numbers.items()},
    )


def _words(words: Iterable[str]) -> Words:
    told = list(words)
    return Words(
        frozenset(fold(word) for word in told if not word.endswith("*")),
        tuple(sorted(fold(word[:-1]) for word in told if word.endswith("*"))),
    )
