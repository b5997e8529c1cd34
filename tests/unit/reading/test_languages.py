"""Foreign texts are told; short and mixed ones are given the benefit of the doubt."""

from __future__ import annotations

import pytest

from polybe.reading.languages import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army took the town on Monday after a week of fighting, officials said.", "en"),
        ("El ejército tomó la ciudad el lunes tras una semana de combates.", "es"),
        ("Армия заняла город в понедельник после недели боёв.", "ru"),
        ("سيطر الجيش على المدينة يوم الاثنين بعد أسبوع من القتال.", "ar"),
    ],
)
def test_a_foreign_text_is_named(text: str, language: str) -> None:
    assert identify(text, ("fr",)).foreign == language


@pytest.mark.parametrize(
    "text",
    [
        "L'armée a pris la ville lundi après une semaine de combats.",
        "Un soldat tué",
        "Kidal",
        "Attentat à Kaboul",
        "12 mai 2014",
    ],
)
def test_french_and_what_could_be_french_pass(text: str) -> None:
    assert identify(text, ("fr",)).foreign is None


def test_a_wanted_language_passes() -> None:
    assert identify("The army took the town on Monday.", ("fr", "en")) == ("en", None)
