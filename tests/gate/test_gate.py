"""The coder's accuracy on the project's own hand-coded articles does not fall."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe import app
from polybe.model import CodedDocument
from polybe.reading import read_gold
from polybe.scoring import Agreement, Rate, Score, score

from . import gate, relevance
from .reconciled import FOLDERS, reached, reconcile_stories
from .stories import read_stories

FILES = gate.gold_files()


def test_there_is_gold() -> None:
    """The gate stands on articles: without any it would prove nothing."""
    assert FILES


@pytest.mark.model
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_scores_hold_their_floors(path: Path) -> None:
    """No row of a gold file is below its floor, and every file has floors."""
    limits = gate.floors()
    told = f"{path.name} lacks floors: python -m tests.gate.gate --raise"
    assert limits.get(path.name, {}).keys() >= set(gate.ROWS), told
    assert list(gate.below(gate.measure(path), limits[path.name])) == []


def test_a_row_under_its_floor_is_told_be_it_an_f1_or_a_share() -> None:
    """Agreements are held by F1, rates by the share that is right."""
    result = Score({"slot time": Agreement(1, 2, 2)}, {"status": Rate(1, 4)})
    assert list(gate.below(result, {"slot time": 0.5, "status": 0.25})) == []
    told = list(gate.below(result, {"slot time": 0.6, "status": 0.3}))
    assert told == [
        "slot time: 0.500 is below the floor of 0.600",
        "status: 0.250 is below the floor of 0.300",
    ]


@pytest.mark.parametrize("row", ["status", "slot time"])
def test_a_floor_is_never_lowered(row: str) -> None:
    """A score below its floor leaves it as it was, one above lifts it."""
    result = score([], [])
    assert gate.raised({row: 0.5}, result)[row] == 0.5
    result.agreements["slot time"] = Agreement(1, 1, 1)
    result.rates["status"] = Rate(1, 1)
    assert gate.raised({row: 0.5}, result)[row] == 1 - gate.SLACK


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_gold_is_sound(path: Path) -> None:
    """Every span of the gold is the text it claims, and every reference leads somewhere."""
    for gold in read_gold(path):
        _check(gold.coded)


def _check(coded: CodedDocument) -> None:
    text, ids = coded.document.text, {m.id for m in coded.mentions}
    for span in (*coded.mentions, *(r.trigger for r in coded.reports)):
        assert span.text == text[span.start : span.end]
    for report in coded.reports:
        told = {*report.actors, *report.recipients, *report.places, *report.figures}
        told |= {*report.sources, *((report.time,) if report.time else ())}
        assert told <= ids, f"{coded.document.id} {report.id}: {told - ids}"


@pytest.mark.model
@pytest.mark.parametrize("name", FOLDERS)
def test_reconciling_holds_its_floors(name: str) -> None:
    """B-cubed, look-alikes kept apart and questions answered right do not fall."""
    limits = gate.floors()
    assert name in limits, f"{name} lacks floors: python -m tests.gate.gate --raise"
    now = reached(reconcile_stories(FOLDERS[name]))
    assert list(gate.shares_below(now, limits[name])) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_stories_are_sound(name: str) -> None:
    """Every mark lies on a word, and every look-alike and question names a fact that is marked."""
    for story in read_stories(FOLDERS[name]):
        texts = {document.id: document.text for document in story.documents}
        labels = {told.label for told in story.told}
        assert len(texts) >= 9
        assert all(texts[t.document][t.start : t.end].strip() for t in story.told)
        assert not any("[[" in text or "]]" in text for text in texts.values())
        assert {label for pair in story.lookalikes for label in pair} <= labels
        asked = {f"{story.name}/{q['cluster']}" for q in story.questions if "cluster" in q}
        assert asked <= labels


@pytest.mark.model
def test_relevance_holds_its_floors() -> None:
    """Next to no report is lost before the parse, and much of other matters is spared."""
    limits = gate.floors()["relevance"]
    now = relevance.reached(gate.gold_files())
    assert limits.keys() == now.keys()
    assert list(gate.shares_below(now, limits)) == []


@pytest.mark.model
@pytest.mark.skipif("en" not in app.languages(), reason="the English model is not installed")
def test_english_examples_hold_their_floor() -> None:
    """Hardly a predicate of English is coded otherwise than its example says."""
    now = gate.examples_reached()
    assert list(gate.shares_below(now, gate.floors()["examples"])) == []


@pytest.mark.parametrize("judgement", [True, False])
def test_shares_of_relevance_are_of_what_is_kept_and_of_what_is_left_out(judgement: bool) -> None:
    """A gate that lets all pass loses and spares nothing; one that lets none, everything."""
    kept = gate.gold_files()
    for row, share in relevance.reached(kept, lambda _: judgement).items():
        assert share == (judgement != row.startswith("other matters")), row
