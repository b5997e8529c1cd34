"""The words by which a text shows what it tells of, unparsed: `packs/<language>/relevance.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import field_validator

from ..model.mentions import SECTORS
from .folding import fold_words
from .ontology import Code, Ontology
from .packs import Entry, Name, Packs, read_laid_over


class RelevanceEntry(Entry):
    """The whole of `relevance.toml`."""

    plurals: list[tuple[str, str]]
    sectors: list[str]
    everyday_codes: list[str]
    plain: list[Name]
    everyday: list[Name]
    matters: dict[str, list[Name]]

    @field_validator("sectors")
    @classmethod
    def _are_sectors(cls, sectors: list[str]) -> list[str]:
        for sector in sectors:
            if sector not in SECTORS:
                raise ValueError(f"{sector!r} is none of PLOVER's sectors")
        return sectors


@dataclass(frozen=True, slots=True)
class RelevanceWords:
    """Which words of a language tell of conflict and politics plainly, which of other matters.

    ``sectors`` and ``codes`` tell of roles and predicates which of them do and which do not;
    ``plain`` are further words that do, ``everyday`` the phrases, folded, that do not although
    the codebook has them; ``matters`` the words of each other matter.
    """

    plurals: tuple[tuple[str, str], ...]
    sectors: frozenset[str]
    codes: frozenset[Code]
    plain: tuple[str, ...]
    everyday: frozenset[str]
    matters: Mapping[str, tuple[str, ...]]

    def is_everyday(self, phrase: str, code: Code | None = None) -> bool:
        """Whether a phrase of the codebook, or what it states, stands in texts of every matter."""
        if code is not None and not self.codes.isdisjoint({code, Code(code.kind, code.type)}):
            return True
        return _folded(phrase) in self.everyday

    def numbers(self, word: str) -> Iterator[str]:
        """A folded noun or adjective with its regular plurals; some of them do not exist."""
        yield word
        for singular, plural in self.plurals:
            if word.endswith(singular):
                yield word.removesuffix(singular) + plural


def load_relevance_words(packs: Packs, language: str, ontology: Ontology) -> RelevanceWords:
    """Read `packs/<language>/relevance.toml`; CodebookError names file and key.

    A later folder of packs adds its words to the earlier ones'.
    """
    place = f"{language}/relevance.toml"
    entry = read_laid_over(RelevanceEntry, packs, place)
    where = f"{place}: everyday_codes"
    return RelevanceWords(
        plurals=tuple(entry.plurals),
        sectors=frozenset(entry.sectors),
        codes=frozenset(ontology.code(code, where=where) for code in entry.everyday_codes),
        plain=tuple(entry.plain),
        everyday=_all_folded(entry.everyday),
        matters={matter: tuple(words) for matter, words in entry.matters.items()},
    )


def _all_folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_folded, phrases))


def _folded(phrase: str) -> str:
    return " ".join(fold_words(phrase))
