"""PLOVER's gold standard records, in files of the tests' own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polybe.errors import ReadingError
from polybe.model import PloverSide
from polybe.reading import read_plover_gsr

NOTE = {"id": "NOTE-1", "event": "DOCUMENT", "eventText": "about the file"}
RECORD = {
    "id": "KESH-1",
    "date": "2001-02-03",
    "source": [{"actorText": "Kesh", "code": "KSH", "sector": "GOV"}],
    "event": "DEMAND",
    "eventText": "demanded",
    "target": [{"actorText": "Morland ... rebels", "code": ""}],
    "text": "Kesh demanded that Morland and its rebels leave.",
}


def written(folder: Path, rows: object) -> Path:
    path = folder / "records.json"
    path.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
    return path


def test_a_record_is_a_sentence_with_todays_types_and_its_sides(tmp_path: Path) -> None:
    (record,) = read_plover_gsr(written(tmp_path, [NOTE, RECORD]))
    assert record.document.text == RECORD["text"]
    assert (record.document.published, record.document.language) == ("2001-02-03", "en")
    assert record.types == record.named == ("REQUEST",)
    assert record.sources == (PloverSide(("Kesh",), "KSH"),)
    assert record.targets == (PloverSide(("Morland", "rebels"), None),)


def test_rulings_heed_the_words_of_the_event(tmp_path: Path) -> None:
    apology = {**RECORD, "event": "SUPPORT", "eventText": "apologized"}
    (record,) = read_plover_gsr(written(tmp_path, [apology]))
    assert (record.types, record.named) == (("CONCEDE",), ("SUPPORT",))


@pytest.mark.parametrize("side", [None, "", [], [{"actorText": ""}], {"actorText": " "}])
def test_a_side_that_names_nobody_is_none(tmp_path: Path, side: object) -> None:
    (record,) = read_plover_gsr(written(tmp_path, [{**RECORD, "target": side}]))
    assert record.targets == ()


def test_ids_that_repeat_stay_apart(tmp_path: Path) -> None:
    records = read_plover_gsr(written(tmp_path, [RECORD, RECORD]))
    assert len({record.document.id for record in records}) == 2


def without(key: str) -> list[dict[str, Any]]:
    return [{k: v for k, v in RECORD.items() if k != key}]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("[{", "records.json:1"),
        ({"event": "AID"}, "no record of an event"),
        ([NOTE], "no record of an event"),
        (["Kesh"], "records.json:1"),
        (without("text"), "« text » is missing"),
        (without("event"), "« event » is missing"),
        ([NOTE, {**RECORD, "event": "DANCE"}], "records.json:2: no type"),
        ([{**RECORD, "source": [3]}], "« actorText » is missing"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, rows: object, told: str) -> None:
    with pytest.raises(ReadingError, match=r"records\.json") as caught:
        read_plover_gsr(written(tmp_path, rows))
    assert told in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="absent"):
        read_plover_gsr(tmp_path / "absent.json")
