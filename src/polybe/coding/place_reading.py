"""All the places of one text: names, what they mean, then areas and sites around them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..codebook.catalogue import StateEntry
from ..codebook.place_words import PlaceWords
from ..model import Parse, Span
from .areas import find_areas
from .lands import Lands
from .place_resolution import Setting, resolve_places
from .place_surroundings import PlacedName, Surroundings
from .places import PlaceCandidate, PlaceIndex, find_place_names
from .sites import find_sites


def read_places(
    parse: Parse,
    gazetteer: PlaceIndex,
    words: PlaceWords,
    *,
    taken: Collection[Span] = (),
    setting: Setting | None = None,
    demonyms: Mapping[str, tuple[str, ...]] | None = None,
    states: Mapping[str, StateEntry] | None = None,
) -> list[PlacedName]:
    """Every place told in a text with what it means, in text order; spans do not overlap.

    `taken` are spans that name something else; `setting` says which countries the article names
    by its actors, beside those that the places themselves name; `demonyms` maps folded nationality
    words to countries, for « les prisons syriennes » and « le nord syrien », `states` an alpha-3
    code to its entry, for « la capitale ».
    """
    setting = setting or Setting()
    names = find_place_names(parse, gazetteer, words, taken=taken)
    placed = list(zip(names, resolve_places(names, setting=setting), strict=True))
    surroundings = Surroundings(parse, placed, setting, Lands(gazetteer, states or {}), demonyms)
    wider = _apart(
        find_areas(parse, words, surroundings),
        find_sites(parse, words, surroundings, taken=taken),
    )
    kept = [pair for pair in placed if not _overlaps(pair[0], wider)]
    return sorted(
        [*kept, *((candidate, candidate.candidates[0]) for candidate in wider)],
        key=lambda pair: pair[0].start,
    )


def _apart(areas: list[PlaceCandidate], sites: list[PlaceCandidate]) -> list[PlaceCandidate]:
    return [*areas, *(site for site in sites if not _overlaps(site, areas))]


def _overlaps(candidate: PlaceCandidate, others: list[PlaceCandidate]) -> bool:
    return any(o.start < candidate.end and candidate.start < o.end for o in others)
