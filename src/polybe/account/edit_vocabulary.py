"""The vocabulary of edits, as codebook and gazetteer know it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..codebook.aliases import alias_words
from ..codebook.catalogue import Catalogue
from ..codebook.ontology import Ontology
from ..model import Place
from .edit_words import Vocabulary
from .facts import ActorRef, PlaceRef


def vocabulary_of(
    ontology: Ontology, catalogue: Catalogue, find_places: Callable[[str], Sequence[Place]]
) -> Vocabulary:
    """What edits may say: event types with their modes, actors of the catalogue, places.

    ``find_places`` gives all places of a name.  A name that several bear finds none: which of them
    is meant, the reviewer tells by its id or point.
    """
    return Vocabulary(
        modes={name: tuple(event.modes) for name, event in ontology.events.items()},
        actors=sorted({actor.name for actor in catalogue.actors.values()}),
        actor=lambda name: _actor(name, catalogue),
        place=lambda name: _place(name, find_places(name)),
    )


def _actor(name: str, catalogue: Catalogue) -> ActorRef | None:
    """The actor of an id, a canonical name or an alias, if but one bears it."""
    words = alias_words(name)
    named = [actor for actor in catalogue.actors.values() if name in (actor.id, actor.name)]
    aliases = catalogue.aliases.get(words[:2], ())
    ids = {alias.actor for alias in aliases if alias.words == words}
    found = {actor.id: actor for actor in named or [catalogue.actors[id_] for id_ in ids]}
    if len(found) != 1:
        return None
    (actor,) = found.values()
    return ActorRef(actor.name, name, actor.country, actor.sector, actor.id)


def _place(name: str, found: Sequence[Place]) -> PlaceRef | None:
    if len(found) != 1:
        return None
    place = found[0]
    return PlaceRef(
        name=place.name,
        text=name,
        precision=place.precision,
        country=place.country,
        admin1=place.admin1,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
    )
