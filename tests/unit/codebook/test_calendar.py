"""A calendar or numerals pack that is wrong is refused with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook.calendar import load_calendar, read_roman
from polybe.codebook.numerals import load_numerals
from polybe.codebook.packs import OWN_PACKS, Packs
from polybe.codebook.plain_text import fold_text
from polybe.errors import CodebookError


def overlay(folder: Path, name: str, old: str, new: str) -> Packs:
    """The package's French pack `name` with one change, laid over the package's own."""
    source = (OWN_PACKS / "fr" / name).read_text(encoding="utf-8")
    assert old in source
    (folder / "fr").mkdir()
    (folder / "fr" / name).write_text(source.replace(old, new, 1), encoding="utf-8")
    return Packs.with_overlay(folder)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('op = "named_day"', 'op = "named_dya"', "named_dya"),
        ('kind = "age"', 'kind = "edge"', "kind"),
        ('"{named_day}"', '"{nameless}"', "nameless"),
        ('"{named_day}"', '"{month}"', "named_day"),
        ('"{named_day}"', '"{named_day}(("', "forms"),
        ("[scan]", "[scam]", "scan"),
        ('A = "à"', 'A = "aa"', r"capitals\.A"),
    ],
)
def test_a_wrong_calendar_is_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    packs = overlay(tmp_path, "calendar.toml", old, new)
    with pytest.raises(CodebookError, match=r"calendar\.toml.*" + named):
        load_calendar(packs, "fr")


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('"au moins" = "least"', '"au moins" = "lest"', r"hedges\.au moins"),
        ("[suffixes]", "[sufixes]", "suf"),
        ("deux = 2", 'deux = "two"', r"cardinals\.deux"),
    ],
)
def test_wrong_numerals_are_refused_by_file_and_key(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    packs = overlay(tmp_path, "numerals.toml", old, new)
    with pytest.raises(CodebookError, match=r"numerals\.toml.*" + named):
        load_numerals(packs, "fr")


def test_a_language_without_the_packs_is_named() -> None:
    with pytest.raises(CodebookError, match="xx"):
        load_calendar(Packs(), "xx")
    with pytest.raises(CodebookError, match="xx"):
        load_numerals(Packs(), "xx")


@pytest.mark.parametrize(("numeral", "value"), [("iv", 4), ("xix", 19), ("xxi", 21), ("viii", 8)])
def test_roman_numerals(numeral: str, value: int) -> None:
    assert read_roman(numeral) == value


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "İ L’Été à\u202f14 h"
    assert len(fold_text(text)) == len(text)
    assert fold_text("L’Été\u00a02012") == "l'été 2012"
