"""The coder's accuracy on the project's own hand-coded articles does not fall."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.model import CodedDocument
from polybe.reading import read_gold

from . import gate

FILES = gate.gold_files()


def test_there_is_gold() -> None:
    """The gate stands on articles: without any it would prove nothing."""
    assert FILES


@pytest.mark.model
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_scores_hold_their_floors(path: Path) -> None:
    """No row of a gold file is below its floor, and every file has floors."""
    limits = gate.floors()
    assert path.name in limits, f"{path.name} has no floors: python -m tests.gate.gate --raise"
    assert list(gate.below(gate.measure(path), limits[path.name])) == []


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
