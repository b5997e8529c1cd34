"""The scene of one document read off its parse: actors, times, places and figures."""

from __future__ import annotations

from ..codebook import Codebook
from ..model import Ambiguous, Document, Parse, Place, Span
from .actors import Actors
from .descriptions import join_descriptions
from .figures import find_figures
from .grammar import Grammar
from .place_labels import label_places
from .place_reading import read_places
from .place_resolution import Setting
from .places import PlaceCandidate, PlaceIndex
from .scene import PlaceDraft, Scene
from .times import find_times

_NOT_ONLY_ACTORS = ("state", "capital", "role", "unknown")
"""Kinds of actor mentions in whose words a place may stand."""


def read_scene(
    document: Document, parse: Parse, codebook: Codebook, gazetteer: PlaceIndex
) -> Scene:
    """Find the mentions of a document, pronouns left to when they are asked for."""
    parse = label_places(parse, gazetteer, codebook.place_words, codebook.catalogue)
    grammar = Grammar(parse, codebook.language)
    actors = Actors(grammar, codebook, document.published)
    actors.find()
    stretches = find_times(document.text, codebook.calendar, document.published)
    counted_out = [Span(t.start, t.end) for t in stretches if t.takes_numbers]
    scene = Scene(
        document,
        codebook,
        grammar,
        actors,
        places=_find_places(grammar, actors, codebook, gazetteer),
        times=[stretch for stretch in stretches if stretch.is_mention],
        figures=find_figures(parse, codebook.numerals, taken=counted_out),
    )
    join_descriptions(grammar, actors)
    return scene


def _find_places(
    grammar: Grammar, actors: Actors, codebook: Codebook, gazetteer: PlaceIndex
) -> list[PlaceDraft]:
    """The places of a text; names of states and capitals may be places as well as actors."""
    placed = read_places(
        grammar.parse,
        gazetteer,
        codebook.place_words,
        taken=[draft.span for draft in actors.drafts if draft.kind not in _NOT_ONLY_ACTORS],
        setting=Setting(actors.setting.countries),
        demonyms=codebook.catalogue.demonyms,
        states=codebook.catalogue.states,
    )
    return [_place_draft(grammar, candidate, place) for candidate, place in placed]


def _place_draft(
    grammar: Grammar, candidate: PlaceCandidate, place: Place | Ambiguous
) -> PlaceDraft:
    precision = place.precision if isinstance(place, Place) else candidate.precision
    return PlaceDraft(
        candidate.first,
        candidate.last,
        _head(grammar, candidate),
        Span(candidate.start, candidate.end),
        place,
        precision=precision,
        site=precision == "site",
    )


def _head(grammar: Grammar, candidate: PlaceCandidate) -> int:
    """The token by which a place hangs in the tree; its last when none hangs outside it."""
    for index in range(candidate.first, candidate.last):
        token = grammar.tokens[index]
        outside = not candidate.first <= token.head < candidate.last
        if outside and token.pos not in ("DET", "ADP", "PUNCT"):
            return index
    return candidate.last - 1
