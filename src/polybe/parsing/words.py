"""The words of a language that parsing must know, read from its pack."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from polybe.errors import CodebookError

_NO_LISTS = ("lemmas", "quotes", "accents", "compounds")
_PACKS = Path(__file__).resolve().parent.parent / "packs"


@dataclass(frozen=True, slots=True)
class ParsingWords:
    """The lists of `parsing.toml` and `lemmas.toml`, each described in its pack.

    All are lower-case.  ``quotes`` are the signs that the model takes for quotes, opening and
    closing; with ``accents`` capitals are given the accents that print leaves out.  ``lemmas``
    gives, by part of speech, the lemma of a form, ``compounds`` the words that a hyphen does not
    cut, each with the plain word that a model may read it as.
    """

    abbreviations: frozenset[str]
    titles: frozenset[str]
    prefixes: frozenset[str]
    clitics: frozenset[str]
    speech_verbs: frozenset[str]
    moving_verbs: frozenset[str]
    impersonal_verbs: frozenset[str]
    dative_verbs: frozenset[str]
    dative_nouns: frozenset[str]
    control_verbs: frozenset[str]
    time_nouns: frozenset[str]
    quotes: tuple[str, str]
    accents: bool
    lemmas: Mapping[str, Mapping[str, str]]
    compounds: Mapping[str, Mapping[str, str]]

    @classmethod
    def load(cls, language: str, folder: Path = _PACKS) -> ParsingWords:
        """The lists of a language; CodebookError names the file and key at fault."""
        path = folder / language / "parsing.toml"
        lists = read_toml(path)
        names = [field.name for field in fields(cls) if field.name not in _NO_LISTS]
        for key in sorted(lists.keys() ^ {*names, *_NO_LISTS[1:]}):
            raise CodebookError(f"{path}: {key}: missing or unknown key")
        return cls(
            lemmas=read_toml(folder / language / "lemmas.toml"),
            compounds=lists["compounds"],
            quotes=_pair(lists["quotes"], f"{path}: quotes"),
            accents=bool(lists["accents"]),
            **{name: frozenset(lists[name]) for name in names},
        )


def _pair(signs: list[str], where: str) -> tuple[str, str]:
    if len(signs) != 2:
        raise CodebookError(f"{where}: two signs are wanted, the opening and the closing one")
    return signs[0], signs[1]


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; CodebookError names the file when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{path}: {error}") from error
