"""Subjects found, told apart and labelled by voice."""

import pytest


@pytest.mark.parametrize("sign", ["s'", "se", "s’"])
def test_a_reflexive_verb_is_no_passive(repaired, sign: str) -> None:
    tree = repaired(f"""
    armée _ NOUN nsubj:pass 4
    {sign} se PRON expl:pass 4
    est être AUX aux:pass 4
    retirée retirer VERB ROOT 0
    """)
    assert tree["armée"][0] == "nsubj"
    assert tree["est"][0] == "aux:tense"
    assert tree[sign][0] == "expl:comp"


def test_a_verb_of_moving_with_etre_is_no_passive(repaired) -> None:
    tree = repaired("""
    troupes troupe NOUN nsubj:pass 3
    sont être AUX aux:pass 3
    entrées entrer VERB ROOT 0
    """)
    assert tree["troupes"][0] == "nsubj"


def test_a_true_passive_stays_one(repaired) -> None:
    rows = "chef _ NOUN nsubj:pass 3\nest être AUX aux:pass 3\ntué tuer VERB ROOT 0"
    assert repaired(rows)["chef"] == ("nsubj:pass", "tué")


def test_a_second_subject_after_a_comma_names_the_first(repaired) -> None:
    tree = repaired("""
    porte-parole _ NOUN nsubj 7
    , _ PUNCT punct 7
    le le DET det 4
    colonel _ NOUN nsubj 7
    Ba _ PROPN flat:name 4
    , _ PUNCT punct 7
    dément démentir VERB ROOT 0
    tout _ PRON obj 7
    """)
    assert tree["colonel"] == ("appos", "porte-parole")
    assert tree["porte-parole"] == ("nsubj", "dément")


def test_an_active_verb_has_no_passive_subject_and_no_agent(repaired) -> None:
    tree = repaired("""
    forces force NOUN nsubj:pass 3
    ont avoir AUX aux:tense 3 VerbForm=Fin
    répondu répondre VERB ROOT 0 VerbForm=Part
    par _ ADP case 5
    surprise _ NOUN obl:agent 3
    """)
    assert tree["forces"] == ("nsubj", "répondu")
    assert tree["surprise"] == ("obl:mod", "répondu")


def test_a_noun_with_a_preposition_is_no_subject(repaired) -> None:
    tree = repaired("""
    Devant _ ADP case 2
    forum _ NOUN nsubj 5
    , _ PUNCT punct 5
    Ba _ PROPN nsubj 5
    parle parler VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["forum"] == ("obl:mod", "parle")
    assert tree["Ba"] == ("nsubj", "parle")


def test_the_whole_is_the_subject_and_not_the_part_after_dont(repaired) -> None:
    tree = repaired("""
    civils civil NOUN obl:mod 7
    , _ PUNCT punct 5
    dont _ PRON nmod 5
    onze _ NUM nummod 5
    enfants enfant NOUN nsubj:pass 7
    ont avoir AUX aux:tense 7 VerbForm=Fin
    péri périr VERB ROOT 0 VerbForm=Part
    """)
    assert tree["civils"] == ("nsubj", "péri")
    assert tree["enfants"] == ("nmod", "civils")


def test_what_hangs_on_an_auxiliary_hangs_on_its_verb(repaired) -> None:
    tree = repaired("""
    Cédéao _ PROPN nsubj 2
    a avoir VERB aux:tense 3 VerbForm=Fin
    appelé appeler VERB ROOT 0 VerbForm=Part
    """)
    assert tree["Cédéao"] == ("nsubj", "appelé")


def test_a_pronoun_between_subject_and_verb_is_an_object(repaired) -> None:
    tree = repaired("""
    monde _ NOUN nsubj 4
    nous _ PRON nsubj 4
    a avoir AUX aux:tense 4 VerbForm=Fin
    oubliés oublier VERB ROOT 0 VerbForm=Part
    """)
    assert tree["nous"] == ("obj", "oubliés")
    assert tree["monde"] == ("nsubj", "oubliés")


@pytest.mark.parametrize(
    ("verb", "label"), [("menace menacer", "nsubj"), ("faut falloir", "expl:subj")]
)
def test_il_stands_for_someone_unless_the_verb_is_impersonal(repaired, verb, label) -> None:
    tree = repaired(f"Il il PRON expl:subj 2\n{verb} VERB ROOT 0\npartir _ VERB xcomp 2")
    assert tree["Il"][0] == label


def test_an_office_before_the_name_that_passes_for_the_subject_is_the_subject(repaired) -> None:
    tree = repaired("""
    Le le DET det 2
    chef _ NOUN obl:mod 7
    , _ PUNCT punct 5
    le le DET det 5
    général _ NOUN nsubj 7
    , _ PUNCT punct 7
    promet promettre VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["chef"] == ("nsubj", "promet")
    assert tree["général"] == ("appos", "chef")


def test_a_verb_without_subject_takes_the_noun_that_ends_where_it_begins(repaired) -> None:
    tree = repaired("""
    Plus _ ADV advmod 3
    cent _ NUM nummod 3
    groupes groupe NOUN obl:mod 4
    opèrent opérer VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["groupes"] == ("nsubj", "opèrent")


@pytest.mark.parametrize(
    "row", ["mardi _ NOUN obl:mod 2", "Selon _ ADV advmod 2", "hier hier NOUN obl:mod 2"]
)
def test_a_time_or_an_adverb_is_no_subject(repaired, row: str) -> None:
    tree = repaired(f"{row}\navancent avancer VERB ROOT 0 VerbForm=Fin")
    assert tree[row.split()[0]][0] != "nsubj"


def test_a_subject_is_not_looked_for_before_a_colon(repaired) -> None:
    tree = repaired("""
    portes porte NOUN obj 6
    la le DET det 1
    : _ PUNCT punct 1
    dix _ NUM nummod 5
    détenus détenu NOUN nmod 1
    fuient fuir VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["portes"][0] != "nsubj"
    assert tree["détenus"] == ("nsubj", "fuient")


def test_beside_a_pronoun_the_noun_after_the_verb_is_its_object(repaired) -> None:
    tree = repaired("""
    Nous nous PRON nsubj 2
    tenons tenir VERB ROOT 0 VerbForm=Fin
    les le DET det 4
    ponts pont NOUN nsubj 2
    """)
    assert tree["Nous"] == ("nsubj", "tenons")
    assert tree["ponts"] == ("obj", "tenons")


def test_what_a_comma_parts_from_the_opening_place_is_the_subject(repaired) -> None:
    tree = repaired("""
    A à ADP case 2
    Gao _ PROPN obl:mod 10
    , _ PUNCT punct 5
    des un DET det 5
    milices milice NOUN conj 2
    alliées allié NOUN amod 2
    aux à ADP case 8
    rebelles rebelle NOUN nmod 6
    ont avoir AUX aux:tense 10 VerbForm=Fin
    incendié incendier VERB ROOT 0 VerbForm=Part
    un un DET det 12
    camp _ NOUN obj 10
    """)
    assert tree["milices"] == ("nsubj", "incendié")
    assert tree["alliées"] == ("amod", "milices")
    assert tree["Gao"] == ("obl:mod", "incendié")


def test_a_place_joined_to_a_place_by_et_is_no_subject(repaired) -> None:
    tree = repaired("""
    A à ADP case 2
    Gao _ PROPN obl:mod 7
    et _ CCONJ cc 4
    Kidal _ PROPN conj 2
    , _ PUNCT punct 7
    est être AUX aux:tense 7 VerbForm=Fin
    venu venir VERB ROOT 0 VerbForm=Part
    """)
    assert tree["Kidal"] == ("conj", "Gao")
