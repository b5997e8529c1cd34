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
    nobody: Any = ("a9", ["a0"])
    reports = (replace(made.reports[0], time="t9", actors=nobody), *made.reports[1:])
    assert keys(replace(made, reports=reports)) == ["unsound.no_mention"] * 3


@pytest.mark.parametrize("start", [-1, 1, 10_000, "0", 0.0])
def test_spans_that_are_not_those_of_the_text_are_told(start: Any) -> None:
    made = coded()
    first = made.reports[0]
    moved = replace(first, trigger=Quote(start, first.trigger.end, first.trigger.text))
    assert keys(replace(made, reports=(moved, *made.reports[1:]))) == ["unsound.span"]


NUMBERS: list[Any] = [float("nan"), float("inf"), -5, 10**400, "12", [1], {}]


@pytest.mark.parametrize(
    ("mention", "key", "value"),
    [
        *(("f1", "best", value) for value in NUMBERS),
        ("f1", "unit", None),
        ("f1", "unit", "bananas"),
        ("t1", "earliest", "demain"),
        ("t1", "earliest", "2020-02-31"),
        ("t1", "latest", "20200211"),
        ("t1", "latest", "0000-01-01"),
        ("t1", "latest", 2020),
        ("t1", "precision", "lundi"),
        ("p0", "latitude", 1e9),
        ("p0", "longitude", float("nan")),
        ("p0", "geonames", "1"),
        ("p0", "name", ["Kesh"]),
        ("p0", "name", "Ke\0sh"),
        ("a0", "name", "\ud83d"),
        ("a0", "country", 5),
    ],
)
def test_values_of_mentions_that_no_account_can_be_made_of_are_told(
    mention: str, key: str, value: Any
) -> None:
    data = record()
    next(each for each in data["mentions"] if each["id"] == mention)[key] = value
    (fault,) = faults_of(coded(data))
    assert (fault.key, fault.values["id"], fault.values["key"]) == ("unsound.value", mention, key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", None),
        ("kind", "rumeur"),
        ("type", None),
        ("type", "BANANAS"),
        ("mode", 5),
        ("status", "vrai"),
        ("contexts", [1]),
        ("codebook", None),
    ],
)
def test_values_of_reports_that_no_account_can_be_made_of_are_told(key: str, value: Any) -> None:
    data = record()
    data["reports"][0][key] = value
    (fault,) = faults_of(coded(data))
    assert (fault.key, fault.values["key"]) == ("unsound.value", key)


@pytest.mark.parametrize("id_", [5, None, "r\0", "\ud83d", "", "b/c"])
def test_ids_that_no_report_can_be_named_by_are_told(id_: Any) -> None:
    data = record()
    data["reports"][0]["id"] = id_
    assert keys(coded(data)) == ["unsound.id"]


def test_open_ends_and_bounds_that_are_not_told_are_sound() -> None:
    data = record()
    data["mentions"][-1] |= {"low": None, "best": None, "high": None}
    data["mentions"][-2] |= {"value": "2020-02-01/..", "latest": None}
    assert keys(coded(data)) == []


@pytest.mark.parametrize("key", ["id", "outlet"])
def test_keys_that_no_database_can_index_are_told(key: str) -> None:
    assert keys(changed(**{key: "é" * 501})) == ["unsound.too_long"]
    assert keys(changed(**{key: "é" * 500})) == []


def test_ids_of_reports_that_no_database_can_index_are_told() -> None:
    data = record()
    data["reports"][0]["id"] = "r" * 201
    assert keys(coded(data)) == ["unsound.too_long"]


def test_a_document_without_id_is_told() -> None:
    assert keys(changed(id="")) == ["unsound.id"]
