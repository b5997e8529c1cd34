"""Labels and governors mended on hand-built sentences."""

from collections.abc import Callable

import pytest

from polybe.parsing.complements import repair_complements
from polybe.parsing.draft import Draft
from polybe.parsing.lexicon import Lexicon
from polybe.parsing.repair import repair_sentence
from polybe.parsing.roots import repair_roots
from polybe.parsing.subjects import repair_subjects
from polybe.parsing.words import ParsingWords

Edges = dict[str, tuple[str, str]]


@pytest.fixture
def drafted(
    build_draft: Callable[..., Draft], lexicon: Lexicon, words: ParsingWords
) -> Callable[[str], Draft]:
    def repair(rows: str) -> Draft:
        draft = build_draft(rows)
        repair_roots(draft, lexicon)
        repair_subjects(draft, words)
        repair_complements(draft, words)
        return draft

    return repair


@pytest.fixture
def repaired(
    drafted: Callable[[str], Draft], edges: Callable[[Draft], Edges]
) -> Callable[[str], Edges]:
    return lambda rows: edges(drafted(rows))


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


def test_a_repaired_sentence_has_the_same_tokens_in_the_same_places(
    build_draft, lexicon, words
) -> None:
    tokens = build_draft(
        "Daech _ PROPN nsubj 2\nbombarde _ NOUN ROOT 0\nGao _ PROPN obj 2", first=30
    ).tokens()
    found = repair_sentence(tokens, lexicon, words)
    assert [t[:4] for t in found] == [t[:4] for t in tokens]
    assert found[1].pos == "VERB"
