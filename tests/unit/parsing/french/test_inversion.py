"""Inverted subjects and clauses of saying."""

from collections.abc import Callable

import pytest

from polybe.parsing.draft import Draft
from polybe.parsing.french.inversion import repair_inversion
from polybe.parsing.words import ParsingWords

Edges = dict[str, tuple[str, str]]


@pytest.fixture
def repaired(
    build_draft: Callable[..., Draft], edges: Callable[[Draft], Edges], words: ParsingWords
) -> Callable[[str], Edges]:
    def repair(rows: str) -> Edges:
        draft = build_draft(rows)
        repair_inversion(draft, words)
        return edges(draft)

    return repair


QUOTED = """
« _ PUNCT punct 3
Nous nous PRON nsubj 3
restons rester VERB ROOT 0
» _ PUNCT punct 3
, _ PUNCT punct 3
a avoir AUX aux:tense 7
déclaré déclarer VERB {label} 3 VerbForm=Part
{time}mardi mardi NOUN obl:mod 7
le le DET det 10
ministre _ NOUN obj 7
"""


@pytest.mark.parametrize("label", ["parataxis", "advcl", "conj"])
def test_the_noun_after_a_verb_of_saying_is_its_subject(repaired, label: str) -> None:
    tree = repaired(QUOTED.format(label=label, time=""))
    assert tree["ministre"] == ("nsubj", "déclaré")
    assert tree["déclaré"] == ("parataxis", "restons")
    assert tree["mardi"] == ("obl:mod", "déclaré")


def test_lui_before_a_verb_of_saying_is_the_addressee(repaired) -> None:
    tree = repaired("""
    « _ PUNCT punct 3
    Vous vous PRON nsubj 3
    mentez mentir VERB ROOT 0
    » _ PUNCT punct 3
    , _ PUNCT punct 3
    lui _ PRON nsubj 8
    a avoir AUX aux:tense 8
    répondu répondre VERB parataxis 3 VerbForm=Part
    le le DET det 10
    député _ NOUN obj 8
    """)
    assert tree["lui"] == ("iobj", "répondu")
    assert tree["député"] == ("nsubj", "répondu")


def test_a_word_of_quality_with_an_article_speaks(repaired) -> None:
    tree = repaired("""
    « _ PUNCT punct 3
    Nous nous PRON nsubj 3
    restons rester VERB ROOT 0
    » _ PUNCT punct 3
    , _ PUNCT punct 3
    affirme affirmer VERB parataxis 3 VerbForm=Fin
    un _ DET det 8
    manifestant _ ADJ xcomp 6
    """)
    assert tree["manifestant"] == ("nsubj", "affirme")


def test_what_is_said_under_the_verb_of_saying_is_its_content(repaired) -> None:
    tree = repaired("""
    La le DET det 2
    ville _ NOUN nsubj 4
    est être AUX aux:tense 4
    tombée tomber VERB advcl 7
    , _ PUNCT punct 7
    a avoir AUX aux:tense 7
    annoncé annoncer VERB ROOT 0
    l' le DET det 9
    armée _ NOUN obj 7
    """)
    assert tree["tombée"] == ("ccomp", "annoncé")
    assert tree["armée"] == ("nsubj", "annoncé")


def test_a_noun_of_the_quotation_is_not_the_one_who_speaks(repaired) -> None:
    tree = repaired("""
    « _ PUNCT punct 2
    crimes crime NOUN nsubj 6
    » _ PUNCT punct 6
    , _ PUNCT punct 6
    a avoir AUX aux:tense 6
    déclaré déclarer VERB ROOT 0
    l' le DET det 8
    avocat _ NOUN obj 6
    """)
    assert tree["crimes"] == ("ccomp", "déclaré")
    assert tree["avocat"] == ("nsubj", "déclaré")


def test_a_subject_before_the_verb_keeps_the_object_after_it(repaired) -> None:
    rows = """
    Le le DET det 2
    chef _ NOUN nsubj 7
    , _ PUNCT punct 4
    Ba _ PROPN appos 2
    , _ PUNCT punct 7
    a avoir AUX aux:tense 7
    annoncé annoncer VERB ROOT 0
    un un DET det 9
    retrait _ NOUN obj 7
    """
    tree = repaired(rows)
    assert tree["retrait"] == ("obj", "annoncé")
    assert tree["chef"] == ("nsubj", "annoncé")


def test_a_verb_of_doing_in_a_list_keeps_its_object(repaired) -> None:
    tree = repaired("""
    Ils il PRON nsubj 2
    arrivent arriver VERB ROOT 0
    , _ PUNCT punct 4
    brûlent brûler VERB conj 2
    un un DET det 6
    camp _ NOUN obj 4
    """)
    assert tree["camp"] == ("obj", "brûlent")
    assert tree["brûlent"] == ("conj", "arrivent")


def test_a_joined_pronoun_is_the_subject_of_the_verb_of_its_group(repaired) -> None:
    tree = repaired("""
    C' ce PRON nsubj 3
    est être AUX cop 3
    faux _ ADJ ROOT 0
    , _ PUNCT punct 3
    a avoir AUX aux:tense 8
    -t _ PRON expl:subj 8
    -il il PRON expl:subj 8
    ajouté ajouter VERB advcl 3
    """)
    assert tree["-il"] == ("nsubj", "ajouté")
    assert tree["-t"] == ("dep", "ajouté")
    assert tree["ajouté"] == ("parataxis", "faux")


def test_a_joined_pronoun_hung_elsewhere_comes_back_to_its_verb(repaired) -> None:
    tree = repaired("""
    Non _ ADV ROOT 0
    , _ PUNCT punct 1
    explique expliquer VERB advmod 1
    -t _ PRON dep 1
    -elle elle PRON dep 1
    """)
    assert tree["-elle"] == ("nsubj", "explique")
    assert tree["explique"] == ("parataxis", "Non")


def test_the_il_of_an_impersonal_verb_stands_for_nothing(repaired) -> None:
    tree = repaired("faut falloir VERB ROOT 0\n-il il PRON dep 1\npartir _ VERB xcomp 1")
    assert tree["-il"] == ("expl:subj", "faut")


def test_a_name_hung_on_the_addressee_is_the_one_who_speaks(repaired) -> None:
    tree = repaired("""
    « _ PUNCT punct 2
    Non _ ADV ROOT 0
    » _ PUNCT punct 2
    , _ PUNCT punct 2
    a avoir AUX aux:tense 6
    confié confier VERB parataxis 2
    à _ ADP case 9
    l' le DET det 9
    AFP _ PROPN obl:arg 6
    Awa _ PROPN nmod 9
    Ba _ PROPN flat:name 10
    """)
    assert tree["Awa"] == ("nsubj", "confié")
    assert tree["AFP"] == ("obl:arg", "confié")


INSERTED = """
La le DET det 2
ville _ NOUN nsubj 4
, _ PUNCT punct 2
affirme affirmer VERB {above} VerbForm=Fin
l' le DET det 6
armée _ NOUN obj 4
, _ PUNCT punct 9
est être AUX aux:tense 9
tombée tomber VERB {below} VerbForm=Part
"""


@pytest.mark.parametrize(("above", "below"), [("advcl 9", "ROOT 0"), ("ROOT 0", "advcl 4")])
def test_an_inserted_verb_of_saying_gives_the_subject_back(repaired, above, below) -> None:
    tree = repaired(INSERTED.format(above=above, below=below))
    assert tree["ville"] == ("nsubj", "tombée")
    assert tree["armée"] == ("nsubj", "affirme")
    assert tree["tombée"] == ("ROOT", "")
    assert tree["affirme"] == ("parataxis", "tombée")


def test_a_subject_with_an_apposition_keeps_its_verb_of_saying(repaired) -> None:
    tree = repaired("""
    Le le DET det 2
    chef _ NOUN nsubj 6
    , _ PUNCT punct 4
    Ba _ PROPN appos 2
    , _ PUNCT punct 6
    annonce annoncer VERB ROOT 0 VerbForm=Fin
    un un DET det 8
    retrait _ NOUN obj 6
    , _ PUNCT punct 10
    prévient prévenir VERB advcl 6 VerbForm=Fin
    """)
    assert tree["chef"] == ("nsubj", "annonce")
    assert tree["retrait"] == ("obj", "annonce")


def test_a_clause_called_subject_is_what_is_said(repaired) -> None:
    tree = repaired("""
    drones drone NOUN nsubj:pass 4
    ont avoir AUX aux:tense 4 VerbForm=Fin
    été être AUX aux:pass 4 VerbForm=Part
    abattus abattre VERB nsubj 7 VerbForm=Part
    , _ PUNCT punct 7
    a avoir AUX aux:tense 7 VerbForm=Fin
    précisé préciser VERB ROOT 0 VerbForm=Part
    le le DET det 9
    commandement _ NOUN nsubj 7
    """)
    assert tree["abattus"] == ("ccomp", "précisé")
    assert tree["commandement"] == ("nsubj", "précisé")
