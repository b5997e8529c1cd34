"""The catalogue of actors: states, organisations, armed groups, persons, and all their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from ..errors import CodebookError
from .folding import fold
from .packs import Entry, Packs, read_entries

_WORD = re.compile(r"\w+")
_PARTICLES = {"el": "al"}

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


class StateEntry(Entry):
    """One `[[state]]` of `states.toml`."""

    id: str
    name: str
    fr: list[str]
    en: list[str]
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
    """One actor of the catalogue."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    offices: tuple[Office, ...] = ()
    organisation: str | None = None
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
class Alias:
    """A name that may stand in a text.

    ``words`` are folded; ``capital`` tells which must be written with a capital; ``exact`` is the
    very spelling wanted of an acronym, empty when any will do.  ``use`` is what the name is:
    `state`, `capital`, `seat`, `name`, `acronym`, `members`, `surname`.
    """

    words: tuple[str, ...]
    capital: tuple[bool, ...]
    exact: str
    use: str
    actor: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Actors by id, aliases by their first word, demonyms and office holders."""

    actors: Mapping[str, Actor]
    aliases: Mapping[str, tuple[Alias, ...]]
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
        """The government of a state, as an actor."""
        return self.actors[f"{country}-GOV"]


@lru_cache(maxsize=50_000)
def alias_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, parted at every sign: « al-Cham » is two."""
    words = (fold(word) for word in _WORD.findall(name))
    return tuple(_PARTICLES.get(word, word) for word in words)


def load_catalogue(packs: Packs, language: str) -> Catalogue:
    """Read `packs/world/`; CodebookError names file and key, and ids that clash."""
    states = read_entries(StateEntry, packs, "world/states.toml", "state")
    organisations = read_entries(
        OrganisationEntry, packs, "world/organisations.toml", "organisation"
    )
    groups = read_entries(GroupEntry, packs, "world/armed_groups.toml", "group")
    persons = read_entries(PersonEntry, packs, "world/persons.toml", "person")
    actors: dict[str, Actor] = {}
    for actor in [
        *_state_actors(states),
        *(Actor(o.id, o.name, "organisation", o.country, o.sector) for o in organisations),
        *(
            Actor(g.id, g.name, "group", g.country, g.sector, active=tuple(g.active))
            for g in groups
        ),
        *(_person(p) for p in persons),
    ]:
        if actor.id in actors:
            raise CodebookError(f"packs/world: two actors with the id {actor.id!r}")
        actors[actor.id] = actor
    aliases = [
        *_state_aliases(states, language),
        *_body_aliases(organisations),
        *_group_aliases(groups),
        *_person_aliases(persons),
    ]
    return Catalogue(
        actors=actors,
        aliases=_by_first_word(aliases),
        demonyms=_demonyms(states, language),
        prefixes={fold(prefix): state.id for state in states for prefix in state.prefixes_fr},
        states={state.id: state for state in states},
        holders=_holders(actors.values()),
    )


def _state_actors(states: Iterable[StateEntry]) -> Iterator[Actor]:
    for state in states:
        yield Actor(f"{state.id}-GOV", f"Government of {state.name}", "state", state.id, "GOV")
        name = state.defence_name or f"Armed Forces of {state.name}"
        yield Actor(f"{state.id}-MIL", name, "force", state.id, "MIL")


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
        organisation=entry.organisation,
    )


def _office_sector(office: OfficeEntry, person: PersonEntry) -> str | None:
    if office.sector:
        return office.sector
    if office.title in TITLE_SECTORS:
        return TITLE_SECTORS[office.title]
    return None if person.country in ("UNO", "EUR", "IGO") else "GOV"


def _alias(name: str, use: str, actor: str, *, exact: bool = False) -> Alias:
    spelt = _WORD.findall(name)
    return Alias(
        words=alias_words(name),
        capital=tuple(word[0].isupper() for word in spelt),
        exact=name if exact else "",
        use=use,
        actor=actor,
    )


def _state_aliases(states: Iterable[StateEntry], language: str) -> Iterator[Alias]:
    for state in states:
        government = f"{state.id}-GOV"
        for use, names in (
            ("state", getattr(state, language)),
            ("capital", state.government_fr + state.government_en),
            ("seat", state.seats_fr + state.seats_en),
        ):
            for name in dict.fromkeys(names):
                short = name.isupper() and len(name) <= 5
                yield _alias(name, use, government, exact=short)
        for name in state.defence_fr:
            yield _alias(name, "name", f"{state.id}-MIL", exact=name.isupper())


def _body_aliases(organisations: Iterable[OrganisationEntry]) -> Iterator[Alias]:
    for body in organisations:
        for name in dict.fromkeys(body.fr + body.en):
            use = "state" if body.sector == "PRE" else "name"  # the name of a land as well
            yield _alias(name, use, body.id, exact=name.isupper() and " " not in name)
        for name in body.acronyms:
            yield _alias(name, "acronym", body.id, exact=True)


def _group_aliases(groups: Iterable[GroupEntry]) -> Iterator[Alias]:
    for group in groups:
        for name in dict.fromkeys(group.fr + group.en):
            yield _alias(name, "name", group.id, exact=name.isupper() and " " not in name)
        for name in group.acronyms:
            yield _alias(name, "acronym", group.id, exact=True)
        for name in dict.fromkeys(group.members_fr + group.members_en):
            yield _alias(name.lower(), "members", group.id)


def _person_aliases(persons: Iterable[PersonEntry]) -> Iterator[Alias]:
    for person in persons:
        for name in dict.fromkeys([*person.fr, *person.en, person.name]):
            yield _alias(name, "name", person.id)
        surnames = [person.surname] if isinstance(person.surname, str) else person.surname or []
        for surname in dict.fromkeys(surnames):
            yield _alias(surname, "surname", person.id)


def _by_first_word(aliases: Iterable[Alias]) -> dict[str, tuple[Alias, ...]]:
    table: dict[str, list[Alias]] = {}
    for alias in aliases:
        table.setdefault(alias.words[0], []).append(alias)
    return {
        word: tuple(sorted(dict.fromkeys(found), key=lambda a: -len(a.words)))
        for word, found in table.items()
    }


def _demonyms(states: Iterable[StateEntry], language: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for state in states:
        for form in getattr(state, f"demonyms_{language}"):
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
