"""Verbs taken for other words, and the main verb put at the root."""


def test_a_participle_under_etre_taken_for_a_noun_is_a_passive_verb(drafted, edges) -> None:
    draft = drafted("""
    ville _ NOUN nsubj 3
    est être AUX cop 3
    assiégée assiégé NOUN ROOT 0 Gender=Fem|Number=Sing
    """)
    verb = draft[2]
    assert (verb.pos, verb.lemma) == ("VERB", "assiéger")
    assert verb.morph == {"Gender=Fem", "Number=Sing", "VerbForm=Part", "Tense=Past"}
    assert edges(draft)["ville"] == ("nsubj:pass", "assiégée")
    assert edges(draft)["est"] == ("aux:pass", "assiégée")


def test_a_noun_that_is_said_to_be_something_stays_a_noun(drafted) -> None:
    draft = drafted("Il il PRON nsubj 3\nest être AUX cop 3\nroi _ NOUN ROOT 0")
    assert draft[2].pos == "NOUN"


def test_a_noun_with_subject_and_object_is_a_verb(drafted) -> None:
    draft = drafted("""
    Daech _ PROPN nsubj 2
    bombarde _ NOUN ROOT 0
    la le DET det 4
    ville _ NOUN obj 2
    """)
    assert (draft[1].pos, draft[1].lemma) == ("VERB", "bombarder")


def test_a_lone_verb_hung_inside_the_subject_becomes_the_root(repaired) -> None:
    tree = repaired("""
    gangs gang NOUN ROOT 0
    contrôlent contrôler VERB amod 1 VerbForm=Fin
    80 _ NUM nummod 4
    % _ NOUN nmod 1
    de _ ADP case 6
    Gao _ PROPN nmod 4
    . _ PUNCT punct 1
    """)
    assert tree["contrôlent"] == ("ROOT", "")
    assert tree["gangs"] == ("nsubj", "contrôlent")
    assert tree["%"] == ("obj", "contrôlent")
    assert tree["Gao"] == ("nmod", "%")
    assert tree["."] == ("punct", "contrôlent")


def test_a_verb_of_a_relative_clause_stays_in_it(repaired) -> None:
    tree = repaired("""
    gangs gang NOUN ROOT 0
    qui _ PRON nsubj 3
    contrôlent contrôler VERB acl 1 VerbForm=Fin
    Gao _ PROPN obj 3
    """)
    assert tree["gangs"] == ("ROOT", "")


def test_a_participle_taken_for_the_main_verb_gives_way_to_it(repaired) -> None:
    tree = repaired("""
    assaillants assaillant NOUN nsubj 3
    , _ PUNCT punct 3
    arrivés arriver VERB ROOT 0 VerbForm=Part
    à _ ADP case 5
    moto _ NOUN obl:arg 3
    ont avoir AUX aux:tense 7
    incendié incendier VERB advcl 3 VerbForm=Part
    un un DET det 9
    camp _ NOUN obj 7
    . _ PUNCT punct 3
    """)
    assert tree["incendié"] == ("ROOT", "")
    assert tree["assaillants"] == ("nsubj", "incendié")
    assert tree["arrivés"] == ("acl", "assaillants")
    assert tree["."] == ("punct", "incendié")


def test_a_word_between_noun_and_object_is_the_verb(drafted, edges) -> None:
    draft = drafted("""
    armée _ NOUN ROOT 0
    tire _ ADV advmod 1
    un un DET det 4
    obus _ NOUN obj 1
    """)
    assert (draft[1].pos, draft[1].lemma) == ("VERB", "tirer")
    assert edges(draft)["armée"] == ("nsubj", "tire")
    assert edges(draft)["obus"] == ("obj", "tire")


def test_what_stands_before_a_perfect_infinitive_is_its_verb(drafted, edges) -> None:
    draft = drafted("""
    Paris _ PROPN advmod 4
    estime _ ADV advmod 4
    avoir _ AUX aux:tense 4 VerbForm=Inf
    gagné gagner VERB ROOT 0 VerbForm=Part
    """)
    assert (draft[1].pos, draft[1].lemma) == ("VERB", "estimer")
    assert edges(draft)["gagné"] == ("xcomp", "estime")
    assert edges(draft)["Paris"] == ("nsubj", "estime")


def test_a_root_with_a_preposition_gives_way_to_the_verb_with_a_subject(repaired) -> None:
    tree = repaired("""
    Selon _ ADP case 2
    source _ NOUN ROOT 0
    , _ PUNCT punct 2
    gangs gang NOUN nsubj 5
    tirent tirer VERB acl 2 VerbForm=Fin
    """)
    assert tree["tirent"] == ("ROOT", "")
    assert tree["source"] == ("obl:mod", "tirent")
    assert tree["gangs"] == ("nsubj", "tirent")


def test_a_root_beside_the_verb_that_lacks_a_subject_is_that_subject(repaired) -> None:
    tree = repaired("""
    Front _ PROPN ROOT 0
    , _ PUNCT punct 4
    qui _ PRON nsubj 4
    tient tenir VERB acl:relcl 1 VerbForm=Fin
    Gao _ PROPN obj 4
    , _ PUNCT punct 9
    n' ne ADV advmod 9
    a avoir AUX aux:tense 9 VerbForm=Fin
    réagi réagir VERB parataxis 1 VerbForm=Part
    """)
    assert tree["réagi"] == ("ROOT", "")
    assert tree["Front"] == ("nsubj", "réagi")
    assert tree["tient"] == ("acl:relcl", "Front")


def test_a_name_between_commas_is_not_the_subject_of_a_verb_beside_the_root(repaired) -> None:
    tree = repaired("""
    président _ NOUN ROOT 0
    , _ PUNCT punct 3
    Ba _ PROPN nsubj 6
    , _ PUNCT punct 6
    a avoir AUX aux:tense 6 VerbForm=Fin
    refusé refuser VERB parataxis 1 VerbForm=Part
    """)
    assert tree["président"] == ("nsubj", "refusé")
    assert tree["Ba"] == ("appos", "président")


def test_a_heading_before_a_colon_stays_the_root(repaired) -> None:
    tree = repaired("""
    Mali _ PROPN ROOT 0
    : _ PUNCT punct 1
    avance avancer VERB parataxis 1 VerbForm=Fin
    """)
    assert tree["Mali"] == ("ROOT", "")


def test_the_verb_after_a_clause_with_si_governs_it(repaired) -> None:
    tree = repaired("""
    Si si SCONJ mark 3
    Damas _ PROPN nsubj 3
    avance avancer VERB ROOT 0 VerbForm=Fin
    , _ PUNCT punct 6
    Moscou _ PROPN nsubj 6
    recule reculer VERB parataxis 3 VerbForm=Fin
    """)
    assert tree["recule"] == ("ROOT", "")
    assert tree["avance"] == ("advcl", "recule")
    assert tree["Si"] == ("mark", "avance")


def test_a_participle_after_a_noun_and_one_comma_is_no_main_verb(repaired) -> None:
    tree = repaired("""
    chef _ NOUN nsubj 4
    , _ PUNCT punct 3
    investi investir VERB acl 1 VerbForm=Fin
    parle parler VERB ROOT 0 VerbForm=Fin
    """)
    assert tree["investi"] == ("acl", "chef")
