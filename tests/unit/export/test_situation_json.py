"""A situation as JSON: plain, whole, each finding once, and documented key by key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from polybe.account.situation import findings_in
from polybe.export import situation_as_json
from tests.situations import DAYS, KNOWN, ON, evidence, situation, situation_from

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "situation.md"


def made(**fields: Any) -> dict[str, Any]:
    """A situation written out and read in again."""
    data = situation_as_json(situation(), **{"evidence": evidence(), **fields})
    read: dict[str, Any] = json.loads(json.dumps(data))
    return read


def keys(part: object, path: str = "") -> Iterator[str]:
    """All keys of objects, but for those that are ids."""
    if isinstance(part, dict):
        for key, value in part.items():
            if path not in {"findings", "evidence", "more"}:
                yield key
            yield from keys(value, key)
    elif isinstance(part, list):
        for each in part:
            yield from keys(each, path and "item")


def test_nothing_but_plain_values_is_in_it() -> None:
    assert made() == situation_as_json(situation(), evidence=evidence())


def test_it_tells_its_two_days_and_what_was_cut_off() -> None:
    data = made(more={"events": 3})
    assert (data["on"], data["known"], data["window_days"]) == (ON, KNOWN, DAYS)
    assert data["more"] == {"events": 3}


def test_every_finding_is_told_once_and_every_pointer_leads_to_one() -> None:
    data = made()
    assert set(data["findings"]) == {finding.cluster for finding in findings_in(situation())}
    pointed = [
        *data["events"], *data["undated"], *data["expected"], *data["disputed"],
        *(f for ground in data["control"] for spell in ground["spells"] for f in spell["findings"]),
        *(f for incident in data["tolls"]["incidents"] for f in incident["tolls"]),
        *(total["finding"] for total in data["tolls"]["totals"]),
        *(f for force in data["forces"] for f in force["findings"]),
        *(step["finding"] for truce in data["truces"] for step in truce["steps"]),
        *(f for row in data["statements"] for f in row["statements"]),
        *(bond["finding"] for stance in data["ties"] for bond in stance["bonds"]),
    ]  # fmt: skip
    assert set(pointed) == set(data["findings"])


def test_ground_that_is_disputed_tells_by_whom() -> None:
    (palmyra,) = (g for g in made()["control"] if g["place"]["text"] == "Palmyre")
    assert palmyra["now"]["disputed"] is True
    (voice,) = palmyra["now"]["disputed_by"]
    assert voice["speaker"]["key"] == "osdh"
    assert [spell["holders"][0]["name"] for spell in palmyra["spells"]] == [
        "Islamic State",
        "Syrian Armed Forces",
    ]


def test_a_dispute_tells_its_sides_and_the_claims_on_each() -> None:
    finding = made()["findings"]["early/r1"]
    assert [each["reason"] for each in finding["disputes"]] == ["authorship", "time"]
    assert [side["time"] for side in finding["disputes"][1]["sides"]] == [
        "2017-03-04",
        "2017-03-08",
    ]
    assert [side["claims"] for side in finding["disputes"][0]["sides"]] == [
        ["early/r1"],
        ["late/r1"],
    ]


def test_sentences_are_there_where_they_are_handed_in() -> None:
    told = made()["evidence"]["deny/r1"]
    assert told["sentence"][told["start"] : told["end"]] == "pris"
    assert made(evidence={})["evidence"] == {}


def test_an_open_end_is_null() -> None:
    sums = made()["tolls"]["countries"][0]["sums"]
    assert {s["category"]: s["high"] for s in sums} == {"KILLED": 30, "WOUNDED": None}


def test_a_day_on_which_nothing_is_known_has_the_same_keys() -> None:
    assert list(situation_as_json(situation_from([]))) == list(made())


def test_every_key_stands_in_the_reference() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    assert sorted({key for key in keys(made()) if f"`{key}`" not in text}) == []
