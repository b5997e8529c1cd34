"""Nouns of action that only point back."""

from __future__ import annotations

import pytest

from tests.readings import Coding

ATTACK = "Les rebelles ont attaqué une caserne à Gao lundi."


@pytest.mark.parametrize(
    "echo",
    ["L'attaque a duré deux heures.", "Cette attaque n'a fait aucune victime."],
)
def test_a_bare_definite_noun_is_no_second_event(coded: Coding, echo: str) -> None:
    """« L'attaque a duré … » adds no sides, place or time to what was told."""
    assert coded(ATTACK, echo).codes.count("ASSAULT") == 1


def test_an_indefinite_noun_is_news(coded: Coding) -> None:
    """« Une attaque présumée … » after another attack is a second one."""
    text = coded(ATTACK, "Une attaque présumée a tué deux soldats.")
    assert text.codes.count("ASSAULT") == 2


def test_a_definite_noun_with_sides_is_news(coded: Coding) -> None:
    """« L'offensive de l'armée contre Alep » tells who and where."""
    text = coded(ATTACK, "L'offensive de l'armée contre Alep a échoué.")
    assert text.codes.count("ASSAULT") == 2


def test_verbs_are_never_echoes(coded: Coding) -> None:
    """A verb that tells the same deed again is a report of its own sentence."""
    text = coded(ATTACK, "Les rebelles ont attaqué l'armée.")
    assert [f.trigger for f in text.facts if f.code == "ASSAULT"] == ["attaqué", "attaqué"]
