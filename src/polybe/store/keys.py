"""The words under which findings are looked up: of places, of actors, of what is added up."""

from __future__ import annotations

from collections.abc import Iterator

from ..account.facts import ActorRef, PlaceRef
from ..account.finding import Finding
from ..codebook.folding import fold


def place_keys(place: PlaceRef) -> Iterator[str]:
    """The names under which what happened in a place is found: its own, its area's, its country.

    Names are folded, as written and as the gazetteer has them; countries are alpha-3 codes.
    """
    for name in (place.name, place.text, place.admin1, place.country):
        if name:
            yield fold(name.strip())
    if place.geonames is not None:
        yield f"geonames:{place.geonames}"


def actor_keys(actor: ActorRef) -> Iterator[str]:
    """The names under which an actor is found: its catalogue id, its name, and as written."""
    for name in (actor.actor, actor.name, actor.text):
        if name:
            yield fold(name.strip())


def categories_of(finding: Finding) -> str | None:
    """What a finding is added up under: tolls by type, incidents and totals apart; else None."""
    if finding.kind != "toll":
        return None
    return f"{finding.mode or 'incident'}/{finding.type}"
