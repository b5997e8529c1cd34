"""The tables of `packs/world/`: states, organisations, armed groups and persons."""

from __future__ import annotations

from pydantic import Field

from .packs import Entry


class StateEntry(Entry):
    """One `[[state]]` of `states.toml`."""

    id: str
    name: str
    fr: list[str]
    en: list[str]
    centre: tuple[float, float] | None = None
    demonyms_fr: list[str] = []
    demonyms_en: list[str] = []
    prefixes_fr: list[str] = []
    government_fr: list[str] = []
    government_en: list[str] = []
    seats_fr: list[str] = []
    seats_en: list[str] = []
    defence_fr: list[str] = []
    defence_name: str | None = None
    capital: str | None = None


class OrganisationEntry(Entry):
    """One `[[organisation]]` of `organisations.toml`."""

    id: str
    name: str
    country: str
    sector: str | None = None
    fr: list[str] = []
    en: list[str] = []
    acronyms: list[str] = []
    acronyms_fr: list[str] = []
    acronyms_en: list[str] = []
    parent: str | None = None
    members: list[str] = []


class GroupEntry(Entry):
    """One `[[group]]` of `armed_groups.toml`."""

    id: str
    name: str
    country: str
    sector: str = "REB"
    fr: list[str] = []
    en: list[str] = []
    acronyms: list[str] = []
    acronyms_fr: list[str] = []
    acronyms_en: list[str] = []
    members_fr: list[str] = []
    members_en: list[str] = []
    active: list[str] = []
    parent: str | None = None
    from_: int | None = Field(None, alias="from")
    to: int | None = None


class OfficeEntry(Entry):
    """A term of office; dates as precise as known."""

    title: str
    from_: str | None = Field(None, alias="from")
    to: str | None = None
    sector: str | None = None
    organisation: str | None = None
    country: str | None = None


class PersonEntry(Entry):
    """One `[[person]]` of `persons.toml`."""

    id: str
    name: str
    fr: list[str] = []
    en: list[str] = []
    surname: str | list[str] | None = None
    country: str
    sector: str | None = None
    organisation: str | None = None
    offices: list[OfficeEntry] = []
