"""How names are brought to the form under which they are looked up."""

from __future__ import annotations

import pytest

from polybe.gazetteer.names import is_latin, name_key


@pytest.mark.parametrize(
    ("written", "alike"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Fada N'Gourma", "Fada N’gourma"),
        ("Saint-Louis", "St-Louis"),
        ("Abéché", "Abeche"),
        ("Łódź", "Lodz"),
        ("Port-au-\nPrince", "Port au Prince"),
        ("Ḩamāh", "Hamah"),
    ],
)
def test_spellings_of_one_name_share_a_key(written: str, alike: str) -> None:
    """Case, accents, apostrophes, hyphens and line breaks do not tell names apart."""
    assert name_key(written) == name_key(alike) != ""


@pytest.mark.parametrize("word", ["par", "des", "nord", "l'est", ""])
def test_words_without_a_capital_have_no_key(word: str) -> None:
    """« par » and « des » are places somewhere; a text never means them."""
    assert name_key(word) == ""


def test_a_short_acronym_is_no_name_in_ordinary_letters() -> None:
    """« ONU » must not find a village called Onu, and « RDC » must not find « Rdc »."""
    assert name_key("ONU") != name_key("Onu")
    assert name_key("MARSEILLE") == name_key("Marseille")


def test_latin_names_are_told_from_others() -> None:
    """Names in other scripts are left out of the index; accents and apostrophes are not."""
    assert is_latin("Ra’s al ‘Ayn")
    assert is_latin("Đà Nẵng")
    assert not is_latin("حلب")
    assert not is_latin("Алеппо")
