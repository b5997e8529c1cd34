"""The places and names that the packs add to the gazetteer's own sources."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from pydantic import ConfigDict

from ..codebook.packs import Entry, Packs, read_entries

STATES = "world/states.toml"
REGIONS = "world/regions.toml"
DIVISIONS = "world/divisions.toml"
LANGUAGES = ("fr", "en")


class StateEntry(Entry):
    """What the gazetteer reads of a state: its code, names and middle; the rest is others'."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    name: str
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    centre: tuple[float, float] | None = None


class RegionEntry(Entry):
    """A place that gazetteers lack.

    `country` is an alpha-3 code, absent for a region across countries, whose countries `within`
    may then list; `centre` is latitude and longitude in decimal degrees, absent where a pin would
    mislead (the Sahel, the Middle East).
    """

    name: str
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    precision: Literal["region", "admin1", "district", "city", "site"] = "region"
    country: str | None = None
    within: tuple[str, ...] = ()
    centre: tuple[float, float] | None = None


class DivisionEntry(Entry):
    """A first- or second-order division by its GeoNames code (« SY.09 »).

    `name` replaces the source's own, `fr` and `en` add names; `centre` replaces the mean of the
    division's places.
    """

    code: str
    name: str | None = None
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    centre: tuple[float, float] | None = None


class ExonymEntry(Entry):
    """A language's own names for the place that the sources call `of` in `country`."""

    of: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackedPlaces:
    """All that the packs tell the gazetteer; `exonyms` pairs a language with each entry."""

    states: tuple[StateEntry, ...]
    regions: tuple[RegionEntry, ...]
    divisions: tuple[DivisionEntry, ...]
    exonyms: tuple[tuple[str, ExonymEntry], ...]


def read_packed_places(packs: Packs) -> PackedPlaces:
    """Read the packs' place files; CodebookError names file and key of what is wrong."""
    return PackedPlaces(
        states=tuple(read_entries(StateEntry, packs, STATES, "state")),
        regions=tuple(read_entries(RegionEntry, packs, REGIONS, "region")),
        divisions=tuple(read_entries(DivisionEntry, packs, DIVISIONS, "division")),
        exonyms=tuple(
            (language, entry)
            for language in LANGUAGES
            for entry in read_entries(ExonymEntry, packs, f"{language}/exonyms.toml", "exonym")
        ),
    )


def places_version(packs: Packs) -> str:
    """A version made of the content of the packs' place files alone."""
    digest = blake2b(digest_size=6)
    exonyms = [f"{language}/exonyms.toml" for language in LANGUAGES]
    for place in (STATES, REGIONS, DIVISIONS, *exonyms):
        for path in packs.files(place):
            digest.update(path.read_bytes())
    return digest.hexdigest()
