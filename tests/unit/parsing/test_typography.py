"""What typesetting does to a text is undone for the model, offsets kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.parsing.typography import Mender, pair_quotes
from polybe.parsing.words import ParsingWords

KNOWN = frozenset(
    """conseillers gouvernement conseil portefeuille porte feuille reprise prise état exposition
    position premier grand fait faiton""".split()
)


@pytest.fixture(scope="module")
def mender() -> Mender:
    return Mender(KNOWN, ParsingWords.load("fr"))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("l’armée", "l'armée"),
        ("“non”", "«non»"),
        ("‹non›", "«non»"),
        ('"non", dit-il', "«non», dit-il"),
        ("''non''", "«non»"),
        ("à\u00a0Gao\u202f!", "à Gao !"),
        ("un\tdeux", "un deux"),
        ("porte‑parole", "porte-parole"),
        ("a\ud83d b", "a\ufffd b"),
    ],
)
def test_signs_are_put_one_way(mender: Mender, written: str, seen: str) -> None:
    assert mender.mend(written).text == seen


@pytest.mark.parametrize("word", ["conseil-lers", "gouver-nement", "con-seillers"])
def test_a_word_broken_by_the_typesetter_is_joined(mender: Mender, word: str) -> None:
    mended = mender.mend(f"des {word} là")
    joined = word.replace("-", "")
    assert mended.text == f"des {joined} là"
    assert mended.origin(4, 4 + len(joined)).of(f"des {word} là") == word


@pytest.mark.parametrize(
    "word", ["re-prise", "ex-position", "Conseil-lers", "fait-on", "va-et-vient"]
)
def test_a_word_with_a_hyphen_of_its_own_keeps_it(mender: Mender, word: str) -> None:
    assert mender.mend(word).text == word


def test_a_word_broken_at_the_end_of_a_line_is_joined_when_that_gives_a_word(
    mender: Mender,
) -> None:
    assert mender.mend("le gouverne-\nment").text == "le gouvernement"
    assert mender.mend("la porte-\nparole").text == "la porte-parole"


def test_invisible_signs_ligatures_and_loose_accents_are_mended(mender: Mender) -> None:
    assert mender.mend("le pre\u00admier").text == "le premier"
    assert mender.mend("con\ufb02it").text == "conflit"
    assert mender.mend("e\u0301tat").text == "état"


def test_runs_of_spaces_and_line_breaks_become_one_space(mender: Mender) -> None:
    assert mender.mend("  un  \n deux\u00a0 ").text == "un deux"


def test_a_number_in_groups_of_three_is_one_number(mender: Mender) -> None:
    text = "les 12 000 hommes et 1 250 000 civils"
    mended = mender.mend(text)
    assert mended.text == "les 12000 hommes et 1250000 civils"
    assert mended.origin(4, 9).of(text) == "12 000"


@pytest.mark.parametrize("text", ["en 2012 300 hommes", "3,5 000", "le 12 00", "de 10.000 250"])
def test_other_digits_are_left_apart(mender: Mender, text: str) -> None:
    assert mender.mend(text).text == text


def test_capitals_regain_the_accents_that_print_takes_from_them(mender: Mender) -> None:
    assert mender.mend("A Gao, l'Etat cède.").text == "À Gao, l'État cède."
    assert mender.mend("A-t-il cédé ? Ebola reste.").text == "A-t-il cédé ? Ebola reste."


def test_a_space_forgotten_after_a_full_stop_is_put_in(mender: Mender) -> None:
    text = "Ils sont partis.Les autres restent."
    mended = mender.mend(text)
    assert mended.text == "Ils sont partis. Les autres restent."
    assert mended.origin(17, 20).of(text) == "Les"


def test_straight_quotes_are_paired_by_their_spaces_then_by_turns() -> None:
    assert pair_quotes('Il dit "oui" et "non".', "«", "»") == "Il dit «oui» et «non»."
    assert pair_quotes('("oui")', "«", "»") == "(«oui»)"
    assert pair_quotes('x"y"z', "«", "»") == "x«y»z"


@given(st.text(alphabet="aé' \"«»-\n\u00a0\u00ad\u0301 0123456789.AÉ", max_size=80))
def test_every_mended_character_has_an_origin_inside_the_text(text: str) -> None:
    mended = Mender(KNOWN, ParsingWords.load("fr")).mend(text, offset=7)
    assert len(mended.text) == len(mended.starts) == len(mended.ends)
    for start, end in zip(mended.starts, mended.ends, strict=True):
        assert 7 <= start <= end <= len(text) + 7
