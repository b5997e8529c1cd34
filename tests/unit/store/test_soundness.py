"""What a coded document must be to be kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from polybe.model import CodedDocument, Quote
from polybe.store import faults_of
from tests.made import coded, record


def keys(made: CodedDocument) -> list[str]:
    return [fault.key for fault in faults_of(made)]


def changed(**document: Any) -> CodedDocument:
    made = coded()
    return replace(made, document=replace(made.document, **document))


def test_a_sound_document_has_no_fault() -> None:
    assert keys(coded()) == []


@pytest.mark.parametrize("text", ["un caractère\0nul", "une moitié \ud83d"])
def test_characters_that_no_database_holds_are_told(text: str) -> None:
    assert keys(changed(title=text)) == ["unsound.characters"]


@pytest.mark.parametrize("document", [{"text": None}, {"id": 7}, {"outlet": ["Le Jour"]}])
def test_keys_that_are_no_text_are_told(document: dict[str, Any]) -> None:
    assert keys(changed(**document)) == ["unsound.not_text"]


def test_ids_told_twice_are_told() -> None:
    data = record()
    data["reports"].append(data["reports"][0])
    data["mentions"].append(data["mentions"][0])
    assert keys(coded(data)) == ["unsound.twins", "unsound.twins"]


def test_a_report_of_a_mention_that_is_not_there_is_told() -> None:
    made = coded()
    reports = (replace(made.reports[0], time="t9", actors=("a9",)), *made.reports[1:])
    assert keys(replace(made, reports=reports)) == ["unsound.no_mention"] * 2


@pytest.mark.parametrize("start", [-1, 1, 10_000, "0", 0.0])
def test_spans_that_are_not_those_of_the_text_are_told(start: Any) -> None:
    made = coded()
    first = made.reports[0]
    moved = replace(first, trigger=Quote(start, first.trigger.end, first.trigger.text))
    assert keys(replace(made, reports=(moved, *made.reports[1:]))) == ["unsound.span"]
