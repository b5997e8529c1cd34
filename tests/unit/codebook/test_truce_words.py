"""The words of truces: data, folded, with beginnings of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import Codebook
from polybe.codebook.folding import fold_words
from polybe.codebook.packs import Packs
from polybe.codebook.truce_words import TruceWords, Words, load_truce_words
from polybe.errors import CodebookError


def test_words_are_whole_or_beginnings() -> None:
    """« viole » is no beginning of « violence », « romp* » is one of « rompu »."""
    words = Words(frozenset({"viole"}), ("romp",))
    assert [words.are_in([w]) for w in ("viole", "violence", "rompu", "romp")] == [
        True,
        False,
        True,
        True,
    ]
    assert not Words().are_in(["viole", ""])


@pytest.mark.parametrize(
    ("step", "phrase"),
    [
        ("violated", "l'armée a violé la trêve"),
        ("violated", "la trêve a volé en éclats"),
        ("lapsed", "le cessez-le-feu expire à minuit"),
        ("in force", "la trêve est entrée en vigueur"),
        ("signed", "ils signent un cessez-le-feu"),
        ("declared", "le gouvernement décrète une trêve"),
    ],
)
def test_french_words(codebook: Codebook, step: str, phrase: str) -> None:
    """Each phrase names a truce and tells of one step."""
    words = codebook.truce_words
    folded = fold_words(phrase)
    assert words.truce.are_in(folded)
    assert [name for name in words.steps if words.means(name, folded)] == [step]


def test_violence_is_no_violation(codebook: Codebook) -> None:
    """Words of other matters that begin alike."""
    folded = fold_words("des violences au terme d'une marche, devant la foule")
    words = codebook.truce_words
    assert not any(words.means(step, folded) for step in words.steps)


@pytest.mark.parametrize(
    ("phrase", "hours"),
    [
        ("une trêve de 72 heures", 72),
        ("une trêve humanitaire de trois jours", 72),
        ("une trêve de deux semaines", 336),
        ("une trêve immédiate", None),
    ],
)
def test_lengths(codebook: Codebook, phrase: str, hours: float | None) -> None:
    """In figures and in letters."""
    assert codebook.truce_words.duration(fold_words(phrase)) == hours


def test_unknown_steps_are_named(tmp_path: Path) -> None:
    """A step that means nothing is an error that names file and key."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/truces.toml").write_text('truce = ["trêve"]\n[steps]\nsung = ["chant*"]\n')
    with pytest.raises(CodebookError, match=r"truces\.toml: steps\.sung"):
        load_truce_words(Packs((tmp_path,)), "fr")


def test_a_later_folder_adds_words(tmp_path: Path) -> None:
    """A user's words beside Polybe's."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/truces.toml").write_text('truce = ["accalmie*"]\n', encoding="utf-8")
    words = load_truce_words(Packs.with_overlay(tmp_path), "fr")
    assert words.truce.are_in(["accalmies"])
    assert words.truce.are_in(["treve"])


def test_no_words_mean_nothing() -> None:
    """Without data no truce is read."""
    assert not TruceWords().means("violated", ["viole"])
