"""Where and when of a fact."""

from __future__ import annotations

from polybe.model import TimeMention
from tests.readings import Coding


def test_time_and_place_of_the_clause_are_the_deeds(coded: Coding) -> None:
    """« ont attaqué une caserne à Gao lundi »."""
    fact = coded("Les rebelles ont attaqué une caserne à Gao lundi.").fact("ASSAULT")
    assert fact.time == "lundi"
    assert "Gao" in fact.places


def test_a_weekday_is_read_against_the_publication(coded: Coding) -> None:
    """« mardi » in an article of Saturday 10 December 2016 is the sixth."""
    text = coded("L'armée a bombardé Alep mardi.")
    time = text.mention("mardi", TimeMention)
    assert isinstance(time, TimeMention)
    assert (time.value, text.fact("ASSAULT").time) == ("2016-12-06", "mardi")


def test_a_place_before_the_clause_is_its_ground(coded: Coding) -> None:
    """« En Syrie, l'armée a bombardé … »."""
    text = coded("En Syrie, l'armée a bombardé deux villages.")
    assert text.fact("ASSAULT").places == ("Syrie",)


def test_every_place_that_is_told_counts(coded: Coding) -> None:
    """« des frappes sur Alep et Homs »: two places, one event."""
    fact = coded("L'armée a mené des frappes sur Alep et Homs.").fact("ASSAULT")
    assert fact.places == ("Alep", "Homs")


def test_a_neighbouring_clause_keeps_its_own_place(coded: Coding) -> None:
    """« a bombardé Alep et l'ONU a dénoncé »: the words were not said in Aleppo."""
    text = coded("L'armée a bombardé Alep et l'ONU a dénoncé un crime.")
    assert text.fact("ASSAULT").places == ("Alep",)
    assert text.fact("ACCUSE").places == ()


def test_deed_and_toll_of_a_sentence_share_place_and_time(coded: Coding) -> None:
    """« tués mardi dans une attaque à Gao »: both reports have both."""
    text = coded("Trois soldats ont été tués mardi dans une attaque à Gao.")
    for code in ("toll/KILLED", "ASSAULT"):
        fact = text.fact(code)
        assert (fact.places, fact.time) == (("Gao",), "mardi")


def test_the_time_of_telling_is_not_that_of_another_sentence(coded: Coding) -> None:
    """A time dates facts of its own sentence only."""
    text = coded("L'armée a bombardé Alep mardi.", "Les rebelles se sont retirés de Homs.")
    assert text.fact("RETREAT").time is None


def test_a_day_inside_the_first_of_two_deeds_is_the_firsts(coded: Coding) -> None:
    """« a attaqué lundi la ville et libéré … »: when the second was done is not told."""
    text = coded("L'armée a attaqué lundi la ville et libéré deux otages.")
    assert text.fact("ASSAULT").time == "lundi"
    assert [f.time for f in text.facts if f.trigger == "libéré"] == [None]
