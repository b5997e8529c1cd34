"""Edits: what a reviewer's words set a slot to, and what they cannot."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.account.claims import Claim
from polybe.account.edit_words import Vocabulary, completions, text_of, value_of
from polybe.account.edits import SLOTS, edited
from polybe.account.facts import ActorRef, FigureRef, PlaceRef
from polybe.errors import ReviewError
from polybe.messages import load_messages
from tests.unit.account.claiming import (
    ARMY,
    DAECH,
    PALMYRE,
    RAQQA,
    at_least,
    claim,
    on_day,
    persons,
)

RUSSIA = ActorRef("Russian Armed Forces", "RUS-MIL", "RUS", "MIL", "RUS-MIL")
HOMS = PlaceRef("Homs", "Homs", "city", "SYR", "Homs", 169577, 34.73, 36.71)
VOCABULARY = Vocabulary(
    modes={"ASSAULT": ("aerial", "drone"), "COERCE": ("arrest",), "AID": ()},
    actors=("Russian Armed Forces",),
    actor={"RUS-MIL": RUSSIA}.get,
    place={"Homs": HOMS}.get,
)
TOLD = claim(
    "a",
    mode="aerial",
    actors=(ARMY,),
    recipients=(DAECH,),
    places=(PALMYRE,),
    time=on_day("2017-03-02"),
    figures=(replace(at_least(12), of="douze combattants", mention="m9"),),
    near_places=(RAQQA,),
)


def after(told: Claim, slot: str, words: str) -> Claim:
    """The claim once the words are set, by way of JSON as the store keeps it."""
    value = value_of(told, slot, words, VOCABULARY)
    return edited(told, {slot: json.loads(json.dumps(value))})


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize(
    "told",
    [
        TOLD,
        claim("b", kind="toll", type="KILLED", mode="cumulative", figures=(persons(3),)),
        claim("c", figures=(FigureRef("vingtaine", None, 20, None, "persons"),)),
    ],
    ids=lambda told: told.id,
)
def test_what_stands_in_a_slot_can_be_set_again(told: Claim, slot: str) -> None:
    """The words that are shown for a slot are read as what they were shown for."""
    assert getattr(after(told, slot, text_of(told, slot)), slot) in (
        getattr(told, slot),
        replace(told.time, text=told.time.value or "") if told.time else None,
    )


def test_codes_are_set_in_whatever_case() -> None:
    assert after(TOLD, "mode", "Drone").mode == "drone"
    assert after(TOLD, "status", "denied").status == "denied"
    assert after(TOLD, "type", "coerce").code == "COERCE"


def test_a_new_type_has_no_mode_of_the_old_one() -> None:
    """A mode counts for the type that it was set for, whatever the order of edits."""
    mode = value_of(TOLD, "mode", "drone", VOCABULARY)
    assert edited(TOLD, {"mode": mode, "type": "ASSAULT"}).code == "ASSAULT/drone"
    assert edited(TOLD, {"mode": mode, "type": "COERCE"}).code == "COERCE"


def test_a_time_is_read_into_its_days() -> None:
    time = after(TOLD, "time", "2017-02").time
    assert time is not None
    assert (time.earliest, time.latest, time.precision) == ("2017-02-01", "2017-02-28", "month")
    assert after(TOLD, "time", "-").time is None


def test_actors_are_found_in_the_report_then_in_the_catalogue_then_taken_as_named() -> None:
    """So a reviewer may name whom nobody knows yet."""
    found = after(TOLD, "actors", "islamic-state; RUS-MIL; Les Inconnus").actors
    assert found == (DAECH, RUSSIA, ActorRef("Les Inconnus", "Les Inconnus"))
    assert after(TOLD, "recipients", "-").recipients == ()


def test_places_go_by_name_point_or_id() -> None:
    words = "Palmyre; raqqa; Homs; Idleb @ 35.9, -36.6; Saraqeb #173576; Ailleurs"
    near, beside, known, point, numbered, unknown = after(TOLD, "places", words).places
    assert (near, beside, known) == (PALMYRE, RAQQA, HOMS)
    assert (point.name, point.latitude, point.longitude) == ("Idleb", 35.9, -36.6)
    assert (numbered.name, numbered.geonames) == ("Saraqeb", 173576)
    assert (unknown.name, unknown.latitude, unknown.geonames) == ("Ailleurs", None, None)


@pytest.mark.parametrize(
    ("words", "low", "best", "high"),
    [
        ("12", 12, 12, 12),
        ("12..20", 12, None, 20),
        ("15..", 15, 15, None),
        ("..20", None, 20, 20),
        ("~20", None, 20, None),
        ("1 200", 1200, 1200, 1200),
        ("2,5", 2.5, 2.5, 2.5),
    ],
)
def test_figures_are_bounds(
    words: str, low: float | None, best: float | None, high: float | None
) -> None:
    """They keep what is counted, and the unit of the report's figure unless they name another."""
    (figure,) = after(TOLD, "figures", words).figures
    assert (figure.low, figure.best, figure.high) == (low, best, high)
    assert (figure.unit, figure.of) == ("persons", "douze combattants")
    (figure,) = after(TOLD, "figures", f"{words} vehicles").figures
    assert figure.unit == "vehicles"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_bounds_are_told_as_they_are_read(low: int, high: int) -> None:
    told = claim("a", figures=(FigureRef("x", min(low, high), None, max(low, high), "persons"),))
    words = text_of(told, "figures")
    (figure,) = after(claim("b"), "figures", words).figures
    assert (figure.low, figure.high) == (min(low, high), max(low, high))


@pytest.mark.parametrize(
    ("slot", "words", "told"),
    [
        ("colour", "red", "no slot"),
        ("type", "KILLED", "ASSAULT"),
        ("mode", "arrest", "aerial, drone"),
        ("status", "perhaps", "hypothetical"),
        ("time", "mardi", "EDTF"),
        ("time", "2017-02-30", "EDTF"),
        ("actors", "ONU;; Daech", "between two"),
        ("actors", "", "between two"),
        ("places", "Homs @ 95, 10", "no place"),
        ("places", "Homs @ ici", "no place"),
        ("figures", "douze", "no figure"),
        ("figures", "20..12", "no figure"),
        ("figures", "..", "no figure"),
        ("figures", "~12..", "no figure"),
        ("figures", "12 euros", "no figure"),
    ],
)
def test_what_a_slot_cannot_be_is_told(slot: str, words: str, told: str) -> None:
    """In English and in French, with the words that are wrong."""
    with pytest.raises(ReviewError, match=told) as caught:
        value_of(TOLD, slot, words, VOCABULARY)
    french = load_messages("fr").translate(caught.value.args[0])
    assert french != str(caught.value)
    assert words.split(";")[0] in french or slot in french


@pytest.mark.parametrize(
    "edits",
    [
        {"status": 3},
        {"mode": "drone"},
        {"actors": "Daech"},
        {"places": [{"nom": "Homs"}]},
        {"figures": [12]},
        {"time": "mardi"},
    ],
)
def test_a_value_that_is_not_of_the_form_of_its_slot_is_refused(edits: dict[str, object]) -> None:
    """A row changed by hand must not slip into the account."""
    with pytest.raises(ReviewError):
        edited(TOLD, edits)


def test_types_and_modes_are_those_of_the_kind() -> None:
    toll = claim("b", kind="toll", type="KILLED", mode="incident")
    assert after(toll, "type", "wounded").type == "WOUNDED"
    assert after(toll, "mode", "cumulative").mode == "cumulative"
    assert after(toll, "mode", "-").mode is None
    assert completions(toll, "mode", VOCABULARY) == ("incident", "cumulative")
    assert completions(claim("c", kind="control", type="HOLDS"), "mode", VOCABULARY) == ()


def test_completions_begin_with_what_the_report_names() -> None:
    names = ["Syrian Armed Forces", "Islamic State", "Russian Armed Forces"]
    assert list(completions(TOLD, "sources", VOCABULARY)) == names
    assert list(completions(TOLD, "places", VOCABULARY)) == ["Tadmur", "Raqqa"]
    assert list(completions(TOLD, "time", VOCABULARY)) == ["2017-03-02"]
    assert list(completions(TOLD, "type", VOCABULARY)) == ["AID", "ASSAULT", "COERCE"]


def test_no_edit_changes_nothing() -> None:
    assert edited(TOLD, {}) == TOLD
