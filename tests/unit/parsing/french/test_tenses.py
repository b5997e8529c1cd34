"""Tense and mood read off the written form of a verb."""

from __future__ import annotations

import pytest

from polybe.model import Token
from polybe.parsing.french.tenses import told_by_form


def _verb(form: str, lemma: str, *morph: str) -> Token:
    return Token(0, 0, len(form), form, lemma, "VERB", frozenset(morph), "ROOT", 0)


@pytest.mark.parametrize(
    ("form", "lemma", "told"),
    [
        ("quitteront", "quitter", ("Mood=Ind", "Tense=Fut")),
        ("rendra", "rendre", ("Mood=Ind", "Tense=Fut")),
        ("partirait", "partir", ("Mood=Cnd", "Tense=Pres")),
        ("prendraient", "prendre", ("Mood=Cnd", "Tense=Pres")),
    ],
)
def test_an_ending_on_the_infinitive_is_future_or_conditional(form, lemma, told) -> None:
    """What the model says of the tense gives way to the form."""
    assert told_by_form(_verb(form, lemma, "Mood=Ind", "Tense=Pres")) == told


def test_a_conditional_without_its_r_is_an_imperfect() -> None:
    """« bénéficiait » is no hearsay."""
    verb = _verb("bénéficiait", "bénéficier", "Mood=Cnd", "Tense=Pres")
    assert told_by_form(verb) == ("Mood=Ind", "Tense=Imp")


@pytest.mark.parametrize(("form", "lemma"), [("montra", "montrer"), ("attaquait", "attaquer")])
def test_other_forms_settle_nothing(form, lemma) -> None:
    """A past that ends like a future is no future; an imperfect told as one stays."""
    assert told_by_form(_verb(form, lemma, "Mood=Ind", "Tense=Past")) is None
