"""The words of a language that parsing must know, read from its pack."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from polybe.errors import CodebookError

_PACKS = Path(__file__).resolve().parent.parent / "packs"


@dataclass(frozen=True, slots=True)
class ParsingWords:
    """`[signs]` of `parsing.toml`: lower-case words, each list described in the pack."""

    abbreviations: frozenset[str]
    prefixes: frozenset[str]
    clitics: frozenset[str]

    @classmethod
    def load(cls, language: str, folder: Path = _PACKS) -> ParsingWords:
        """The lists of a language; CodebookError names the file and key at fault."""
        path = folder / language / "parsing.toml"
        signs = read_table(path, "signs")
        names = [field.name for field in fields(cls)]
        for key in signs.keys() ^ set(names):
            raise CodebookError(f"{path}: signs.{key}: missing or unknown key")
        return cls(**{name: frozenset(signs[name]) for name in names})


def read_table(path: Path, key: str) -> dict[str, Any]:
    """The table of that name in a TOML file; CodebookError when either is not to be had."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get(key)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CodebookError(f"{path}: {error}") from error
    if not isinstance(table, dict):
        raise CodebookError(f"{path}: {key}: missing table")
    return table
