"""Blocking: keys by which facts that may be one meet, so that not all are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from .comparison import group_of
from .profiles import Profile

_DAYS = 4
"""The days of a slot of time; facts meet in every slot that the days of both touch."""

_MOST_DAYS = 32
"""A fact with longer days meets others in its last ones alone."""

_COUNTED = frozenset(("toll", "force"))
_OF_ACTORS = frozenset(("word", "statement", "state"))
_LOCAL = frozenset(("city", "district", "admin1"))


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys under which a fact is found, and those under which it looks for others.

    They differ where one of two alone must be told vaguely: a fact placed only in a country looks
    for all facts of the country, one placed in a town does not.
    """

    found: frozenset[int]
    looks: frozenset[int]


def keys_of(profile: Profile) -> Keys:
    """The keys of a profile, as signed 64-bit numbers.

    Facts of a family meet, within a slot of days, in a town, in a province, or by a name in the
    sentence.  By land, by actor and by count they meet only where one of the two is told without a
    town: two that have towns meet in their towns or not at all.  What is done by speaking or lasts
    is told of actors rather than of places, and meets by actor in any case.
    """
    slots = _slots(profile)
    sure, loose = set(_places(profile)), set(_loose(profile))
    if group_of(profile) in _OF_ACTORS:
        sure |= {key for key in loose if key.startswith("actor|")}
    vague = not any(place.precision in _LOCAL for place in profile.places)
    found = sure | {f"{'vague' if vague else 'local'}|{key}" for key in loose}
    looks = sure | {f"vague|{key}" for key in loose}
    if vague:
        looks |= {f"local|{key}" for key in loose}
    return Keys(_numbers(profile, found, slots), _numbers(profile, looks, slots))


def _places(profile: Profile) -> Iterator[str]:
    for place in profile.places:
        yield f"place|{place.key}"
        if place.admin1 or place.precision == "admin1":
            area = place.admin1 or place.name
            yield f"area|{area.casefold()}|{place.country}"
    yield from (f"name|{name}" for name in profile.names)


def _loose(profile: Profile) -> Iterator[str]:
    parties = (*profile.actors, *profile.others)
    lands = {place.country for place in profile.places if place.country}
    lands |= {party.country for party in parties if party.country}
    yield from (f"land|{land}" for land in lands)
    yield from (f"actor|{party.key}" for party in parties)
    if profile.family.partition("/")[0] in _COUNTED:
        yield from (f"count|{count}|{land}" for count in profile.counts for land in lands)


def _slots(profile: Profile) -> range:
    """The numbers of the slots of time that the days of a fact touch, a day more either side."""
    first = max(profile.first, profile.last - _MOST_DAYS)
    return range((first - 1) // _DAYS, (profile.last + 1) // _DAYS + 1)


def _numbers(profile: Profile, keys: set[str], slots: range) -> frozenset[int]:
    return frozenset(_number(f"{profile.family}|{key}|{slot}") for key in keys for slot in slots)


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
