"""The packs' own places mean something: codes, coordinates and names are sound."""

from __future__ import annotations

from collections import Counter

import pytest

from polybe.codebook.packs import Packs
from polybe.codebook.place_words import load_place_words
from polybe.gazetteer.names import name_key
from polybe.gazetteer.packs import places_version, read_packed_places

PACKED = read_packed_places(Packs())
STATES = {state.id for state in PACKED.states}


def test_countries_of_regions_are_known() -> None:
    """Every country code of a region or exonym is a state's, or the place has none."""
    codes = {r.country for r in PACKED.regions} | {c for r in PACKED.regions for c in r.within}
    codes |= {exonym.country for _, exonym in PACKED.exonyms}
    assert codes - STATES - {None} <= {"ESH", "FLK"}


def test_centres_lie_on_the_globe() -> None:
    """Latitude first, longitude second, in degrees."""
    centres = [p.centre for p in (*PACKED.regions, *PACKED.divisions) if p.centre]
    assert all(
        -90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in centres
    )


def test_no_name_is_given_twice() -> None:
    """A name that two entries bear in one country would never be told apart."""
    names = Counter(
        (language, key, region.country)
        for region in PACKED.regions
        for language, spelt in (("fr", region.fr), ("en", (region.name, *region.en)))
        for key in {name_key(name) for name in spelt}
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_every_name_has_a_capital() -> None:
    """A name without one could never be found."""
    names = [n for r in PACKED.regions for n in (*r.fr, *r.en, r.name)]
    assert [name for name in names if not name_key(name)] == []


def test_there_are_enough_regions_for_war_reporting() -> None:
    """The regions that gazetteers lack stand in the pack."""
    assert len([r for r in PACKED.regions if r.precision in ("region", "district")]) >= 150


def test_the_version_follows_the_content(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A user's region gives another version, so that the index is compiled anew."""
    own = tmp_path_factory.mktemp("own")
    (own / "world").mkdir()
    (own / "world" / "regions.toml").write_text('[[region]]\nname = "Keshland"\n')
    assert places_version(Packs()) != places_version(Packs.with_overlay(own))


def test_place_words_are_read() -> None:
    """Qualifiers match up to the name, and nouns of several words are known by their words."""
    words = load_place_words(Packs(), "fr")
    found = words.qualifier.search("Le pont se trouve à 40 km au sud d'")
    assert found is not None
    assert found.group() == "à 40 km au sud d'"
    assert words.sites["centre de détention"] == "site"
    assert "maison" in words.site_openers
