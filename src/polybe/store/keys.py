"""The words under which findings are looked up: of places, of actors, of what is added up."""

from __future__ import annotations

from collections.abc import Iterator

from ..account.facts import KEY_LENGTH, ActorRef, PlaceRef
from ..account.finding import Finding
from ..account.situation import AccountWords
from ..account.truce_steps import signs_of
from ..codebook.folding import fold

EVENT_TRUCE = "truce"
"""The category of events that tell of a truce."""


def name_key(name: str) -> str:
    """The name under which something is looked up, as people or articles may write it."""
    return fold(name.strip())[:KEY_LENGTH]


def place_key(place: PlaceRef) -> str:
    """The one name under which what is told of a place alone is found."""
    return f"geonames:{place.geonames}" if place.geonames is not None else name_key(place.name)


def place_keys(place: PlaceRef) -> Iterator[str]:
    """The names under which what happened in a place is found: its own, its area's, its country's.

    Names are folded, as written and as the gazetteer has them; countries are alpha-3 codes.
    """
    yield place_key(place)
    for name in (place.name, place.text, place.admin1, place.country):
        if name:
            yield name_key(name)


def actor_keys(actor: ActorRef) -> Iterator[str]:
    """The names under which an actor is found: its catalogue id, its name, and as written."""
    for name in (actor.actor, actor.name, actor.text):
        if name:
            yield name_key(name)


def category_of(finding: Finding, words: AccountWords) -> str | None:
    """What a finding is added up or followed under, None for most.

    Tolls are told by type, incidents and totals apart; what tells of a truce is followed as one.
    """
    if finding.kind == "toll":
        return f"{finding.mode or 'incident'}/{finding.type}"
    return EVENT_TRUCE if any(signs_of(finding, words.truces)) else None
