"""Which actors and places are mentions though no report uses them."""

from __future__ import annotations

from polybe.model import ActorMention, PlaceMention
from tests.readings import Coded, Coding


def _actors(text: Coded) -> list[str]:
    return [m.text for m in text.document.mentions if isinstance(m, ActorMention)]


def _places(text: Coded) -> list[str]:
    return [m.text for m in text.document.mentions if isinstance(m, PlaceMention)]


def test_what_a_mention_is_of_is_no_mention_of_its_own(coded: Coding) -> None:
    """« un membre de la bande » is one somebody, not two."""
    assert _actors(coded("Un membre de la bande habitait le quartier.")) == ["Un membre"]


def test_who_leads_or_speaks_for_a_body_leaves_it_a_mention(coded: Coding) -> None:
    """« le porte-parole des autorités » tells of him and of them."""
    text = coded("Le porte-parole des autorités du Mali habite Paris.")
    assert _actors(text) == ["Le porte-parole", "autorités du Mali"]


def test_a_country_within_an_actor_is_no_place(coded: Coding) -> None:
    """« les autorités du Mali » speaks of the authorities, of no ground."""
    text = coded("Le porte-parole des autorités du Mali habite Paris.")
    assert _places(text) == ["Paris"]


def test_where_something_is_nobody_acts(coded: Coding) -> None:
    """« dans le camp » puts people there; the camp is no side."""
    assert _actors(coded("Il y avait deux hommes dans le camp.")) == ["deux hommes"]


def test_death_is_nobody(coded: Coding) -> None:
    """« le mort » is a man, « la mort » is not."""
    assert _actors(coded("La mort rôdait.")) == []


def test_a_country_within_a_place_is_no_actor(coded: Coding) -> None:
    """« le nord du pays » is ground from end to end."""
    text = coded("L'armée bombarde le nord du pays.")
    assert _actors(text) == ["L'armée"]
    assert _places(text) == ["le nord du pays"]
