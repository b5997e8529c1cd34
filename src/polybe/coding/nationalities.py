"""Nationality words of a text, and the countries that an article is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook.catalogue import Catalogue
from ..codebook.folding import fold
from .grammar import Grammar
from .names import NameMatch

_COMPOUND = re.compile(r"^([^\W\d_]+)[-–]([^\W\d_]+)$")
_TITLE_WEIGHT = 3  # a country named in the title counts for so many named below


@dataclass(slots=True)
class Setting:
    """The countries that an article names, and how often; the first is its own."""

    countries: Counter[str] = field(default_factory=Counter)

    @property
    def home(self) -> str | None:
        """The article's own country: named most, None when none is named."""
        ranked = self.countries.most_common(1)
        return ranked[0][0] if ranked else None


class Nationalities:
    """The nationality words of one document, read in its setting."""

    def __init__(self, grammar: Grammar, catalogue: Catalogue, names: Iterable[NameMatch]) -> None:
        self._grammar = grammar
        self._catalogue = catalogue
        self.setting = Setting()
        self._count_names(names)
        self._count_words()

    def of(self, index: int) -> tuple[str, ...]:
        """The countries that a nationality word may mean; none for any other word."""
        return self._catalogue.demonyms.get(self._grammar.words[index], ())

    def any_in(self, first: int, last: int) -> bool:
        """Whether a nationality word stands among some tokens, last exclusive."""
        return any(self.of(index) for index in range(first, last))

    def settle(self, countries: tuple[str, ...]) -> str:
        """One of several countries that a word means: the one that the text names most."""
        counts = self.setting.countries
        named = [country for country in countries if counts[country] > 0]
        return max(named or countries, key=lambda country: counts[country])

    def compound(self, index: int) -> list[str]:
        """The two countries of a compound such as « américano-russe »; empty for any other word."""
        match = _COMPOUND.match(self._grammar.tokens[index].text)
        if match is None:
            return []
        demonyms = self._catalogue.demonyms
        first, second = fold(match[1]), fold(match[2])
        left = self._catalogue.prefixes.get(first) or next(iter(demonyms.get(first, ())), None)
        right = demonyms.get(second, ())
        return [left, self.settle(right)] if left and right else []

    def people(self, index: int) -> tuple[str, ...]:
        """Countries of a nationality word that stands as a noun: « trois Américains »."""
        token = self._grammar.tokens[index]
        qualifies = token.dep == "amod" or (token.dep == "compound" and index < token.head)
        if not token.text[0].isupper() or qualifies or token.dep.startswith("flat"):
            return ()
        head = self._grammar.tokens[token.head]
        part_of_name = head.text[0].isupper() and abs(token.head - index) == 1
        return () if part_of_name and token.dep != "nsubj" else self.of(index)

    def _count_names(self, names: Iterable[NameMatch]) -> None:
        title_end = self._grammar.parse.text.find("\n")
        countries = self.setting.countries
        for match in names:
            actor = self._catalogue.actors[match.actors[0]]
            if match.use in ("state", "capital") and actor.country:
                in_title = match.span.start < title_end
                countries[actor.country] += _TITLE_WEIGHT if in_title else 1
            elif actor.kind == "group" and actor.country and len(actor.active) == 1:
                countries[actor.active[0]] += 1

    def _count_words(self) -> None:
        for token in self._grammar.tokens:
            for country in self.of(token.index)[:1]:
                self.setting.countries[country] += 1
