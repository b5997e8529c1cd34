"""Sentence borders that the signs make certain."""

import pytest

from polybe.parsing.borders import INSIDE, LONGEST_RUN, START, UNTOLD, find_borders

ABBREVIATIONS = frozenset(("m", "gal", "av", "déc"))


def starts(words: str) -> list[str]:
    """The words at which sentences start."""
    tokens = words.split()
    borders = find_borders(tokens, ABBREVIATIONS)
    return [token for token, border in zip(tokens, borders, strict=True) if border == START]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ils fuient . Nous restons .", ["Ils", "Nous"]),
        ("« Non ! » Il part .", ["«", "Il"]),
        ("« Non ! » dit-il .", ["«"]),
        ("« Non . Nous restons . » La suite .", ["«", "Nous", "La"]),
        ("Il part . « Non » , dit-elle .", ["Il", "«"]),
        ("« Non ! [ ... ] Nous restons »", ["«", "Nous"]),
        ("Fini . 200 hommes restent .", ["Fini", "200"]),
        ("Quoi ?! Rien .", ["Quoi", "Rien"]),
        ("Ils fuient ... Nous restons", ["Ils", "Nous"]),
        ("Ils restent , etc. Nous partons", ["Ils", "Nous"]),
        ('They left . " We stay . " He went .', ["They", '"', "He"]),
        ('" We stay , " he said . " We wait . "', ['"', '"']),
    ],
)
def test_a_sentence_starts_after_a_stop(words: str, expected: list[str]) -> None:
    assert starts(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "M. Ba et le Gal . Touré sont là .",
        "Le 3 déc. 2012 , rien .",
        "J. Diallo et P . Keita parlent .",
        "En 40 av. J. -C. , rien .",
        "L' U.S. Army reste .",
        "Il hésite ... puis part .",
    ],
)
def test_a_shortened_word_or_a_pause_ends_no_sentence(words: str) -> None:
    assert len(starts(words)) == 1


def test_what_begins_in_lower_case_after_a_dash_is_left_to_the_model() -> None:
    borders = find_borders(["Ils", "fuient", "!", "–", "disent", "."], ABBREVIATIONS)
    assert borders[3] == UNTOLD


def test_without_full_stops_a_long_run_is_left_to_the_model() -> None:
    words = ["mot"] * (LONGEST_RUN + 1)
    assert find_borders(words, ABBREVIATIONS)[1:] == [UNTOLD] * LONGEST_RUN
    assert find_borders(words[:-1], ABBREVIATIONS)[1:] == [INSIDE] * (LONGEST_RUN - 1)


def test_no_words_have_no_borders() -> None:
    assert find_borders([], ABBREVIATIONS) == []
