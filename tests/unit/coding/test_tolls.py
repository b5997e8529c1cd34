"""Human cost: counts, parts, causes, totals."""

from __future__ import annotations

import pytest

from polybe.model import FigureMention
from tests.readings import Coding


def test_every_counted_category_is_a_toll_of_its_own(coded: Coding) -> None:
    """« cinq morts et vingt blessés »."""
    text = coded("L'attentat a fait cinq morts et vingt blessés.")
    assert text.fact("toll/KILLED").figures == ("cinq",)
    assert text.fact("toll/WOUNDED").figures == ("vingt",)


def test_dont_tells_a_part(coded: Coding) -> None:
    """« dix morts, dont trois enfants »: ten, and three of them children."""
    text = coded("Une explosion a fait dix morts, dont trois enfants.")
    whole, part = (f for f in text.facts if f.code == "toll/KILLED")
    assert (whole.figures, part.figures) == (("dix",), ("trois",))
    assert part.recipients == ("trois enfants",)
    assert part.rule.endswith("/part")


def test_the_dead_of_a_fight_are_its_sides(coded: Coding) -> None:
    """« les combats entre X et Y ont fait douze morts »: killed by both."""
    text = coded("Les combats entre l'armée et les rebelles ont fait douze morts.")
    assert text.fact("toll/KILLED").actors == ("l'armée", "les rebelles")


@pytest.mark.xfail(strict=True, reason="tolls take their cause before bare nouns take their sides")
def test_the_dead_of_a_deed_told_before_are_its_actors(coded: Coding) -> None:
    """« L'offensive a fait dix morts » after « l'offensive de l'armée »."""
    text = coded("L'offensive de l'armée contre Alep a échoué.", "L'offensive a fait dix morts.")
    assert text.fact("toll/KILLED").actors == ("l'armée",)


def test_victims_are_recipients_and_their_number_a_figure(coded: Coding) -> None:
    """« Trois soldats ont été tués » in the passive, no cause told."""
    text = coded("Trois soldats ont été tués mardi dans une attaque à Gao.")
    toll = text.fact("toll/KILLED")
    assert (toll.actors, toll.recipients, toll.figures) == ((), ("Trois soldats",), ("Trois",))
    figure = text.mention("Trois", FigureMention)
    assert isinstance(figure, FigureMention)
    assert (figure.best, figure.unit) == (3, "persons")


def test_wounded_in_the_passive_need_no_cause(coded: Coding) -> None:
    """« Trois soldats ont été blessés » is a toll though nobody is named who did it."""
    assert coded("Trois soldats ont été blessés.").fact("toll/WOUNDED").figures == ("Trois",)


def test_a_total_since_a_year_is_cumulative(coded: Coding) -> None:
    """A war's dead since 2011 are a total, a day's dead an incident."""
    war = coded("Depuis 2011, la guerre a fait 300 000 morts.").fact("toll/KILLED")
    day = coded("Trois soldats ont été tués mardi dans une attaque à Gao.").fact("toll/KILLED")
    assert (war.mode, day.mode) == ("cumulative", "incident")


def test_flight_is_a_toll(coded: Coding) -> None:
    """« Vingt mille habitants ont fui Homs »."""
    toll = coded("Vingt mille habitants ont fui Homs.").fact("toll/DISPLACED")
    assert toll.recipients == ("Vingt mille habitants",)
    assert toll.places == ("Homs",)
