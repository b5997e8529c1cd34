"""Fixed words of a verb, in hand-built English parses."""

from __future__ import annotations

import pytest

from polybe.codebook import load_codebook
from polybe.codebook.language import Language
from polybe.coding.grammar import Grammar
from polybe.coding.phrases import adverb_before, find_phrase, follows
from polybe.model import Parse, Sentence, Token


@pytest.fixture(scope="module")
def english() -> Language:
    return load_codebook("en").language


def grammar(english: Language, rows: str) -> Grammar:
    """A grammar from « form/lemma/POS/label/head » tokens, heads counted from 0."""
    tokens, start = list[Token](), 0
    for index, row in enumerate(rows.split()):
        form, lemma, pos, dep, head = row.split("/")
        end = start + len(form)
        tokens.append(
            Token(index, start, end, form, lemma, pos, frozenset(), dep, int(head), "", False)
        )
        start = end + 1
    text = " ".join(token.text for token in tokens)
    return Grammar(Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens)),)), english)


def test_an_adverb_of_the_phrase_may_stand_before_the_verb(english: Language) -> None:
    """« forcibly recruited », where the entry has « recruit forcibly »."""
    tree = grammar(
        english,
        "Rebels/rebel/NOUN/nsubj/2 forcibly/forcibly/ADV/advmod/2 recruited/recruit/VERB/ROOT/2",
    )
    assert find_phrase(tree, 2, ("forcibly",)) is None
    assert adverb_before(tree, 2, ("forcibly",)) == 1
    assert adverb_before(tree, 2, ("openly",)) is None


def test_a_participle_may_end_a_phrase(english: Language) -> None:
    """« left six men wounded » is « leave wounded »; the verb « wound » is no part of it."""
    tree = grammar(
        english,
        "Shelling/shelling/NOUN/nsubj/1 left/leave/VERB/ROOT/1 six/six/NUM/nummod/3 "
        "men/man/NOUN/obj/1 wounded/wound/VERB/xcomp/1",
    )
    assert find_phrase(tree, 1, ("wounded",)) == (4, 4)
    assert find_phrase(tree, 1, ("wound",)) is None


def test_a_possessive_may_stand_inside_a_phrase(english: Language) -> None:
    """« drove them from their homes » is « drive from home »."""
    tree = grammar(
        english,
        "Clashes/clash/NOUN/nsubj/1 drove/drive/VERB/ROOT/1 families/family/NOUN/obj/1 "
        "from/from/ADP/case/5 their/their/PRON/det/5 homes/home/NOUN/obl:mod/1",
    )
    assert find_phrase(tree, 1, ("from", "home")) == (5, 5)


def test_an_elided_word_that_is_not_cut_off(english: Language) -> None:
    """« coup d'état » in English is two words."""
    tree = grammar(english, "coup/coup/NOUN/nmod/1 d'etat/d'etat/NOUN/ROOT/1")
    assert follows(tree, 0, ("d'", "etat")) == 1
