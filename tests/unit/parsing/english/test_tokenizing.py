"""Hyphenated words that stay whole, each read as a plain word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy

from polybe.parsing.draft import Draft
from polybe.parsing.english.tokenizing import compounds_of, teach_tokenizer
from polybe.parsing.english.verbs import repair_lemmas
from polybe.parsing.lexicon import Lexicon
from polybe.parsing.words import ParsingWords


@pytest.fixture(scope="module")
def words() -> ParsingWords:
    compounds = {
        "VERB": {"booby-trap": "bomb", "re-arrest": "arrest", "ill-use": "abuse"},
        "NOUN": {"sit-in": "protest", "re-arrest": "arrest"},
    }
    return replace(ParsingWords.load("en"), compounds=compounds)


@pytest.mark.parametrize(
    ("text", "whole", "read_as"),
    [
        ("a sit-in.", "sit-in", "protest"),
        ("Two sit-ins", "sit-ins", "protests"),
        ("Re-arrested twice", "Re-arrested", "arrested"),
        ("(booby-trapped)", "booby-trapped", "bombed"),
        ("ill-using him", "ill-using", "abusing"),
    ],
)
def test_a_word_of_the_pack_is_not_cut(
    words: ParsingWords, text: str, whole: str, read_as: str
) -> None:
    nlp = spacy.blank("en")
    teach_tokenizer(nlp, words)
    assert {token.text: token.norm_ for token in nlp(text)}[whole] == read_as


def test_other_words_are_cut_as_the_model_has_learnt(words: ParsingWords) -> None:
    nlp = spacy.blank("en")
    teach_tokenizer(nlp, words)
    assert [token.text for token in nlp("rebel-held")] == ["rebel", "-", "held"]


def test_a_form_may_have_two_parts_of_speech(words: ParsingWords) -> None:
    assert compounds_of("re-arrests", words) == {"VERB": "re-arrest", "NOUN": "re-arrest"}
    assert compounds_of("re-arresting", words) == {"VERB": "re-arrest"}


def test_lemma_and_part_of_speech_are_the_packs(
    words: ParsingWords, build_draft: Callable[[str], Draft]
) -> None:
    """A « sit-in » that the model takes for a name is a noun; a verb may stay one."""
    draft = build_draft("""
        Sit-ins _ PROPN nsubj 2
        followed follow VERB ROOT 0
        re-arrests re-arrests NOUN obj 2
    """)
    repair_lemmas(draft, Lexicon({}, {}, {}), words)
    assert [(token.lemma, token.pos) for token in draft] == [
        ("sit-in", "NOUN"),
        ("follow", "VERB"),
        ("re-arrest", "NOUN"),
    ]


@pytest.mark.parametrize(
    ("form", "morph", "lemma"),
    [
        ("jeered", "Tense=Pres|VerbForm=Fin", "jeer"),
        ("jeer", "Tense=Pres|VerbForm=Fin", "jeer"),  # a present, as the model says
        ("need", "VerbForm=Inf", "need"),  # « -eed » is no past
    ],
)
def test_a_past_taken_for_a_present_gets_its_lemma(
    build_draft: Callable[[str], Draft], words: ParsingWords, form: str, morph: str, lemma: str
) -> None:
    verbs = {"verb": frozenset({"jeer", "need"})}
    lexicon = Lexicon(verbs, {}, {"verb": (("ed", "e"), ("ed", ""))})
    draft = build_draft(f"{form} {form} VERB ROOT 0 {morph}")
    repair_lemmas(draft, lexicon, words)
    assert draft[draft.first].lemma == lemma
    assert ("Tense=Past" in draft[draft.first].morph) is (form != lemma)
