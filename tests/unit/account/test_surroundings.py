"""What a sentence names for a report, and what it names for another one."""

from __future__ import annotations

from typing import Any

from polybe.account.claims import Claim, claims_of
from polybe.model import CodedDocument
from tests.made import at, report

TITLE = "Une patrouille tombe à Kesh"
SECOND = "C'est la deuxième attaque en une semaine, après l'embuscade de jeudi près de Tolm."
THIRD = "Deux morts."
TEXT = f"{TITLE}\n\nLa patrouille a été prise sous le feu à Kesh. {SECOND} {THIRD}"


def claims(*reports: dict[str, Any]) -> dict[str, Claim]:
    """The claims of an article with these reports, by their triggers."""
    mentions = [
        {"id": "p0", "kind": "place", **spot("Kesh"), "name": "Kesh", "precision": "city"},
        {"id": "p1", "kind": "place", **spot("Tolm"), "name": "Tolm", "precision": "city"},
        {"id": "p2", "kind": "place", **spot("Kesh", 1), "name": "Kesh", "precision": "city"},
        {"id": "t0", "kind": "time", **spot("jeudi"), "value": "2021-05-06", **THURSDAY},
    ]
    document = {"id": "d", "text": TEXT, "title": TITLE, "published": "2021-05-10"}
    made = {"document": document, "mentions": mentions, "reports": list(reports)}
    found = claims_of(CodedDocument.from_dict(made), known="2021-05-10")
    return {claim.trigger: claim for claim in found}


THURSDAY = {"earliest": "2021-05-06", "latest": "2021-05-06", "precision": "day"}


def spot(words: str, nth: int = 0) -> dict[str, Any]:
    """Where words stand in the text."""
    return at(words, nth=nth, text=TEXT)


def told(id_: str, kind: str, type_: str, words: str) -> dict[str, Any]:
    """A report whose trigger is some words of the text."""
    return {**report(id_, kind, type_, "Tarbes"), "trigger": spot(words)}


ATTACK = told("r1", "event", "ASSAULT", "attaque")
AMBUSH = told("r2", "event", "ASSAULT", "embuscade")
DEAD = told("r3", "toll", "KILLED", "morts")


def test_a_report_has_the_places_and_the_first_time_of_its_sentence() -> None:
    near = claims(ATTACK)["attaque"]
    assert [place.name for place in near.near_places] == ["Tolm"]
    assert near.near_time
    assert near.near_time.day == "2021-05-06"
    assert near.main_place is None


def test_what_stands_behind_another_report_of_its_kind_is_that_ones() -> None:
    found = claims(ATTACK, AMBUSH)
    assert found["attaque"].near_places == ()
    assert found["attaque"].near_time is None
    assert [place.name for place in found["embuscade"].near_places] == ["Tolm"]


def test_a_report_of_another_kind_takes_nothing_away() -> None:
    harm = told("r4", "toll", "KILLED", "embuscade")
    assert [place.name for place in claims(ATTACK, harm)["attaque"].near_places] == ["Tolm"]


def test_where_the_sentence_is_silent_the_article_has_its_main_place() -> None:
    dead = claims(DEAD)["morts"]
    assert dead.near_places == ()
    assert dead.main_place
    assert dead.main_place.name == "Kesh"
