"""The measure, on cases made by hand whose numbers can be counted on fingers."""

from __future__ import annotations

from typing import Any

import pytest

from polybe.model import CodedDocument
from polybe.scoring import Agreement, Rate, Score, score
from tests.made import actor, at, coded, record, report


def compare(system: dict[str, Any], gold: dict[str, Any] | None = None, *free: str) -> Score:
    optional = {"kesh": frozenset(free)}
    return score([coded(gold or record())], [coded(system)], optional)


def with_reports(*reports: dict[str, Any]) -> dict[str, Any]:
    data = record()
    data["reports"] = list(reports)
    return data


GAINS = report("r1", "control", "GAINS", "repris", actors=["a1"], recipients=["a2"], places=["p1"])


def test_a_document_agrees_with_itself_in_everything() -> None:
    result = compare(record())
    for name, agreement in result.agreements.items():
        assert agreement.both == agreement.system == agreement.gold, name
    assert all(rate.right == rate.compared for rate in result.rates.values())
    assert result.agreement("report ALL strict").f1 == 1
    assert result.differences == []


def test_nothing_found_is_a_recall_of_nought_without_a_precision() -> None:
    result = score([coded()], [CodedDocument(coded().document, (), ())])
    found = result.agreement("report ALL found")
    assert (found.precision, found.recall, found.f1) == (0, 0, 0)
    assert found.gold == 6
    assert result.agreement("mention actor") == Agreement(0, 0, 8)


def test_precision_recall_and_f1() -> None:
    agreement = Agreement(both=3, system=4, gold=6)
    assert (agreement.precision, agreement.recall) == (0.75, 0.5)
    assert agreement.f1 == pytest.approx(0.6)
    assert Rate(1, 4).share == 0.25
    assert Rate(0, 0).share == 0


def test_missed_and_spurious_reports_count_against_recall_and_precision() -> None:
    other = report("r2", "control", "LOSES", "tués", actors=["a4"])
    result = compare(with_reports(other), with_reports(GAINS))
    assert result.agreement("report control found") == Agreement(0, 1, 1)
    assert [(d.gold is None, d.system is None) for d in result.differences] == [
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("change", "typed", "strict"),
    [
        ({}, 1, 1),
        ({"type": "LOSES"}, 0, 0),
        ({"status": "alleged"}, 1, 0),
        ({"actors": ["a4"]}, 1, 0),
        ({"recipients": []}, 1, 0),
        ({"places": []}, 1, 1),
        ({"mode": "x"}, 1, 1),
    ],
)
def test_strict_asks_type_actors_recipients_and_status(
    change: dict[str, Any], typed: int, strict: int
) -> None:
    result = compare(with_reports(GAINS | change), with_reports(GAINS))
    assert result.agreement("report control found").both == 1
    assert result.agreement("report control typed").both == typed
    assert result.agreement("report ALL strict").both == strict


def test_another_mention_of_the_same_actor_is_as_good() -> None:
    result = compare(with_reports(GAINS | {"actors": ["a0"]}), with_reports(GAINS))
    assert result.agreement("slot actors") == Agreement(1, 1, 1)


def test_an_antecedent_makes_two_mentions_one_actor() -> None:
    said = report("r1", "statement", "DIRECT", "dit", actors=["a5"])
    result = compare(with_reports(said | {"actors": ["a4"]}), with_reports(said))
    assert result.agreement("report statement strict").both == 1


def test_another_trigger_in_the_sentence_pairs_with_one_type_and_a_participant() -> None:
    moved = GAINS | {"trigger": at("lundi")}
    assert compare(with_reports(moved), with_reports(GAINS)).agreement("report ALL found").both == 1
    bare = moved | {"actors": [], "recipients": [], "places": []}
    assert compare(with_reports(bare), with_reports(GAINS)).agreement("report ALL found").both == 0
    elsewhere = GAINS | {"trigger": at("armé", nth=2)}
    result = compare(with_reports(elsewhere), with_reports(GAINS))
    assert result.agreement("report ALL found").both == 0


def test_each_report_is_paired_once_and_with_the_likest() -> None:
    worse = GAINS | {"id": "r0", "type": "LOSES"}
    result = compare(with_reports(worse, GAINS), with_reports(GAINS))
    assert result.agreement("report control typed") == Agreement(1, 2, 1)


def test_optional_reports_count_neither_way() -> None:
    assert compare(with_reports(GAINS), with_reports(GAINS), "r1").agreement(
        "report ALL found"
    ) == Agreement(0, 0, 0)
    assert compare(with_reports(), with_reports(GAINS), "r1").agreement(
        "report ALL found"
    ) == Agreement(0, 0, 0)


def test_speech_cued_by_selon_counts_neither_way() -> None:
    cue = report("r9", "statement", "INDIRECT", "selon", actors=["a4"])
    result = compare(with_reports(cue), with_reports())
    assert result.agreement("report ALL found") == Agreement(0, 0, 0)


def test_slots_are_counted_on_paired_reports_alone() -> None:
    gold = with_reports(GAINS | {"time": "t1", "sources": ["a4"], "figures": ["f1"]})
    result = compare(with_reports(GAINS), gold)
    assert result.agreement("slot places") == Agreement(1, 1, 1)
    assert result.agreement("slot time") == Agreement(0, 0, 1)
    assert result.agreement("slot sources") == Agreement(0, 0, 1)
    assert result.agreement("slot figures") == Agreement(0, 0, 1)


def test_places_are_the_same_by_span_or_by_nearness() -> None:
    system = record()
    system["mentions"].append(
        {"id": "px", "kind": "place", **at("Tarbes"), "precision": "site", "latitude": 35.05}
        | {"longitude": 38.0}
    )
    system["reports"] = [GAINS | {"places": ["px"]}]
    assert compare(system, with_reports(GAINS)).agreement("slot places").both == 1
    system["mentions"][-1]["latitude"] = 36.0
    assert compare(system, with_reports(GAINS)).agreement("slot places").both == 0


def test_fields_of_mentions_are_rated_on_those_found() -> None:
    system = record()
    system["mentions"] = [
        actor("a1", "L'armée du Norland", country="SUD", sector="MIL"),
        {**record()["mentions"][8], "latitude": 36.0},
        {**record()["mentions"][10], "value": "2021-05-10"},
    ]
    result = compare(system)
    assert result.agreement("mention actor") == Agreement(1, 1, 8)
    assert result.rates["actor country"] == Rate(0, 1)
    assert result.rates["actor sector"] == Rate(1, 1)
    assert result.rates["place 50 km"] == Rate(0, 1)
    assert result.rates["time value"] == Rate(0, 1)
    assert result.rates["figure value"] == Rate(0, 0)


def test_marked_statuses_and_modes_are_rated_where_gold_has_them() -> None:
    toll = report("r2", "toll", "KILLED", "tués", mode="incident", status="alleged")
    result = compare(with_reports(toll | {"mode": None, "status": "actual"}), with_reports(toll))
    assert result.rates["status marked"] == Rate(0, 1)
    assert result.rates["mode"] == Rate(0, 1)


def test_documents_are_paired_by_id_else_by_text_and_their_loss_is_told() -> None:
    by_text = score([coded()], [coded(id="other")])
    assert by_text.agreement("report ALL strict").f1 == 1
    assert score([coded()], []).missing == 1
    changed = record()
    changed["document"]["text"] += " "
    assert score([coded()], [coded(changed)]).changed == 1


def test_each_type_has_a_row_of_its_own() -> None:
    loses = GAINS | {"type": "LOSES"}
    held = report("r3", "control", "HOLDS", "tiendrons", actors=["a1"])
    result = compare(with_reports(loses, held), with_reports(GAINS, held))
    rows = {name: a for name, a in result.agreements.items() if name.startswith("type ")}
    assert list(rows.items()) == [
        ("type GAINS", Agreement(0, 0, 1)),
        ("type HOLDS", Agreement(1, 1, 1)),
        ("type LOSES", Agreement(0, 1, 0)),
    ]
