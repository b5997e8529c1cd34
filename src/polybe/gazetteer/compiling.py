"""Compiling the index: sources and packs into rows, rows into one SQLite file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from ..errors import CodebookError, GazetteerError
from ..model import Place
from .names import name_key
from .packs import DivisionEntry, PackedPlaces, RegionEntry, StateEntry
from .sources import Country, Division, Town, read_countries, read_divisions, read_towns

SCHEMA = 2
"""Raised whenever the file's form or the way of making it changes."""

_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, precision TEXT NOT NULL, geonames INTEGER,
    latitude REAL, longitude REAL, country TEXT, admin1 TEXT, population INTEGER NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, language TEXT NOT NULL,
    PRIMARY KEY (key, place)) WITHOUT ROWID;
"""

_PROMINENCE = {"region": 40_000_000, "admin1": 3_000_000, "district": 500_000, "city": 20_000}
"""Inhabitants that a region of the packs counts for when places are put in order."""

_DIVISION_WORDS = frozenset(
    {
        "governorate",
        "province",
        "region",
        "oblast",
        "oblast’",
        "state",
        "district",
        "department",
        "county",
        "prefecture",
        "raion",
        "territory",
    }
)
"""Class words that GeoNames' English names of divisions end in."""

_SMALL_TOWN = 20_000
"""Below this many inhabitants only a town's own name counts in the continents that write in Latin
letters: its other names there are seldom used, and bear on far larger places elsewhere
(« Genève » is also said to name a town of 13,000 in New York).  Where names are transcribed, every
spelling counts."""

_TRANSCRIBED = frozenset({"AS", "AF"})

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its names in any language (`names`) and in one language only (`own`)."""

    place: Place
    names: tuple[str, ...]
    own: tuple[tuple[str, str], ...] = ()
    rank: int = 0


def compile_index(path: Path, packed: PackedPlaces, progress: Progress) -> None:
    """Compile sources and packs into an index at `path`, telling `progress` of each step.

    Raises GazetteerError when the file cannot be written, CodebookError when a pack names a place
    that the sources do not have.
    """
    progress("places: reading the sources")
    entries = gather_entries(packed)
    progress(f"places: writing an index of {len(entries):,} places")
    write_index(path, entries)
    progress("places: done")


def write_index(path: Path, entries: list[Entry]) -> None:
    """Write entries, the most prominent first, to a temporary file, then rename it to `path`.

    Two processes may do so at once: each writes a file of its own, the later rename wins, and a
    reader never sees half an index.  Raises GazetteerError when the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        os.close(handle)
        temporary = Path(name)
        try:
            _fill(temporary, entries)
            temporary.replace(path)
        except BaseException:
            temporary.unlink()
            raise
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{path}: cannot write the index of places: {error}") from error


def gather_entries(packed: PackedPlaces) -> list[Entry]:
    """Every place of sources and packs, the most prominent first."""
    countries = read_countries()
    towns = list(read_towns(countries))
    divisions = list(_divisions(read_divisions(), packed, countries, towns))
    admin1 = {code: entry.place.name for code, entry in divisions}
    transcribed = {c.id for c in countries.values() if c.continent in _TRANSCRIBED}
    entries = [
        *_countries(packed.states, countries.values()),
        *(entry for _, entry in divisions),
        *(_town(town, admin1, transcribed) for town in towns),
        *(_region(region) for region in packed.regions),
    ]
    entries.sort(key=lambda entry: -entry.rank)
    return _with_exonyms(entries, packed)


def _countries(states: Iterable[StateEntry], countries: Iterable[Country]) -> Iterator[Entry]:
    known = {country.id: country for country in countries}
    for state in states:
        country = known.get(state.id)
        population = country.population if country else 0
        latitude, longitude = state.centre or (None, None)
        place = Place(
            name=state.name,
            precision="country",
            geonames=country.geonames if country else None,
            latitude=latitude,
            longitude=longitude,
            country=state.id,
            population=population,
        )
        own = [("fr", name) for name in state.fr] + [("en", name) for name in state.en]
        yield Entry(place, (), (*own, ("en", state.name)), rank=population)


def _divisions(
    divisions: Iterable[Division],
    packed: PackedPlaces,
    countries: dict[str, Country],
    towns: list[Town],
) -> Iterator[tuple[str, Entry]]:
    by_id = {town.geonames: town for town in towns}
    inside: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        inside[town.division].append(town)
    overrides = {entry.code: entry for entry in packed.divisions}
    unknown = set(overrides)
    town_names = {(town.country, name_key(town.name)) for town in towns}
    for division in divisions:
        country = countries.get(division.code.partition(".")[0])
        if country is None:
            continue
        unknown.discard(division.code)
        if division.order == 1:
            own_towns = inside[division.code]
        elif division.towns and (country.id, name_key(division.name)) not in town_names:
            own_towns = [by_id[town] for town in division.towns if town in by_id]
        else:
            continue  # A district called like a town adds nothing but doubt.
        override = overrides.get(division.code, DivisionEntry(code=division.code))
        yield division.code, _division(division, override, country, own_towns)
    if unknown:
        raise CodebookError(f"world/divisions.toml: no division {', '.join(sorted(unknown))}")


def _division(
    division: Division, override: DivisionEntry, country: Country, towns: list[Town]
) -> Entry:
    names = {division.name, *division.names, *map(_without_class, division.names)}
    seat = _town_of_the_name(names, towns) if division.order == 1 else None
    if seat is not None:
        names |= {seat.name, *seat.names}
    centre = override.centre
    if centre is None and towns:
        centre = (fmean(t.latitude for t in towns), fmean(t.longitude for t in towns))
    population = sum(town.population for town in towns)
    place = Place(
        name=override.name or (seat.name if seat else _without_class(division.name)),
        precision="admin1" if division.order == 1 else "district",
        geonames=division.geonames,
        latitude=round(centre[0], 4) if centre else None,
        longitude=round(centre[1], 4) if centre else None,
        country=country.id,
        population=population,
    )
    own = (*(("fr", n) for n in override.fr), *(("en", n) for n in override.en))
    return Entry(place, (place.name, *sorted(names)), own, rank=population)


def _town_of_the_name(names: set[str], towns: list[Town]) -> Town | None:
    """The town that a division is named after, so that « province d'Alep » finds Ḩalab."""
    keys = {name_key(name) for name in names}
    alike = [town for town in towns if name_key(town.name) in keys]
    return max(alike, key=lambda town: town.population, default=None)


def _without_class(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in _DIVISION_WORDS else name


def _town(town: Town, admin1: dict[str, str], transcribed: set[str]) -> Entry:
    place = Place(
        name=town.name,
        precision="city",
        geonames=town.geonames,
        latitude=town.latitude,
        longitude=town.longitude,
        country=town.country,
        admin1=admin1.get(town.division),
        population=town.population,
    )
    widely = town.population >= _SMALL_TOWN or town.country in transcribed
    names = town.names if widely else ()
    return Entry(place, (town.name, *names), rank=town.population)


def _region(region: RegionEntry) -> Entry:
    latitude, longitude = region.centre or (None, None)
    place = Place(
        name=region.name,
        precision=region.precision,
        latitude=latitude,
        longitude=longitude,
        country=region.country,
    )
    own = (*(("fr", n) for n in region.fr), *(("en", n) for n in (region.name, *region.en)))
    return Entry(place, (), own, rank=_PROMINENCE.get(region.precision, 0))


def _with_exonyms(entries: list[Entry], packed: PackedPlaces) -> list[Entry]:
    """Give each exonym to the largest place that bears the source's name in that country."""
    wanted = {(name_key(e.of), e.country) for _, e in packed.exonyms}
    bearers: dict[tuple[str, str | None], int] = {}
    for number, entry in enumerate(entries):
        if entry.place.precision == "city":
            key = (name_key(entry.place.name), entry.place.country)
            if key in wanted:
                bearers.setdefault(key, number)
    for language, exonym in packed.exonyms:
        found = bearers.get((name_key(exonym.of), exonym.country))
        if found is None:
            raise CodebookError(
                f"{language}/exonyms.toml: exonym[{exonym.names[0]}]: "
                f"no place {exonym.of!r} in {exonym.country}"
            )
        own = (*entries[found].own, *((language, name) for name in exonym.names))
        entries[found] = replace(entries[found], own=own)
    return entries


def _fill(path: Path, entries: list[Entry]) -> None:
    names: dict[tuple[str, int], str] = {}
    for number, entry in enumerate(entries):
        for language, name in entry.own:
            # A name that two languages share belongs to no one language.
            key = (name_key(name), number)
            names[key] = language if names.get(key, language) == language else ""
        for name in entry.names:
            names[(name_key(name), number)] = ""
    with sqlite3.connect(path) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        connection.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((number, *_columns(entry.place)) for number, entry in enumerate(entries)),
        )
        connection.executemany(
            "INSERT INTO name VALUES (?, ?, ?)",
            sorted((key, number, lang) for (key, number), lang in names.items() if key),
        )
    connection.close()


def _columns(place: Place) -> tuple[str | int | float | None, ...]:
    return (
        place.name,
        place.precision,
        place.geonames,
        place.latitude,
        place.longitude,
        place.country,
        place.admin1,
        place.population,
    )
