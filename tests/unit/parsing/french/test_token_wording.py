"""Parts of speech and lemmas mended word by word."""

from collections.abc import Callable

import pytest

from polybe.model import Token
from polybe.parsing.draft import Draft
from polybe.parsing.french.wording import repair_words
from polybe.parsing.lexicon import Lexicon
from polybe.parsing.words import ParsingWords

Build = Callable[..., Draft]


@pytest.fixture
def repaired(
    build_draft: Build, lexicon: Lexicon, words: ParsingWords
) -> Callable[[str], dict[str, Token]]:
    def repair(rows: str) -> dict[str, Token]:
        draft = build_draft(rows)
        repair_words(draft, lexicon, words)
        return {token.text: token for token in draft}

    return repair


def test_a_verb_whose_lemma_is_its_own_form_gets_its_infinitive(repaired) -> None:
    tokens = repaired("Elle elle PRON nsubj 2\nestime _ VERB ROOT 0")
    assert tokens["estime"].lemma == "estimer"


def test_a_form_that_merely_ends_like_an_infinitive_is_no_lemma(repaired) -> None:
    assert repaired("tire tire VERB ROOT 0")["tire"].lemma == "tirer"


@pytest.mark.parametrize(
    ("form", "given", "lemma"), [("tue", "taire", "tuer"), ("vit", "voir", "vivre")]
)
def test_the_pack_says_which_verb_the_news_means(repaired, form, given, lemma) -> None:
    assert repaired(f"{form} {given} VERB ROOT 0")[form].lemma == lemma


def test_a_small_word_is_no_form_of_a_verb(repaired) -> None:
    tokens = repaired("entre entrer ADP case 2\nlui luire PRON obl 3\npuis pouvoir CCONJ cc 0")
    assert [token.lemma for token in tokens.values()] == ["entre", "lui", "puis"]


def test_a_written_number_has_a_lower_case_lemma(repaired) -> None:
    assert repaired("Dix Dix NUM nummod 2\ncivils civil NOUN ROOT 0")["Dix"].lemma == "dix"


def test_an_unknown_capitalised_word_in_mid_sentence_is_a_name(repaired) -> None:
    tokens = repaired("face _ NOUN ROOT 0\nà _ ADP case 3\nMerah merah ADV advmod 1")
    assert (tokens["Merah"].pos, tokens["Merah"].lemma) == ("PROPN", "Merah")


def test_an_acronym_is_a_name_also_where_a_sentence_starts(repaired) -> None:
    assert repaired("FARC farc NOUN ROOT 0")["FARC"].pos == "PROPN"


def test_a_capitalised_word_of_the_language_is_no_name(repaired) -> None:
    tokens = repaired("le le DET det 2\nRoi roi NOUN ROOT 0\nGang gang NOUN nmod 2")
    assert tokens["Roi"].pos == tokens["Gang"].pos == "NOUN"


def test_a_lower_case_word_of_the_language_called_a_name_is_a_noun(repaired) -> None:
    tokens = repaired("le le DET det 2\nroi _ PROPN ROOT 0\nrusses _ PROPN amod 2")
    assert (tokens["roi"].pos, tokens["roi"].lemma) == ("NOUN", "roi")
    assert (tokens["russes"].pos, tokens["russes"].lemma) == ("ADJ", "russe")


def test_a_form_that_only_a_verb_has_is_a_verb(repaired) -> None:
    tokens = repaired("gangs gang NOUN ROOT 0\ncontrôlent _ ADJ amod 1\nmoment _ NOUN obj 2")
    assert (tokens["contrôlent"].pos, tokens["contrôlent"].lemma) == ("VERB", "contrôler")
    assert {"VerbForm=Fin", "Number=Plur"} <= tokens["contrôlent"].morph
    assert tokens["moment"].pos == "NOUN"


def test_a_verb_that_no_verb_has_as_a_form_is_what_the_lexicon_says(repaired) -> None:
    assert repaired("civils civil VERB ROOT 0")["civils"].pos == "ADJ"


def test_the_lemma_of_an_unknown_compound_is_that_of_its_last_part(repaired) -> None:
    tokens = repaired("milices _ NOUN ROOT 0\npro-russes pro-russes ADJ amod 1")
    assert tokens["pro-russes"].lemma == "pro-russe"


def test_words_that_are_right_stay_as_they_are(build_draft, lexicon, words) -> None:
    draft = build_draft(
        "Le le DET det 2\ngang _ NOUN nsubj 3\ntire tirer VERB ROOT 0\n. _ PUNCT punct 3"
    )
    before = draft.tokens().copy()
    repair_words(draft, lexicon, words)
    assert draft.tokens() == before
