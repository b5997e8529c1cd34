"""Names of the catalogue in a bare text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybe.codebook import Codebook
from polybe.codebook.aliases import by_opening
from polybe.codebook.catalogue import Actor, Alias, Catalogue, alias_words
from polybe.coding.names import NameMatch, find_names


def catalogue(*names: tuple[str, str], exact: tuple[str, ...] = ()) -> Catalogue:
    """A catalogue of (name, use); each name's actor is the name itself."""
    aliases = []
    for name, use in names:
        words = alias_words(name)
        capital = tuple(word[0].isupper() for word in re.findall(r"\w+", name))
        aliases.append(Alias(words, capital, name if name in exact else "", use, name))
    actors = {name: Actor(name, name, "group", None, None) for name, _ in names}
    return Catalogue(actors, by_opening(aliases), {}, {}, {}, {})


def texts(text: str, known: Catalogue) -> list[str]:
    return [match.text for match in find_names(text, known)]


def test_the_longest_name_wins() -> None:
    """« Front du Kesh libre » is not the « Front du Kesh »."""
    known = catalogue(("Front du Kesh", "name"), ("Front du Kesh libre", "name"))
    assert texts("Le Front du Kesh libre et le Front du Kesh", known) == [
        "Front du Kesh libre",
        "Front du Kesh",
    ]


def test_names_must_keep_their_capitals() -> None:
    """A common word in lower case is no name, wherever the name has a capital."""
    assert texts("le front du kesh", catalogue(("Front du Kesh", "name"))) == []


def test_accents_and_apostrophes_do_not_matter() -> None:
    """« Etat d'Élam » is found with a typographic apostrophe and without accents."""
    known = catalogue(("État d'Élam", "name"))
    assert texts("l’Etat d’Elam", known) == ["Etat d’Elam"]


def test_acronyms_are_taken_in_their_very_spelling() -> None:
    """« OUT » is an acronym, « out » and « Out » are words."""
    known = catalogue(("OUT", "acronym"), exact=("OUT",))
    assert texts("out Out OUT", known) == ["OUT"]


@pytest.mark.parametrize(
    "text",
    [
        "le Front, Kesh",
        "le Front (Kesh)",
        "le Front\nKesh",
        "le Front. Kesh",
    ],
)
def test_names_do_not_run_over_signs(text: str) -> None:
    """A comma, a bracket, a line's end or a full stop parts two names."""
    assert texts(text, catalogue(("Front Kesh", "name"))) == []


def test_a_shared_name_gives_all_who_bear_it() -> None:
    """One spelling, two actors: both are told, for the article to settle."""
    known = catalogue(("Front", "name"))
    twin = Alias(("front",), (True,), "", "name", "twin")
    both = Catalogue(known.actors, {("front",): (*known.aliases["front",], twin)}, {}, {}, {}, {})
    assert find_names("le Front", both) == [
        NameMatch(find_names("le Front", known)[0].span, "Front", "name", ("Front", "twin"))
    ]


def test_the_own_catalogue_knows_names_by_their_use(codebook: Codebook) -> None:
    """A state, a capital and an acronym, each with its use."""
    found = find_names("Le Mali, Damas et l'OTAN", codebook.catalogue)
    assert [(m.text, m.use) for m in found] == [
        ("Mali", "state"),
        ("Damas", "capital"),
        ("OTAN", "acronym"),
    ]


@given(st.lists(st.sampled_from(["Front", "du", "Kesh", "libre", ".", "’", "OUT", "é "])))
def test_names_never_overlap_and_stand_in_the_text(parts: list[str]) -> None:
    """Whatever the text, matches are in order, apart, and give the text's own characters."""
    text = " ".join(parts)
    known = catalogue(
        ("Front du Kesh", "name"), ("Kesh libre", "name"), ("OUT", "acronym"), exact=("OUT",)
    )
    end = 0
    for match in find_names(text, known):
        assert match.span.start >= end
        assert match.text == match.span.of(text)
        end = match.span.end
