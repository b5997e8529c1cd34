"""The page on the codebook tells every key that a pack may hold."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from polybe import codebook
from polybe.codebook.packs import OWN_PACKS, Entry
from polybe.gazetteer import packs as gazetteer_packs

FENCED = re.MULTILINE | re.DOTALL
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "codebook.md"


def models() -> list[type[Entry]]:
    """Every table of a pack that a module of the codebook or the gazetteer checks."""
    modules = [
        import_module(f"{codebook.__name__}.{m.name}") for m in iter_modules(codebook.__path__)
    ]
    found = {
        value
        for module in [*modules, gazetteer_packs]
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Entry) and value is not Entry
    }
    return sorted(found, key=lambda model: (model.__module__, model.__name__))


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_key_of_a_table_is_told(model: type[Entry]) -> None:
    """As code, alone or at the head of its table: `lemma`, `[stance]`, `[modes.NAME]`."""
    page = re.sub(r"^```.*?^```$", "", PAGE.read_text(encoding="utf-8"), flags=FENCED)
    keys = {field.alias or name for name, field in model.model_fields.items()}
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", page))))
    assert keys - told == set()


def test_every_file_is_told() -> None:
    """Each file of the packs has its place on the page; folders of files are told as such."""
    page = PAGE.read_text(encoding="utf-8")
    places = [path.relative_to(OWN_PACKS) for path in OWN_PACKS.rglob("*.toml")]
    single = {p.name for p in places if p.parent.name not in ("plover", "predicates")}
    assert {name for name in single if name not in page} == set()
    assert "## plover" in page
    assert "## fr/predicates" in page
