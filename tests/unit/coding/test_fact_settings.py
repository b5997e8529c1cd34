"""Where sentences set their facts."""

from __future__ import annotations

from tests.readings import Coding


def test_a_relative_where_takes_up_the_ground_before_it(coded: Coding) -> None:
    """« à Gao, où l'armée a bombardé … »."""
    text = coded("Les blessés sont arrivés à Gao, où l'armée a bombardé un marché.")
    assert "Gao" in text.fact("ASSAULT").places


def test_an_opening_places_what_its_sentence_tells(coded: Coding) -> None:
    """« Dans le nord du Mali, … »: the named ground stands beside a site without a name."""
    text = coded("Dans le nord du Mali, les rebelles ont attaqué un poste frontière.")
    assert text.fact("ASSAULT").places == ("un poste frontière", "le nord du Mali")


def test_a_heading_places_what_follows_its_colon(coded: Coding) -> None:
    """« Coup d'Etat au Mali : … »."""
    text = coded("Coup d'Etat au Mali : les soldats arrêtent le président.")
    assert [f.places for f in text.facts if f.mode == "arrest"] == [("Mali",)]
