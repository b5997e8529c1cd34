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
