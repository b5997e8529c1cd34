"""The real index, compiled from the installed sources (once for each user and version)."""

from __future__ import annotations

import time
from math import cos, hypot, radians

import pytest

from polybe.gazetteer import Gazetteer
from polybe.model import Place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def kilometres(place: Place, latitude: float, longitude: float) -> float:
    assert place.latitude is not None
    assert place.longitude is not None
    width = (place.longitude - longitude) * cos(radians(latitude))
    return 111.2 * hypot(place.latitude - latitude, width)


@pytest.mark.parametrize(
    ("name", "country", "precision", "point"),
    [
        ("Alep", "SYR", "city", (36.2, 37.16)),
        ("Idleb", "SYR", "city", (35.93, 36.63)),
        ("Deir Ezzor", "SYR", "city", (35.33, 40.14)),
        ("Mossoul", "IRQ", "city", (36.34, 43.13)),
        ("Fada N’Gourma", "BFA", "city", (12.06, 0.36)),
        ("Port-au-Prince", "HTI", "city", (18.54, -72.34)),
        ("Nay Pyi Taw", "MMR", "city", (19.75, 96.1)),
        ("Le Caire", "EGY", "city", (30.06, 31.25)),
        ("Marioupol", "UKR", "city", (47.1, 37.55)),
        ("Mexico", "MEX", "city", (19.43, -99.13)),
        ("Nord-Kivu", "COD", "admin1", (-0.8, 29.0)),
        ("Tchétchénie", "RUS", "admin1", (43.4, 45.7)),
        ("bande de Gaza", "PSE", "admin1", (31.4, 34.4)),
        ("Ghouta orientale", "SYR", "district", (33.5, 36.4)),
        ("Donbass", "UKR", "region", (48.3, 38.2)),
        ("Casamance", "SEN", "region", (12.8, -15.5)),
        ("Khan al-Assal", "SYR", "city", (36.2, 37.0)),
    ],
)
def test_names_of_french_reporting_are_placed(
    gazetteer: Gazetteer, name: str, country: str, precision: str, point: tuple[float, float]
) -> None:
    """Each name is borne by a place of that kind, in that country, within 40 km of that point."""
    bearers = [p for p in gazetteer.find(name) if (p.country, p.precision) == (country, precision)]
    assert bearers
    assert kilometres(bearers[0], *point) < 40


@pytest.mark.parametrize("name", ["Sahel", "Moyen-Orient", "mer Rouge", "Kurdistan"])
def test_regions_across_countries_have_no_country(gazetteer: Gazetteer, name: str) -> None:
    """The region stands first among the bearers of its name."""
    place = gazetteer.find(name)[0]
    assert (place.precision, place.country) == ("region", None)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Syrie", "SYR"), ("RDC", "COD"), ("Côte d’Ivoire", "CIV"), ("Kosovo", "KOS")],
)
def test_countries_are_found_by_their_french_names(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    """Each with its code, and with the middle of the country for coordinates."""
    place = gazetteer.find(name)[0]
    assert (place.precision, place.country) == ("country", country)
    assert place.latitude is not None


@pytest.mark.parametrize("word", ["par", "des", "les", "ONU", "PAM", "Quelquepart-les-Bains"])
def test_common_words_and_acronyms_are_no_places(gazetteer: Gazetteer, word: str) -> None:
    """Lower case, acronyms and unknown names find nothing."""
    assert gazetteer.find(word) == ()


def test_bearers_stand_largest_first(gazetteer: Gazetteer) -> None:
    """Of the towns called Tripoli, Libya's leads."""
    towns = [p for p in gazetteer.find("Tripoli") if p.precision == "city"]
    assert [p.country for p in towns[:2]] == ["LBY", "LBN"]
    assert [p.population for p in towns] == sorted((p.population for p in towns), reverse=True)


def test_opening_again_compiles_nothing_and_takes_no_time(gazetteer: Gazetteer) -> None:
    """The second opening says nothing to `progress`; 2,000 look-ups take well under a second."""
    said: list[str] = []
    start = time.perf_counter()
    again = Gazetteer.open(progress=said.append)
    for number in range(1000):
        again.find(f"Alep{number}")
        again.find("Alep")
    assert said == []
    assert again.path == gazetteer.path
    assert time.perf_counter() - start < 1
