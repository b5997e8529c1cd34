"""Aliases: the names by which a text may tell of an actor of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .catalogue_file import GroupEntry, OrganisationEntry, PersonEntry, StateEntry
from .folding import fold

_WORD = re.compile(r"\w+")
_PARTICLES = {"el": "al"}


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


@lru_cache(maxsize=20_000)
def alias_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, parted at every sign: « al-Cham » is two."""
    words = (fold(word) for word in _WORD.findall(name))
    return tuple(_PARTICLES.get(word, word) for word in words)


def by_opening(aliases: Iterable[Alias]) -> dict[tuple[str, ...], tuple[Alias, ...]]:
    """Aliases by their first two folded words (or the only one), those of most words first.

    By one word alone many would be tried in vain: « Armée », « Front », « Mouvement ».
    """
    table: dict[tuple[str, ...], list[Alias]] = {}
    for alias in aliases:
        table.setdefault(alias.words[:2], []).append(alias)
    return {
        opening: tuple(sorted(dict.fromkeys(found), key=lambda a: -len(a.words)))
        for opening, found in table.items()
    }


def _alias(name: str, use: str, actor: str, *, exact: bool = False) -> Alias:
    spelt = _WORD.findall(name)
    return Alias(
        words=alias_words(name),
        capital=tuple(word[0].isupper() for word in spelt),
        exact=name if exact else "",
        use=use,
        actor=actor,
    )


def state_aliases(states: Iterable[StateEntry], language: str) -> Iterator[Alias]:
    """Names of states, capitals and seats, for governments, and of armed forces.

    States have their English names in a language that the catalogue has none of.
    """
    for state in states:
        government = f"{state.id}-GOV"
        for use, names in (
            ("state", getattr(state, language, state.en)),
            ("capital", state.government_fr + state.government_en),
            ("seat", state.seats_fr + state.seats_en),
        ):
            for name in dict.fromkeys(names):
                short = name.isupper() and len(name) <= 5
                yield _alias(name, use, government, exact=short)
        for name in state.defence_fr:
            yield _alias(name, "name", f"{state.id}-MIL", exact=name.isupper())


def body_aliases(organisations: Iterable[OrganisationEntry], language: str) -> Iterator[Alias]:
    """Names and acronyms of organisations; one that is a land as well is named like a state."""
    for body in organisations:
        for name in dict.fromkeys(body.fr + body.en):
            use = "state" if body.sector == "PRE" else "name"
            yield _alias(name, use, body.id, exact=name.isupper() and " " not in name)
        for name in _acronyms(body, language):
            yield _alias(name, "acronym", body.id, exact=True)


def group_aliases(groups: Iterable[GroupEntry], language: str) -> Iterator[Alias]:
    """Names and acronyms of armed groups, and what their members are called."""
    for group in groups:
        for name in dict.fromkeys(group.fr + group.en):
            yield _alias(name, "name", group.id, exact=name.isupper() and " " not in name)
        for name in _acronyms(group, language):
            yield _alias(name, "acronym", group.id, exact=True)
        for name in dict.fromkeys(group.members_fr + group.members_en):
            yield _alias(name.lower(), "members", group.id)


def _acronyms(entry: OrganisationEntry | GroupEntry, language: str) -> list[str]:
    """Those that hold in every language, and those of one: « UN » is no body in French."""
    own: list[str] = getattr(entry, f"acronyms_{language}", [])
    return [*entry.acronyms, *own]


def person_aliases(persons: Iterable[PersonEntry]) -> Iterator[Alias]:
    """Full names and surnames of persons."""
    for person in persons:
        for name in dict.fromkeys([*person.fr, *person.en, person.name]):
            yield _alias(name, "name", person.id)
        surnames = [person.surname] if isinstance(person.surname, str) else person.surname or []
        for surname in dict.fromkeys(surnames):
            yield _alias(surname, "surname", person.id)
