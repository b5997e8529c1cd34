"""Trees with the labels of spaCy's English models, turned into those that the grammar reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polybe.parsing.draft import Draft
from polybe.parsing.english.universal import make_universal
from polybe.parsing.english.verbs import repair_verbs

Tree = dict[str, tuple[str, str]]
PAST = "Aspect=Perf|Tense=Past|VerbForm=Part"
GERUND = "Aspect=Prog|Tense=Pres|VerbForm=Part"
COMMON = frozenset({"president", "army", "general"})


@pytest.fixture
def turn(
    build_draft: Callable[[str], Draft], edges: Callable[[Draft], Tree]
) -> Callable[[str], tuple[Draft, Tree]]:
    """The sentence and its tree after all that is done to it."""

    def turned(rows: str) -> tuple[Draft, Tree]:
        draft = build_draft(rows)
        make_universal(draft, COMMON)
        repair_verbs(draft)
        return draft, edges(draft)

    return turned


def test_a_preposition_hangs_on_its_noun(turn: Callable[[str], tuple[Draft, Tree]]) -> None:
    _, tree = turn("""
        Rebels rebel NOUN nsubj 2
        shelled shell VERB ROOT 0
        markets market NOUN dobj 2
        in _ ADP prep 3
        Idlib _ PROPN pobj 4
        for _ ADP prep 2
        hours hour NOUN pobj 6
    """)
    assert tree["markets"] == ("obj", "shelled")
    assert tree["Idlib"] == ("nmod", "markets")
    assert tree["in"] == ("case", "Idlib")
    assert tree["hours"] == ("obl:mod", "shelled")


def test_two_prepositions_in_a_row_are_one(turn: Callable[[str], tuple[Draft, Tree]]) -> None:
    """« according to the UN »: the inner one is fixed to the outer."""
    _, tree = turn("""
        fled flee VERB ROOT 0
        according accord VERB prep 1
        to _ ADP prep 2
        the _ DET det 5
        UN _ PROPN pobj 3
    """)
    assert tree["UN"] == ("obl:mod", "fled")
    assert tree["according"] == ("case", "UN")
    assert tree["to"] == ("fixed", "according")


def test_the_agent_of_a_passive_is_one(turn: Callable[[str], tuple[Draft, Tree]]) -> None:
    _, tree = turn("""
        Kidal _ PROPN nsubjpass 3
        was be AUX auxpass 3
        taken take VERB ROOT 0 Tense=Past|VerbForm=Part
        by _ ADP agent 3
        rebels rebel NOUN pobj 4
    """)
    assert tree["Kidal"] == ("nsubj:pass", "taken")
    assert tree["was"] == ("aux:pass", "taken")
    assert tree["rebels"] == ("obl:agent", "taken")


def test_a_gerund_after_a_preposition_completes_its_verb(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    """« accused Moscow of bombing »: as other languages say with an infinitive."""
    draft, tree = turn(f"""
        accused accuse VERB ROOT 0
        Moscow _ PROPN dobj 1
        of _ ADP prep 1
        bombing bomb VERB pcomp 3 {GERUND}
        hospitals hospital NOUN dobj 4
    """)
    assert tree["bombing"] == ("xcomp", "accused")
    assert tree["of"] == ("mark", "bombing")
    assert draft[3].morph == {"VerbForm=Inf"}


def test_what_is_said_of_a_subject_governs_its_copula(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    _, tree = turn("""
        Iran _ PROPN nsubj 2
        is be AUX ROOT 0
        ready _ ADJ acomp 2
        to _ PART aux 5
        talk _ VERB xcomp 3
    """)
    assert tree["ready"] == ("ROOT", "")
    assert tree["is"] == ("cop", "ready")
    assert tree["Iran"] == ("nsubj", "ready")
    assert tree["to"] == ("mark", "talk")


def test_what_there_is_is_the_subject(turn: Callable[[str], tuple[Draft, Tree]]) -> None:
    _, tree = turn("""
        There there PRON expl 2
        were be AUX ROOT 0
        clashes clash NOUN attr 2
    """)
    assert tree["clashes"] == ("nsubj", "were")
    assert tree["There"] == ("expl:subj", "were")


def test_owners_are_nouns_and_possessives_determiners(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    _, tree = turn("""
        Syria _ PROPN poss 3
        's _ PART case 1
        army _ NOUN ROOT 0
        and _ CCONJ cc 3
        its _ PRON poss 6
        allies ally NOUN conj 3
    """)
    assert tree["Syria"] == ("nmod:poss", "army")
    assert tree["its"] == ("det", "allies")


def test_who_stands_before_a_hyphen_does_it(turn: Callable[[str], tuple[Draft, Tree]]) -> None:
    """« rebel-held Aleppo »: the hyphen stands where « by » would."""
    _, tree = turn(f"""
        rebel _ NOUN npadvmod 3
        - _ PUNCT punct 3
        held hold VERB amod 4 {PAST}
        Aleppo _ PROPN ROOT 0
    """)
    assert tree["rebel"] == ("obl:agent", "held")
    assert tree["-"] == ("case", "rebel")


def test_a_verb_with_an_object_is_no_participle_of_its_subject(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    """« Strikes killed civilians, activists said » with « killed » hung on « strikes »."""
    draft, tree = turn(f"""
        strikes strike NOUN nsubj 6
        killed kill VERB acl 1 {PAST}
        civilians civilian NOUN dobj 2
        , _ PUNCT punct 6
        activists activist NOUN nsubj 6
        said say VERB ROOT 0
    """)
    assert tree["killed"] == ("ccomp", "said")
    assert tree["strikes"] == ("nsubj", "killed")
    assert "VerbForm=Fin" in draft[1].morph


def test_a_gerund_in_the_place_of_a_noun_is_one(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    draft, tree = turn(f"""
        Fighting fight VERB csubj 4 {GERUND}
        between _ ADP prep 1
        militias militia NOUN pobj 2
        erupted erupt VERB ROOT 0
    """)
    assert draft[0].pos == "NOUN"
    assert tree["Fighting"] == ("nsubj", "erupted")
    assert tree["militias"] == ("nmod", "Fighting")


class TestNames:
    """The first word of a name governs, after a title the title."""

    def test_a_name_hangs_on_its_title(
        self, build_draft: Callable[[str], Draft], edges: Callable[[Draft], Tree]
    ) -> None:
        draft = build_draft("""
            President _ PROPN compound 3
            Ali _ PROPN compound 3
            Omar _ PROPN nsubj 4
            spoke speak VERB ROOT 0
        """)
        draft.change(1, entity="PERSON", entity_start=True)
        draft.change(2, entity="PERSON")
        make_universal(draft, COMMON)
        tree = edges(draft)
        assert tree["President"] == ("nsubj", "spoke")
        assert tree["Ali"] == ("flat:name", "President")
        assert tree["Omar"] == ("flat:name", "President")

    def test_a_first_name_that_the_model_has_not_seen_belongs_to_the_name(
        self, build_draft: Callable[[str], Draft], edges: Callable[[Draft], Tree]
    ) -> None:
        draft = build_draft("""
            Meral _ PROPN compound 2
            Demir _ PROPN nsubj 3
            spoke speak VERB ROOT 0
        """)
        draft.change(1, entity="PERSON", entity_start=True)
        make_universal(draft, COMMON)
        assert edges(draft)["Demir"] == ("flat:name", "Meral")
        assert (draft[0].entity, draft[0].entity_start) == ("PER", True)
        assert (draft[1].entity, draft[1].entity_start) == ("PER", False)


def test_words_joined_before_a_noun_both_hang_on_it(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    _, tree = turn("""
        US _ PROPN nmod 4
        and _ CCONJ cc 1
        British _ ADJ conj 1
        forces force NOUN nsubj 5
        left leave VERB ROOT 0
    """)
    assert tree["US"] == ("compound", "forces")
    assert tree["British"] == ("amod", "forces")


def test_a_gerund_behind_a_preposition_is_a_clause(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    """« prevented protesters from marching » with the gerund for a noun."""
    _, tree = turn(f"""
        Police police NOUN nsubj 2
        prevented prevent VERB ROOT 0
        protesters protester NOUN dobj 2
        from _ ADP prep 2
        marching march VERB pobj 4 {GERUND}
    """)
    assert tree["marching"] == ("xcomp", "prevented")
    assert tree["from"] == ("mark", "marching")


def test_what_is_barred_to_an_object_completes_the_verb(
    turn: Callable[[str], tuple[Draft, Tree]],
) -> None:
    """« banned the party from rallying » with the gerund hung on the party."""
    _, tree = turn(f"""
        Judges judge NOUN nsubj 2
        banned ban VERB ROOT 0
        parties party NOUN dobj 2
        from _ ADP prep 3
        rallying rally VERB pcomp 4 {GERUND}
    """)
    assert tree["rallying"] == ("xcomp", "banned")


def test_a_name_that_is_taken_for_an_adverb(
    build_draft: Callable[[str], Draft], edges: Callable[[Draft], Tree]
) -> None:
    """« recaptured Mosul »: a labelled name right behind its verb is its object."""
    draft = build_draft("""
        Troops troop NOUN nsubj 2
        recaptured recapture VERB ROOT 0
        Mosul _ ADV advmod 2
    """)
    draft.change(2, entity="LOC")
    repair_verbs(draft)
    assert edges(draft)["Mosul"] == ("obj", "recaptured")
    assert draft.pos(2) == "PROPN"
