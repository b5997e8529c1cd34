"""Blocking: keys by which facts that may be one meet, so that not all are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from .profiles import ASSUMED, Profile

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
    sure, loose = set(_places(profile)), set(_loose(profile))
    if profile.group in _OF_ACTORS:
        sure |= {key for key in loose if key.startswith("actor|")}
    vague = not any(place.precision in _LOCAL for place in profile.places)
    found = sure | {f"{'vague' if vague else 'local'}|{key}" for key in loose}
    looks = sure | {f"vague|{key}" for key in loose}
    if vague:
        looks |= {f"local|{key}" for key in loose}
    found_in, looks_in = _slots(profile)
    return Keys(_numbers(profile, found, found_in), _numbers(profile, looks, looks_in))


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


def _slots(profile: Profile) -> tuple[set[str], set[str]]:
    """The slots of time in which a fact is found, and in which it looks for others.

    A fact that no article dates may lie in any of the days before its publication, and meets those
    that are dated in all of them; but two that nobody dates meet only when they are told at about
    one time.
    """
    own = set(_slots_of(max(profile.first, profile.last - _MOST_DAYS), profile.last))
    if profile.dated != ASSUMED:
        dated = {f"dated {slot}" for slot in own}
        return dated, dated | {f"open {slot}" for slot in own}
    told = {f"told {slot}" for slot in _slots_of(profile.published, profile.published)}
    return told | {f"open {slot}" for slot in own}, told | {f"dated {slot}" for slot in own}


def _slots_of(first: int, last: int) -> range:
    """The numbers of the slots that some days touch, with a day more either side."""
    return range((first - 1) // _DAYS, (last + 1) // _DAYS + 1)


def _numbers(profile: Profile, keys: set[str], slots: set[str]) -> frozenset[int]:
    """A number for each key in each slot: the two are hashed once each, and mixed."""
    bases = [_hash(f"{profile.family}|{key}") for key in keys]
    steps = [_hash(slot) for slot in slots]
    return frozenset((base * _ODD ^ step) % _TOP - _HALF for base in bases for step in steps)


_TOP, _HALF = 1 << 64, 1 << 63
_ODD = 0x9E3779B97F4A7C15  # the golden ratio in 64 bits: keys that differ little end far apart


@lru_cache(maxsize=100_000)
def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
