"""What the lexicon knows of forms and lemmas."""

import pytest

from polybe.parsing.lexicon import Lexicon


@pytest.mark.parametrize("form", ["contrôler", "vit", "roi", "sanctions", "assiégée"])
def test_words_of_every_table_are_known(lexicon: Lexicon, form: str) -> None:
    assert form in lexicon


def test_other_words_are_not_known(lexicon: Lexicon) -> None:
    assert "daech" not in lexicon


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("contrôlent", "contrôler"),
        ("estime", "estimer"),
        ("assiégée", "assiéger"),
        ("tuer", "tuer"),
        ("roi", None),
        ("moment", None),
    ],
)
def test_the_infinitive_of_a_form(lexicon: Lexicon, form: str, infinitive: str | None) -> None:
    assert lexicon.infinitive(form) == infinitive


def test_a_form_that_is_a_noun_too_is_not_only_a_verb(lexicon: Lexicon) -> None:
    assert lexicon.is_only_verb("contrôlent")
    assert not lexicon.is_only_verb("bombarde")
    assert not lexicon.is_only_verb("moment")


def test_a_noun_with_an_infinitive_ending_is_no_infinitive(lexicon: Lexicon) -> None:
    assert lexicon.is_infinitive("tirer")
    assert not lexicon.is_infinitive("tire")


def test_the_forms_of_a_verb_by_rule_and_by_table(lexicon: Lexicon) -> None:
    """The infinitive is one of them; of a word that is no verb it is the only one."""
    assert {"contrôler", "contrôlent", "contrôlée"} <= lexicon.verb_forms("contrôler")
    assert lexicon.verb_forms("voir") == {"voir", "vit"}
    assert lexicon.verb_forms("roi") == {"roi"}
