"""Particles of English verbs that a parser takes for prepositions."""

from __future__ import annotations

import pytest

from polybe.codebook import load_codebook
from polybe.coding import Coder, code_parsed
from polybe.model import Document, Parse, Sentence, Token
from tests.readings import Coded, FewPlaces, NoParser


@pytest.fixture(scope="module")
def english() -> Coder:
    return Coder(load_codebook("en"), FewPlaces(), NoParser())


def coded(english: Coder, rows: str) -> Coded:
    """The coding of « form/lemma/POS/label/head » tokens, heads counted from 0."""
    tokens, start = list[Token](), 0
    for index, row in enumerate(rows.split()):
        form, lemma, pos, dep, head = row.split("/")
        end = start + len(form)
        morph = frozenset({"Tense=Past", "VerbForm=Fin"} if pos == "VERB" else ())
        tokens.append(Token(index, start, end, form, lemma, pos, morph, dep, int(head), "", False))
        start = end + 1
    parse = Parse(
        " ".join(token.text for token in tokens), tuple(tokens), (Sentence(0, 0, len(tokens)),)
    )
    return Coded(code_parsed(Document("kesh", parse.text, language="en"), parse, english))


def test_what_a_particle_was_taken_to_rule_is_the_object(english: Coder) -> None:
    """« sent in the army »: the army is sent, « in » is the verb's."""
    text = coded(
        english,
        "The/the/DET/det/1 government/government/NOUN/nsubj/2 sent/send/VERB/ROOT/2 "
        "in/in/ADP/case/5 the/the/DET/det/5 army/army/NOUN/obl:mod/2",
    )
    assert text.fact("MOBILIZE").rule == "en/verb/send in/MOBILIZE/troops"


def test_what_is_left_of_two_prepositions_is_the_slot(english: Coder) -> None:
    """« pulled out of the talks »: the verb is « pull out », the talks hang on « of »."""
    text = coded(
        english,
        "The/the/DET/det/1 rebels/rebel/NOUN/nsubj/2 pulled/pull/VERB/ROOT/2 out/out/ADP/case/6 "
        "of/of/ADP/fixed/3 the/the/DET/det/6 talks/talk/NOUN/obl:mod/2",
    )
    assert text.codes == ["REJECT"]


def test_a_preposition_behind_the_object_is_no_particle(english: Coder) -> None:
    """« took five soldiers hostage in the town » takes nobody in."""
    text = coded(
        english,
        "Rebels/rebel/NOUN/nsubj/1 took/take/VERB/ROOT/1 five/five/NUM/nummod/3 "
        "soldiers/soldier/NOUN/obj/1 in/in/ADP/case/6 the/the/DET/det/6 town/town/NOUN/obl:mod/1",
    )
    assert "AID" not in text.codes


def test_verbs_in_a_row_share_their_object(english: Coder) -> None:
    """« attacked and captured the town » attacks the town as well."""
    text = coded(
        english,
        "Rebels/rebel/NOUN/nsubj/1 shelled/shell/VERB/ROOT/1 and/and/CCONJ/cc/1 "
        "captured/capture/VERB/conj/1 the/the/DET/det/5 town/town/NOUN/obj/3",
    )
    assert text.codes == ["ASSAULT", "control/GAINS"]


def test_an_adjective_of_nationality_is_an_actor(english: Coder) -> None:
    """« Russian strikes killed six »: strikes with an actor beside them are an attack."""
    text = coded(
        english,
        "Russian/russian/ADJ/amod/1 strikes/strike/NOUN/nsubj/2 killed/kill/VERB/ROOT/2 "
        "six/six/NUM/nummod/4 soldiers/soldier/NOUN/obj/2",
    )
    assert text.fact("ASSAULT").actors == ("Russian",)


def test_ground_hung_on_those_who_lose_it(english: Coder) -> None:
    """« ousted the rebels from the town » with « from the town » hung on the rebels."""
    text = coded(
        english,
        "Soldiers/soldier/NOUN/nsubj/1 ousted/oust/VERB/ROOT/1 the/the/DET/det/3 "
        "rebels/rebel/NOUN/obj/1 from/from/ADP/case/6 the/the/DET/det/6 town/town/NOUN/nmod/3",
    )
    assert "control/GAINS" in text.codes
