"""How sources and packs become entries."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from polybe.errors import CodebookError
from polybe.gazetteer import compiling
from polybe.gazetteer.compiling import Entry, gather_entries
from polybe.gazetteer.packs import (
    DivisionEntry,
    ExonymEntry,
    PackedPlaces,
    RegionEntry,
    StateEntry,
)
from polybe.gazetteer.sources import Country, Division, Town

KESH = Town(1, "Kesh", ("Kesh", "Qesh"), 10.0, 20.0, "NOR", "NO.01", 90_000)
FORD = Town(2, "Ford", ("Ford", "Gué"), 12.0, 22.0, "NOR", "NO.01", 3_000)
UPPER = Division("NO.01", 7, "Kesh Province", ("Kesh Province",), 1, ())
COUNTIES = [
    Division("NO.01.1", 8, "Ford", (), 2, (2,)),
    Division("NO.01.2", 9, "Highmoor", (), 2, (2,)),
    Division("NO.01.3", None, "Lostmoor", (), 2, ()),
]
NOTHING = PackedPlaces((), (), (), ())


@pytest.fixture(autouse=True)
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """A world of one country in Europe, two towns and four divisions."""
    norland = Country("NO", "NOR", 3, 4_000_000, "EU")
    monkeypatch.setattr(compiling, "read_countries", lambda: {"NO": norland})
    monkeypatch.setattr(compiling, "read_towns", lambda _: iter([KESH, FORD]))
    monkeypatch.setattr(compiling, "read_divisions", lambda: iter([UPPER, *COUNTIES]))


def entry(entries: Iterable[Entry], name: str, precision: str) -> Entry:
    return next(e for e in entries if (e.place.name, e.place.precision) == (name, precision))


def test_a_town_knows_its_division_and_point() -> None:
    """The division's name is joined by its code; coordinates and size come from the source."""
    place = entry(gather_entries(NOTHING), "Kesh", "city").place
    assert (place.admin1, place.latitude, place.population) == ("Kesh", 10.0, 90_000)


def test_small_towns_keep_only_their_own_name() -> None:
    """« Gué » must not find a town of 3,000 in a country of Latin letters."""
    assert entry(gather_entries(NOTHING), "Ford", "city").names == ("Ford",)


def test_a_division_takes_the_names_of_the_town_it_is_called_after() -> None:
    """« province de Qesh » is found by the town's other name; its centre is its towns' mean."""
    division = entry(gather_entries(NOTHING), "Kesh", "admin1")
    assert {"Kesh", "Kesh Province", "Qesh"} <= set(division.names)
    assert (division.place.latitude, division.place.longitude) == (11.0, 21.0)


def test_a_county_called_like_a_town_or_without_towns_is_left_out() -> None:
    """Only Highmoor adds something: Ford is a town already, Lostmoor could not be placed."""
    names = [e.place.name for e in gather_entries(NOTHING) if e.place.precision == "district"]
    assert names == ["Highmoor"]


def test_packs_name_states_regions_and_divisions() -> None:
    """States take size from the source; a division's name and centre are the pack's."""
    packed = PackedPlaces(
        states=(StateEntry(id="NOR", name="Norland", fr=("Norlande",)),),
        regions=(RegionEntry(name="The Moors", fr=("Landes",), centre=(11.5, 21.5)),),
        divisions=(DivisionEntry(code="NO.01", name="Keshia", fr=("Kéchie",), centre=(9.0, 19.0)),),
        exonyms=(("fr", ExonymEntry(of="Kesh", country="NOR", names=("Quèche",))),),
    )
    entries = gather_entries(packed)
    state = entry(entries, "Norland", "country")
    assert (state.place.population, state.own[0]) == (4_000_000, ("fr", "Norlande"))
    assert entry(entries, "The Moors", "region").place.latitude == 11.5
    division = entry(entries, "Keshia", "admin1")
    assert division.place.latitude == 9.0
    assert ("fr", "Kéchie") in division.own
    assert entry(entries, "Kesh", "city").own == (("fr", "Quèche"),)


def test_packs_that_name_nothing_known_are_told_so() -> None:
    """A code or a town that the sources lack is an error naming file and entry."""
    stray = PackedPlaces((), (), (DivisionEntry(code="NO.99"),), ())
    with pytest.raises(CodebookError, match=r"divisions\.toml.*NO\.99"):
        gather_entries(stray)
    exonym = ExonymEntry(of="Nowhere", country="NOR", names=("Nullepart",))
    with pytest.raises(CodebookError, match=r"fr/exonyms\.toml.*Nullepart.*Nowhere"):
        gather_entries(PackedPlaces((), (), (), (("fr", exonym),)))


def test_entries_stand_in_order_of_prominence() -> None:
    """The first entry found under a name is the one most likely meant."""
    ranks = [e.rank for e in gather_entries(NOTHING)]
    assert ranks == sorted(ranks, reverse=True)
