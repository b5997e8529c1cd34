"""The catalogue of actors: states, organisations, armed groups, persons, and all their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import CodebookError
from .aliases import (
    Alias,
    alias_words,
    body_aliases,
    by_opening,
    group_aliases,
    person_aliases,
    state_aliases,
)
from .catalogue_file import GroupEntry, OfficeEntry, OrganisationEntry, PersonEntry, StateEntry
from .folding import fold
from .packs import Packs, read_entries

TITLE_SECTORS = {
    "army-chief": "MIL",
    "spy-chief": "SPY",
    "speaker": "LEG",
    "legislator": "LEG",
    "judge": "JUD",
    "group-leader": "REB",
    "opposition-leader": "OPP",
    "party-leader": "PTY",
    "religious-leader": "REL",
    "activist": "CVL",
    "ngo-head": "SOC",
}
"""Sectors of titles that are not executive; every other title is GOV."""


@dataclass(frozen=True, slots=True)
class Office:
    """A term of office; `start` and `end` are ISO dates, open when empty."""

    title: str
    start: str
    end: str
    sector: str | None
    country: str | None = None

    def held_on(self, date: str) -> bool:
        """Whether the date lies in the term; terms known by the year cover it whole."""
        return self.start <= date and (not self.end or date <= self.end + "\uffff")


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the catalogue.

    ``kind`` is `state` (a government), `force`, `organisation`, `group` or `person`; ``country``
    an ISO 3166-1 alpha-3 code or one of PLOVER's; ``sector`` None where the office held tells it;
    ``active`` the countries where an armed group is.
    """

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    offices: tuple[Office, ...] = ()
    active: tuple[str, ...] = ()

    def sector_on(self, date: str | None) -> str | None:
        """The sector that goes with the office held on a date.

        Out of office, a former holder is ELI where the last term lies in the past; with no date
        the latest office tells.
        """
        if not self.offices or self.sector is not None:
            return self.sector
        if date is None:
            return self.offices[-1].sector
        for office in self.offices:
            if office.held_on(date):
                return office.sector
        past = [office for office in self.offices if office.end and office.end < date]
        if not past:
            return self.offices[0].sector
        return "ELI" if past[-1].sector == "GOV" else past[-1].sector


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Actors by id, aliases by their first words, demonyms and office holders.

    ``demonyms`` maps a folded nationality word to the states it may mean, ``prefixes`` what stands
    first in a compound (« américano ») to its state, ``holders`` an office (title and country) to
    all who held it.
    """

    actors: Mapping[str, Actor]
    aliases: Mapping[tuple[str, ...], tuple[Alias, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, str]
    states: Mapping[str, StateEntry]
    holders: Mapping[tuple[str, str], tuple[Actor, ...]]

    def holder(self, title: str, country: str, date: str) -> Actor | None:
        """Who held an office of a country on a date; None when not known or not one."""
        held = [
            person
            for person in self.holders.get((title, country), ())
            if any(
                o.title == title and o.country == country and o.held_on(date)
                for o in person.offices
            )
        ]
        return held[0] if len(held) == 1 else None

    def government(self, country: str) -> Actor:
        """The government of a state, as an actor; KeyError when there is no such state."""
        return self.actors[f"{country}-GOV"]

    def forces(self, country: str) -> Actor:
        """The armed forces of a state, as an actor; KeyError when there is no such state."""
        return self.actors[f"{country}-MIL"]


def load_catalogue(packs: Packs, language: str) -> Catalogue:
    """Read `packs/world/`; CodebookError names file and key, both files where ids clash."""
    ids: dict[str, Path] = {}
    states = read_entries(StateEntry, packs, "world/states.toml", "state", ids)
    bodies = read_entries(OrganisationEntry, packs, "world/organisations.toml", "organisation", ids)
    groups = read_entries(GroupEntry, packs, "world/armed_groups.toml", "group", ids)
    persons = read_entries(PersonEntry, packs, "world/persons.toml", "person", ids)
    actors = _by_id(
        *_state_actors(states), *map(_body, bodies), *map(_group, groups), *map(_person, persons)
    )
    aliases = [
        *state_aliases(states, language),
        *body_aliases(bodies, language),
        *group_aliases(groups, language),
        *person_aliases(persons),
    ]
    return Catalogue(
        actors=actors,
        aliases=by_opening(aliases),
        demonyms=_demonyms(states, language),
        prefixes={fold(prefix): state.id for state in states for prefix in state.prefixes_fr},
        states={state.id: state for state in states},
        holders=_holders(actors.values()),
    )


def _by_id(*actors: Actor) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.id in found:
            raise CodebookError(f"packs/world: two actors with the id {actor.id!r}")
        found[actor.id] = actor
    return found


def _state_actors(states: Iterable[StateEntry]) -> Iterator[Actor]:
    for state in states:
        yield Actor(f"{state.id}-GOV", f"Government of {state.name}", "state", state.id, "GOV")
        name = state.defence_name or f"Armed Forces of {state.name}"
        yield Actor(f"{state.id}-MIL", name, "force", state.id, "MIL")


def _body(entry: OrganisationEntry) -> Actor:
    return Actor(entry.id, entry.name, "organisation", entry.country, entry.sector)


def _group(entry: GroupEntry) -> Actor:
    active = tuple(entry.active)
    return Actor(entry.id, entry.name, "group", entry.country, entry.sector, active=active)


def _person(entry: PersonEntry) -> Actor:
    offices = tuple(
        Office(
            o.title, o.from_ or "", o.to or "", _office_sector(o, entry), o.country or entry.country
        )
        for o in entry.offices
    )
    return Actor(
        entry.id,
        entry.name,
        "person",
        entry.country,
        entry.sector if entry.sector or offices else "UNK",
        offices=tuple(sorted(offices, key=lambda o: o.start)),
    )


def _office_sector(office: OfficeEntry, person: PersonEntry) -> str | None:
    if office.sector:
        return office.sector
    if office.title in TITLE_SECTORS:
        return TITLE_SECTORS[office.title]
    return None if person.country in ("UNO", "EUR", "IGO") else "GOV"


def _demonyms(states: Iterable[StateEntry], language: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for state in states:
        for form in getattr(state, f"demonyms_{language}", ()):
            table.setdefault(fold(form), []).append(state.id)
    return {form: tuple(dict.fromkeys(ids)) for form, ids in table.items()}


def _holders(actors: Iterable[Actor]) -> dict[tuple[str, str], tuple[Actor, ...]]:
    table: dict[tuple[str, str], list[Actor]] = {}
    for actor in actors:
        for office in actor.offices:
            people = table.setdefault((office.title, office.country or ""), [])
            if actor not in people:
                people.append(actor)
    return {key: tuple(people) for key, people in table.items()}


__all__ = [
    "TITLE_SECTORS",
    "Actor",
    "Alias",
    "Catalogue",
    "Office",
    "StateEntry",
    "alias_words",
    "load_catalogue",
]
