"""Languages told on headlines and short texts: the harder the shorter they are."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from polybe.reading.languages import identify

SAMPLES = Path(__file__).parents[2] / "samples"
HEADLINES = (SAMPLES / "languages" / "french-headlines.txt").read_text(encoding="utf-8")
FOREIGN = (SAMPLES / "languages" / "foreign.tsv").read_text(encoding="utf-8")
FRENCH = ("fr",)


@pytest.mark.parametrize("headline", HEADLINES.splitlines())
def test_a_french_headline_is_never_refused(headline: str) -> None:
    """Names of other lands (« Roland-Garros : Alcaraz en finale ») are no proof."""
    assert identify(headline, FRENCH).foreign is None


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*related/*.jsonl")), ids=lambda p: p.stem)
def test_french_articles_of_every_matter_pass(path: Path) -> None:
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert [text for text in texts if identify(text, FRENCH).foreign] == []


def test_short_texts_of_other_languages_are_refused_by_their_names() -> None:
    """All but three of forty; a language that is told is told right."""
    told = Counter(
        (language, identify(text, FRENCH).foreign)
        for language, text in (line.split("\t") for line in FOREIGN.splitlines())
    )
    assert [pair for pair in told if pair[1] not in (None, pair[0])] == []
    assert sum(n for (language, found), n in told.items() if language == found) >= 37
