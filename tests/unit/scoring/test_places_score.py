"""The measure of places, on a text whose names can be counted on fingers."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest

from polybe.model import (
    CodedDocument,
    Document,
    MarkedPlace,
    Mention,
    PlacedText,
    PlaceMention,
    kilometres,
)
from polybe.scoring import Coverage, LocatedSpan, PlacesScore, Rate, score_places

TEXT = "In the port of Vanta, Kesh and Morland met."
DOCUMENT = Document("1", TEXT, language="en")


def marked(words: str, latitude: float, longitude: float) -> MarkedPlace:
    start = TEXT.index(words)
    return MarkedPlace(start, start + len(words), words, latitude, longitude)


def place(words: str, latitude: float | None, longitude: float | None, **of: Any) -> PlaceMention:
    start = TEXT.index(words)
    span = (start, start + len(words), words)
    return PlaceMention(words, *span, latitude=latitude, longitude=longitude, **of)


def land(words: str) -> LocatedSpan:
    start = TEXT.index(words)
    return LocatedSpan(start, start + len(words), 10.0, 10.0)


def compare(
    gold: list[MarkedPlace], *found: Mention, lands: tuple[LocatedSpan, ...] = ()
) -> PlacesScore:
    coded = CodedDocument(DOCUMENT, found, ())
    return score_places([PlacedText(DOCUMENT, tuple(gold))], [coded], lambda _: lands)


VANTA = marked("Vanta", 60.0, 25.0)
KESH = marked("Kesh", 10.0, 10.0)


def test_a_shared_character_finds_and_the_distance_is_that_of_the_two() -> None:
    result = compare([VANTA], place("port of Vanta", 61.0, 25.0, precision="city"))
    assert result.agreements["places"] == Coverage(1, 1, 1, 1)
    assert result.agreements["places and lands exact"] == Coverage(0, 1, 0, 1)
    assert result.rates["places within 161 km"] == Rate(1, 1)
    assert result.amounts["places median km"] == pytest.approx(111, abs=1)


def test_far_off_is_found_but_not_near() -> None:
    result = compare([VANTA], place("Vanta", 10.0, 10.0))
    assert result.agreements["places"].f1 == 1
    assert result.rates["places within 161 km"] == Rate(0, 1)
    assert result.differences[0].distance == pytest.approx(5_750, abs=200)


def test_a_mention_without_coordinates_counts_as_far_off() -> None:
    result = compare([VANTA], place("Vanta", None, None))
    assert result.rates["places within 161 km"] == Rate(0, 1)
    assert result.amounts["places median km"] == inf


def test_lands_among_actors_are_told_in_a_row_of_their_own() -> None:
    result = compare([VANTA, KESH], place("Vanta", 60.0, 25.0), lands=(land("Kesh"),))
    assert result.agreements["places"] == Coverage(1, 1, 1, 2)
    assert result.agreements["places and lands"] == Coverage(2, 2, 2, 2)


def test_a_land_inside_a_place_is_not_told_twice() -> None:
    result = compare([KESH], place("Kesh", 10.0, 10.0), lands=(land("Kesh"),))
    assert result.agreements["places and lands"] == Coverage(1, 1, 1, 1)


def test_towns_and_sites_are_told_apart_from_lands() -> None:
    found = (
        place("Vanta", 60.0, 25.0, precision="city"),
        place("Kesh", 50.0, 10.0, precision="country"),
    )
    result = compare([VANTA, KESH], *found)
    assert result.rates["places within 161 km"] == Rate(1, 2)
    assert result.rates["towns and sites within 161 km"] == Rate(1, 1)


def test_what_is_missed_and_what_is_spurious_is_told() -> None:
    result = compare([VANTA], place("Kesh", 10.0, 10.0))
    told = [(d.place, d.found and TEXT[d.found.start : d.found.end]) for d in result.differences]
    assert told == [(VANTA, None), (None, "Kesh")]


def test_a_text_not_coded_is_missed_throughout() -> None:
    result = score_places([PlacedText(DOCUMENT, (VANTA,))], [], lambda _: ())
    assert result.missing == 1
    assert result.agreements["places"] == Coverage(0, 0, 0, 1)


def test_the_distance_of_two_points() -> None:
    assert kilometres((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20_015, abs=1)
    assert kilometres((48.86, 2.35), (48.86, 2.35)) == 0
