"""Who signs a page is found wherever pages tell it, and a byline is told from a sentence."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from polybe.reading.bylines import is_byline, names_on

NAMES = frozenset({"moussa tiendre", "nadine haddour", "afp"})


@pytest.mark.parametrize(
    "marks",
    [
        '<meta name="author" content="Nadine Haddour">',
        '<meta property="article:author" content="Nadine Haddour">',
        '<script type="application/ld+json">'
        '{"@graph": [{"author": [{"name": "Nadine Haddour"}]}]}</script>',
        '<script type="application/ld+json">{"author": "Nadine Haddour"}</script>',
        '<a rel="author" href="/nh">Nadine Haddour</a>',
        '<span itemprop="author">Par Nadine Haddour</span>',
        '<p class="article-byline">Par <b>Nadine HADDOUR</b></p>',
        '<div class="signature">Écrit par Nadine Haddour</div>',
    ],
)
def test_who_signs_is_found_wherever_pages_tell_it(marks: str) -> None:
    assert "nadine haddour" in names_on(document_fromstring(f"<html><body>{marks}<p>Texte"))


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"author": 5}', "null"])
def test_data_that_is_broken_names_nobody(data: str) -> None:
    page = f'<html><script type="application/ld+json">{data}</script><p>Texte</p></html>'
    assert names_on(document_fromstring(page)) == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        "Moussa Tiendré",
        "Par Moussa TIENDRÉ",
        "Écrit par Moussa Tiendré.",
        "Moussa Tiendré, envoyé spécial à Kombé",
        "Moussa Tiendré et Clarisse Dabo",
        "AFP",
    ],
)
def test_a_name_and_what_it_is_are_a_byline(line: str) -> None:
    assert is_byline(line, NAMES)


@pytest.mark.parametrize(
    "line",
    [
        "Moussa Tiendré a été arrêté lundi",
        "Moussa Tiendré, le juge du procès de Kombé, a été arrêté lundi.",
        "Moussa Tiendré : Que demandez-vous ?",
        "AFP, une agence en grève",
        "Par monts et par vaux",
    ],
)
def test_what_says_something_of_a_name_is_none(line: str) -> None:
    assert not is_byline(line, NAMES)
