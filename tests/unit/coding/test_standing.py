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


def test_of_a_land_that_only_is_nothing_is_done(coded: Coding) -> None:
    """« le Mali reste un pays pauvre » speaks of the land, not of its government."""
    text = coded("Le Mali reste un pays pauvre.")
    assert (_actors(text), _places(text)) == ([], ["Mali"])


def test_a_named_square_is_a_place_without_an_article(coded: Coding) -> None:
    """« rassemblés place X »: the name makes the square a place, and is no body."""
    text = coded("Des manifestants étaient rassemblés place Tahrir.")
    assert _places(text) == ["place Tahrir"]
    assert _actors(text) == ["Des manifestants"]


def test_a_part_of_a_town_lies_in_it(coded: Coding) -> None:
    """« l'ouest de la ville » after the town's name."""
    assert _places(coded("Ils ont été arrêtés à Paris, dans l'ouest de la ville.")) == [
        "Paris",
        "l'ouest de la ville",
    ]


def test_a_rank_and_its_name_are_one_mention(coded: Coding) -> None:
    """« la colonel X » is a single phrase for a single person."""
    text = coded("La colonel Marie Vidal a été blessée à Gao.")
    assert _actors(text) == ["La colonel Marie Vidal"]
    assert text.facts[0].recipients == ("La colonel Marie Vidal",)


def test_what_somebody_is_is_nobody_else(coded: Coding) -> None:
    """« X était le chauffeur du ministre » names X and a minister; the trade is X's own."""
    text = coded("Paul Ardent était le chauffeur du ministre.")
    assert _actors(text) == ["Paul Ardent", "ministre"]


def test_a_noun_that_qualifies_is_nobody(coded: Coding) -> None:
    """« les quartiers musulmans » are quarters, even where the parser takes the word for a noun."""
    text = coded("L'armée contrôle les quartiers musulmans.")
    assert _actors(text) == ["L'armée"]
