"""Lands that stand among the actors of a text, with where they lie: for measuring places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .gazetteer import open_gazetteer

if TYPE_CHECKING:
    from ..codebook.catalogue import StateEntry
    from ..model import ActorMention, CodedDocument, Place
    from ..scoring import LocatedSpan


def lands_of(
    *, language: str = "en", codebook: Path | None = None
) -> Callable[[CodedDocument], Iterator[LocatedSpan]]:
    """What tells the names of lands that actor mentions are or hold: « China », « US officials ».

    A state lies at its middle, the capital that stands for its government where the gazetteer has
    it.  The name must be of the mention's own country.  Raises CodebookError when the catalogue is
    malformed.
    """
    from ..codebook.catalogue import StateEntry
    from ..codebook.packs import Packs, read_entries

    packs = Packs.with_overlay(codebook)
    states = read_entries(StateEntry, packs, "world/states.toml", "state")
    names = {name: state for state in states for name in _names(state, language)}
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    find = open_gazetteer(codebook).find

    def lands(coded: CodedDocument) -> Iterator[LocatedSpan]:
        from ..model import ActorMention

        for mention in coded.mentions:
            if isinstance(mention, ActorMention) and mention.country is not None:
                yield from _lands_in(mention, pattern, names, find)

    return lands


def _names(state: StateEntry, language: str) -> tuple[str, ...]:
    own = state.fr if language == "fr" else state.en
    return (*own, *((state.capital,) if state.capital else ()))


def _lands_in(
    mention: ActorMention,
    pattern: re.Pattern[str],
    names: dict[str, StateEntry],
    find: Callable[[str], tuple[Place, ...]],
) -> Iterator[LocatedSpan]:
    from ..scoring import LocatedSpan

    for match in pattern.finditer(mention.text):
        state = names[match.group()]
        if state.id != mention.country:
            continue
        latitude, longitude = state.centre or (None, None)
        if match.group() == state.capital:
            towns = (place for place in find(state.capital) if place.country == state.id)
            town = next(towns, None)
            latitude, longitude = (town.latitude, town.longitude) if town else (None, None)
        start = mention.start + match.start()
        yield LocatedSpan(start, start + len(match.group()), latitude, longitude)
