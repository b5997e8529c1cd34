"""Objects, infinitives, participles and appositions hung where they belong."""

import pytest


def test_a_name_after_an_office_is_its_apposition(repaired) -> None:
    tree = repaired("""
    secrétaire _ NOUN nsubj 5
    , _ PUNCT punct 3
    Guterres _ PROPN conj 1
    , _ PUNCT punct 5
    parle parler VERB ROOT 0
    """)
    assert tree["Guterres"] == ("appos", "secrétaire")


def test_a_list_closed_by_a_conjunction_stays_a_list(repaired) -> None:
    tree = repaired("""
    ministres ministre NOUN nsubj 6
    , _ PUNCT punct 3
    Moscou _ PROPN conj 1
    et _ CCONJ cc 5
    Damas _ PROPN conj 1
    parlent parler VERB ROOT 0
    """)
    assert tree["Moscou"] == ("conj", "ministres")


def test_a_number_that_counts_nothing_is_the_verbs_object(repaired) -> None:
    tree = repaired("""
    tuant tuer VERB ROOT 0
    dix _ NUM nummod 3
    personnes personne NOUN obj 1
    et _ CCONJ cc 6
    en _ ADP case 6
    blessant blesser VERB conj 3
    quatre _ NUM nummod 3
    """)
    assert tree["quatre"] == ("obj", "blessant")
    assert tree["blessant"] == ("conj", "tuant")


@pytest.mark.parametrize("row", ["mardi _ NOUN obj 1", "semaine _ NOUN obj 1"])
def test_a_bare_time_is_no_object(repaired, row: str) -> None:
    tree = repaired(f"parle parler VERB ROOT 0\n{row}")
    assert tree[row.split()[0]] == ("obl:mod", "parle")


def test_what_a_verb_takes_with_a_hangs_on_the_verb(repaired) -> None:
    tree = repaired("""
    opposent opposer VERB ROOT 0
    armée _ NOUN obj 1
    aux à ADP case 4
    rebelles rebelle NOUN nmod 2
    """)
    assert tree["rebelles"] == ("obl:arg", "opposent")


def test_what_a_noun_takes_with_a_stays_with_the_noun(repaired) -> None:
    tree = repaired("""
    réclament réclamer VERB ROOT 0
    retour _ NOUN obj 1
    à à ADP case 4
    paix _ NOUN nmod 2
    """)
    assert tree["paix"] == ("nmod", "retour")


def test_in_a_cleft_the_relative_clause_takes_up_what_is_singled_out(repaired) -> None:
    tree = repaired("""
    C' ce PRON nsubj 3
    est être AUX cop 3
    chef _ NOUN ROOT 0
    d' de ADP case 5
    armée _ NOUN nmod 3
    qui _ PRON nsubj 7
    parle parler VERB acl:relcl 5
    """)
    assert tree["parle"] == ("acl:relcl", "chef")


def test_what_is_counted_is_a_noun(drafted) -> None:
    draft = drafted("""
    abrite abriter VERB ROOT 0 VerbForm=Fin
    dix _ NUM nummod 3
    déplacées déplacer VERB xcomp 1 VerbForm=Part|Gender=Fem
    """)
    assert (draft[2].pos, draft[2].lemma, draft[2].dep) == ("NOUN", "déplacé", "obj")
    assert draft[2].morph == {"Gender=Fem"}


def test_a_conjugated_verb_is_not_joined_to_an_infinitive(repaired) -> None:
    tree = repaired("""
    voulaient vouloir VERB ROOT 0 VerbForm=Fin
    partir partir VERB xcomp 1 VerbForm=Inf
    et _ CCONJ cc 5
    ont avoir AUX aux:tense 5 VerbForm=Fin
    échoué échouer VERB conj 2 VerbForm=Part
    """)
    assert tree["échoué"] == ("conj", "voulaient")


def test_an_infinitive_hangs_on_the_nearest_verb_that_takes_one(repaired) -> None:
    tree = repaired("""
    remercié remercier VERB ROOT 0
    et _ CCONJ cc 3
    demandé demander VERB conj 1
    à _ ADP case 5
    Ba _ PROPN obl:arg 3
    de de ADP mark 7
    partir _ VERB xcomp 1
    """)
    assert tree["partir"] == ("xcomp", "demandé")


def test_an_infinitive_under_the_one_who_is_asked_is_what_is_asked(repaired) -> None:
    tree = repaired("""
    supplie supplier VERB ROOT 0
    soldats soldat NOUN obj 1
    de de ADP mark 4
    partir _ VERB acl 2
    """)
    assert tree["partir"] == ("xcomp", "supplie")


def test_an_infinitive_that_explains_a_noun_stays_with_it(repaired) -> None:
    tree = repaired("""
    rejette rejeter VERB ROOT 0
    ordre _ NOUN obj 1
    de de ADP mark 4
    partir _ VERB acl 2
    """)
    assert tree["partir"] == ("acl", "ordre")


def test_a_perfect_infinitive_hangs_on_the_verb_of_saying(repaired) -> None:
    tree = repaired("""
    affirme affirmer VERB ROOT 0
    au à ADP case 3
    contraire _ NOUN obl:arg 1
    avoir _ AUX aux:tense 5 VerbForm=Inf
    détruit détruire VERB acl 3 VerbForm=Part
    """)
    assert tree["détruit"] == ("xcomp", "affirme")


def test_a_participle_after_a_comma_goes_with_the_noun_that_agrees(repaired) -> None:
    tree = repaired("""
    annonce annoncer VERB ROOT 0
    discussions discussion NOUN obj 1 Gender=Fem|Number=Plur
    avec _ ADP case 4
    rivaux rival NOUN nmod 2 Gender=Masc|Number=Plur
    , _ PUNCT punct 6
    prévues prévoir VERB advcl 1 VerbForm=Part|Gender=Fem|Number=Plur
    """)
    assert tree["prévues"] == ("acl", "discussions")


def test_a_gerund_after_a_comma_goes_with_the_verb(repaired) -> None:
    tree = repaired("""
    attaqué attaquer VERB ROOT 0
    dans _ ADP case 3
    province _ NOUN obl:mod 1
    , _ PUNCT punct 5
    tuant tuer VERB acl 3 VerbForm=Part
    """)
    assert tree["tuant"] == ("advcl", "attaqué")


def test_a_gerund_with_et_is_joined_to_the_one_before(repaired) -> None:
    tree = repaired("""
    texte _ NOUN ROOT 0
    demandant demander VERB acl 1 VerbForm=Part
    arrêt _ NOUN obj 2
    et _ CCONJ cc 5
    appelant appeler VERB acl 3 VerbForm=Part
    """)
    assert tree["appelant"] == ("conj", "demandant")


def test_the_noun_before_a_gerund_is_the_verbs_object(repaired) -> None:
    tree = repaired("""
    bloqué bloquer VERB ROOT 0
    un un DET det 3
    texte _ NOUN nsubj 4
    condamnant condamner VERB advcl 1 VerbForm=Part
    """)
    assert tree["texte"] == ("obj", "bloqué")
    assert tree["condamnant"] == ("acl", "texte")


def test_a_clause_with_qui_hangs_on_the_noun_before_it(repaired) -> None:
    tree = repaired("""
    annoncé annoncer VERB ROOT 0
    Monusco _ PROPN nsubj 1
    , _ PUNCT punct 5
    qui _ PRON nsubj 5
    condamne condamner VERB ccomp 1 VerbForm=Fin
    """)
    assert tree["condamne"] == ("acl:relcl", "Monusco")


def test_what_a_passive_takes_with_par_is_its_agent(repaired) -> None:
    tree = repaired("""
    est être AUX aux:pass 2
    approuvé approuver VERB ROOT 0
    par _ ADP case 4
    Moscou _ PROPN obl:mod 2
    """)
    assert tree["Moscou"] == ("obl:agent", "approuvé")


@pytest.mark.parametrize("label", ["nmod 2", "obl:mod 1"])
def test_what_follows_the_day_is_the_object(repaired, label: str) -> None:
    tree = repaired(f"""
    attaqué attaquer VERB ROOT 0
    dimanche _ NOUN obl:mod 1
    deux _ NUM nummod 4
    villages village NOUN {label}
    """)
    assert tree["villages"] == ("obj", "attaqué")


def test_a_bare_noun_after_an_active_verb_is_its_object(repaired) -> None:
    tree = repaired("""
    appelle appeler VERB ROOT 0 VerbForm=Fin
    les le DET det 3
    parties partie NOUN obl:mod 1
    """)
    assert tree["parties"] == ("obj", "appelle")


def test_a_name_hung_on_the_verb_belongs_to_the_title_before_it(repaired) -> None:
    tree = repaired("""
    président _ NOUN nsubj 3
    Macky _ PROPN advmod 3
    parle parler VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["Macky"] == ("flat:name", "président")


def test_what_follows_a_day_is_the_verbs_complement(repaired) -> None:
    tree = repaired("""
    rebelles rebelle NOUN nsubj 4
    se _ PRON expl:comp 4
    sont être AUX aux:tense 4
    emparés emparer VERB ROOT 0 VerbForm=Part|Tense=Past
    jeudi _ NOUN obl:mod 4
    de _ ADP case 7
    gare _ NOUN nmod 5
    """)
    assert tree["gare"] == ("obl:arg", "emparés")


def test_an_aside_is_no_verb_phrase(repaired) -> None:
    tree = repaired("""
    Moscou _ PROPN nsubj 2
    a avoir VERB ROOT 0 VerbForm=Fin
    de _ ADP case 5
    son _ DET det 5 Poss=Yes
    côté _ NOUN obl:arg 2
    condamné condamner VERB acl 5 VerbForm=Part|Tense=Past|Gender=Masc|Number=Sing
    frappe _ NOUN obj 6
    """)
    assert tree["a"] == ("aux:tense", "condamné")
    assert tree["Moscou"] == ("nsubj", "condamné")
    assert tree["frappe"] == ("obj", "condamné")


def test_a_length_of_time_is_no_preposition_of_the_object(repaired) -> None:
    tree = repaired("""
    accuse accuser VERB ROOT 0
    depuis _ ADP case 5
    longtemps _ ADV fixed 2
    le _ DET det 5
    maire _ NOUN obl:mod 1
    """)
    assert tree["maire"] == ("obj", "accuse")
    assert tree["depuis"] == ("advmod", "accuse")
