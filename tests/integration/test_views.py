"""What the views make of articles, coded whole: English ones and French ones by the same rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe import CodedDocument, app, view_of
from polybe.views import View

PAIRS = [
    tuple(line.split(" | "))
    for line in Path(__file__).with_name("views.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _rows(text: str, language: str, scheme: str) -> list[str]:
    coded = app.code(text, published="2024-05-15", language=language)
    assert isinstance(coded, CodedDocument)
    found: list[View] = [view_of(report, coded, scheme) for report in coded.reports]
    return [view.row for view in found]


@pytest.mark.model
@pytest.mark.skipif("en" not in app.languages(), reason="the English model is not installed")
@pytest.mark.parametrize(("row", "english"), [(row, text) for row, text, _ in PAIRS])
def test_an_english_sentence_is_told_by_its_row(row: str, english: str) -> None:
    assert row in _rows(english, "en", row.split("/")[0])


@pytest.mark.model
@pytest.mark.parametrize(("row", "french"), [(row, text) for row, _, text in PAIRS])
def test_a_french_sentence_is_told_by_the_same_row(row: str, french: str) -> None:
    assert row in _rows(french, "fr", row.split("/")[0])
