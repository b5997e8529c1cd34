"""The grammar holds no words of a language: they stand in the packs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import polybe.coding
from polybe.codebook.packs import OWN_PACKS, read_toml

_LABELS = {"aux", "vague", "age"}
"""A label of trees, a precision and a kind of figures that are spelt like words of French."""


def _words(value: object) -> Iterator[str]:
    """The words of a pack's values, keys left out."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _words(part)
    elif isinstance(value, str):
        yield value


def _constants(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_no_small_word_of_french_is_in_the_grammar() -> None:
    french = OWN_PACKS / "fr"
    relations = set(read_toml(french / "language.toml")["relations"])
    grammar = read_toml(french / "language.toml")["grammar"]
    small = read_toml(french / "sites.toml")["small"]
    known = {*grammar["contractions"], *_words(grammar), *_words(small)}
    words = known - relations - _LABELS
    folder = Path(polybe.coding.__file__).parent
    found = [
        f"{path.name}:{line}: {text!r}"
        for path in sorted(folder.rglob("*.py"))
        for line, text in _constants(path)
        if any(c.isalpha() for c in text) and len(text) > 1 and text.strip() in words
    ]
    assert found == []
