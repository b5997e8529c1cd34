"""The parts of a model that are slow to read, made ready once and kept in the user's cache."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polybe.caching import content_version, kept
from polybe.errors import ParsingError

from .factoring import compile_factored

if TYPE_CHECKING:
    from spacy.lookups import Lookups

_TOKENIZER = "tokenizer"
_TABLES = Path("lemmatizer", "lookups", "lookups.bin")
_PATTERNS = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")

_MAKERS = tuple(Path(__file__).with_name(name) for name in ("parts.py", "factoring.py"))
"""What makes the parts: they are made anew when it changes."""


@dataclass(frozen=True, slots=True)
class ModelParts:
    """The tokenizer's patterns by their sources as the model has them, and the lemmatizer's tables.

    The keys of a table are spaCy's hashes of strings.
    """

    patterns: Mapping[str, re.Pattern[str]]
    tables: Mapping[str, Mapping[int, Any]]

    def lookups(self) -> Lookups:
        """The tables as a lemmatizer wants them."""
        from spacy.lookups import Lookups

        from .tables import HashedTable

        lookups = Lookups()
        for name, table in self.tables.items():
            lookups.set_table(name, HashedTable(table))  # type: ignore[arg-type]
        return lookups


def load_parts(model: str) -> ModelParts:
    """The slow parts of an installed model.

    Raises ParsingError when the model is not installed or lacks them.
    """
    folder = _folder(model)
    files = (folder / _TOKENIZER, folder / _TABLES)
    try:
        key = f"{model} {version('spacy')} {content_version(files)} {content_version(_MAKERS)}"
        return kept("model", key, lambda: _read_parts(*files), package=__package__)
    except OSError as error:
        raise ParsingError(f"language model {model}: {error}") from error


def _folder(model: str) -> Path:
    """Where the data of a model's package is: a folder named after the package and its version."""
    spec = find_spec(model)
    for place in (spec and spec.submodule_search_locations) or ():
        for folder in Path(place).glob(f"{model}-*"):
            return folder
    raise missing_model(model)


def missing_model(model: str) -> ParsingError:
    """The error that tells how to install a model, and spaCy with it."""
    package = model.replace("_", "-")
    return ParsingError(f"language model {model} is missing: pip install {package}")


def _read_parts(tokenizer: Path, tables: Path) -> ModelParts:
    import srsly  # type: ignore[import-untyped]

    rules: Any = srsly.msgpack_loads(tokenizer.read_bytes())
    found: Any = srsly.read_msgpack(tables)
    once: dict[Any, Any] = {}
    return ModelParts(
        patterns={source: compile_factored(source) for source in _sources(rules)},
        tables={
            name: {
                key: _sealed(value, once, frozenset if name == "lemma_index" else tuple)
                for key, value in table.items()
            }
            for name, table in found.items()
        },
    )


def _sources(rules: Mapping[str, Any]) -> list[str]:
    return [rules[name] for name in _PATTERNS if isinstance(rules.get(name), str)]


def _sealed(value: Any, once: dict[Any, Any], sequence: type = tuple) -> Any:
    """A part of a table, what is equal in it made one object, which is read and held once.

    Lists become a ``sequence``: a set where the lemmatizer asks « is this a word », which it does
    often.
    """
    if isinstance(value, dict):
        return {_sealed(key, once): _sealed(part, once) for key, part in value.items()}
    if isinstance(value, list | tuple):
        value = sequence(_sealed(part, once) for part in value)
    return once.setdefault(value, value)
