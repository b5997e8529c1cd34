"""Pages in the styles of outlets give their articles, whole and alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polybe.reading.pages import read_page

PAGES = sorted((Path(__file__).resolve().parents[2] / "samples" / "pages").rglob("*.html"))


def expected(page: Path) -> dict[str, Any]:
    """What is wanted of a page."""
    told: dict[str, Any] = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    return told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_paragraphs_of_a_page_are_all_there_and_nothing_else(page: Path) -> None:
    found = read_page(page.read_bytes())
    wanted = expected(page)
    assert list(found.paragraphs) == wanted["paragraphs"]
    assert not [words for words in wanted["absent"] if words in found.text]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_title_date_outlet_and_address_of_a_page_are_right(page: Path) -> None:
    found, wanted = read_page(page.read_bytes()), expected(page)
    assert found.title == wanted["title"]
    assert found.published == wanted["published"]
    assert (found.outlet, found.url) == (wanted["outlet"], wanted["url"])


def page(paragraph: str) -> bytes:
    """A page with this between two paragraphs of its article."""
    told = "<p>L'armée du Norland a repris lundi la gare de Kesh, tenue par les rebelles.</p>"
    return f"<html><body><article><h1>Kesh</h1>{told}{paragraph}{told}</article>".encode()


@pytest.mark.parametrize(
    "paragraph",
    [
        '<p><a href="/a">La trêve de Brask tient toujours</a></p>',
        '<p>&gt;&gt; <a href="/a">La trêve de Brask tient toujours</a></p>',
        '<p>Pour mémoire – <a href="/a">La trêve de Brask tient toujours</a></p>',
        '<p><b>Notre éclairage :</b> <a href="/a">La trêve de Brask tient toujours</a>.</p>',
    ],
)
def test_a_paragraph_that_is_a_link_is_a_signpost(paragraph: str) -> None:
    assert "trêve" not in read_page(page(paragraph)).text


@pytest.mark.parametrize(
    "paragraph",
    [
        '<p>Pour mémoire, <a href="/a">la trêve</a> de Brask tient depuis mai.</p>',
        '<p>Le maire confirme : <a href="/a">la trêve</a> de Brask tient toujours.</p>',
        '<p><a href="#trois">La trêve de Brask tient toujours</a></p>',
    ],
)
def test_a_paragraph_with_a_link_in_it_is_none(paragraph: str) -> None:
    assert "trêve" in read_page(page(paragraph)).text


LONG = (
    "Le groupe électrogène ne suffit plus à alimenter à la fois les respirateurs et la pharmacie ; "
)
LONG += "il a fallu choisir, disent les médecins de Kesh, qui attendent des secours depuis jeudi."


def test_what_only_subscribers_see_is_of_the_article() -> None:
    """A box called « paywall » that holds prose is the rest of the text; an offer is none."""
    rest = f'<div class="paywall"><p>{LONG}</p><p>Un. {LONG}</p></div>'
    offer = '<div class="paywall"><p>Un mois pour un euro.</p><a href="/abo">Je choisis</a></div>'
    text = read_page(page(rest + offer)).text
    assert text.count(LONG) == 2
    assert "un euro" not in text


def test_a_signpost_behind_the_last_sentence_is_cut_off() -> None:
    told = f'<p>{LONG} Read more: <a href="/a">Nine schools closed for a second month</a></p>'
    assert read_page(page(told)).paragraphs[1] == LONG


def test_what_stands_before_a_title_is_no_part_of_it() -> None:
    markup = page(f"<p>{LONG}</p>").replace(
        b"<h1>Kesh</h1>", b"<h1>EN DIRECT - La gare de Kesh est reprise</h1>"
    )
    found = read_page(markup)
    assert found.title == "La gare de Kesh est reprise"
    assert "EN DIRECT" not in found.text
