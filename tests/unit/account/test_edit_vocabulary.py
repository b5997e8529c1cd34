"""The vocabulary of edits: who and what codebook and gazetteer know by a name."""

from __future__ import annotations

import pytest

from polybe.account.edit_vocabulary import vocabulary_of
from polybe.account.edit_words import Vocabulary
from polybe.codebook import Codebook
from polybe.model import Place

PLACES = {
    "Alep": (Place("Aleppo", "city", 170063, 36.2, 37.16, "SYR", "Aleppo"),),
    "Tripoli": (Place("Tripoli", "city", 1), Place("Tripoli", "city", 2)),
}


@pytest.fixture(scope="module")
def vocabulary(codebook: Codebook) -> Vocabulary:
    """The vocabulary of the project's own codebook, with two names of places."""
    return vocabulary_of(codebook.ontology, codebook.catalogue, lambda name: PLACES.get(name, ()))


def test_an_actor_goes_by_id_name_or_alias(vocabulary: Vocabulary) -> None:
    for name in ("FRA-GOV", "Government of France", "France"):
        found = vocabulary.actor(name)
        assert found is not None
        assert (found.actor, found.country, found.sector) == ("FRA-GOV", "FRA", "GOV")
    assert vocabulary.actor("Les Inconnus du Nord") is None


def test_a_place_goes_by_a_name_that_one_place_bears(vocabulary: Vocabulary) -> None:
    """A wrong point on a map is worse than none."""
    found = vocabulary.place("Alep")
    assert found is not None
    assert (found.name, found.text, found.geonames) == ("Aleppo", "Alep", 170063)
    assert vocabulary.place("Tripoli") is None
    assert vocabulary.place("Nulle-Part") is None


def test_types_have_their_modes(vocabulary: Vocabulary) -> None:
    assert "aerial" in vocabulary.modes["ASSAULT"]
    assert "Government of France" in vocabulary.actors
