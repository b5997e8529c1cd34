"""A gold file is read whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polybe.errors import ReadingError
from polybe.reading import read_gold
from tests.made import record


def test_optional_reports_are_kept_apart(tmp_path: Path) -> None:
    data = record()
    data["reports"][0]["optional"] = True
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(data) + "\n\n", encoding="utf-8")
    (gold,) = read_gold(path)
    assert gold.optional == {"r0"}
    assert gold.coded.document.id == "kesh"


@pytest.mark.parametrize("line", ["{", '{"text": "no coded document"}', '{"document": {}}', ""])
def test_anything_wrong_stops_the_reading_and_names_the_file(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ReadingError, match=r"gold\.jsonl"):
        read_gold(path)


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.jsonl"):
        read_gold(tmp_path / "none.jsonl")
