"""Mentions in text order: what was found of actors, places, times and figures, with its ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import (
    ActorMention,
    Ambiguous,
    FigureMention,
    Mention,
    Place,
    PlaceMention,
    Span,
    TimeMention,
)
from .actors import ActorDraft
from .figures import FigureSpan
from .scene import PlaceDraft, Scene
from .times import TimeSpan

Found = ActorDraft | PlaceDraft | TimeSpan | FigureSpan
"""Something found in a text that becomes a mention."""

_ORDER: tuple[type[Found], ...] = (ActorDraft, PlaceDraft, TimeSpan, FigureSpan)
"""Which comes first of those that share a span."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The mentions of a document in text order, and the id that each draft goes by."""

    mentions: tuple[Mention, ...]
    _ids: dict[int, str]

    def of(self, found: Iterable[Found]) -> tuple[str, ...]:
        """The ids of some drafts, each once; those that are no mention have none."""
        ids = (self._ids.get(id(each)) for each in found)
        return tuple(dict.fromkeys(each for each in ids if each is not None))

    def of_one(self, found: Found | None) -> str | None:
        """The id of a draft; None when there is none."""
        return self._ids.get(id(found)) if found is not None else None


def mention_key(draft: ActorDraft) -> tuple[Span, str | None]:
    """What makes two drafts one mention: the span, and the actor in a compound adjective."""
    return draft.span, draft.actor if draft.kind == "adjective" else None


def number_mentions(
    scene: Scene, actors: Sequence[ActorDraft], places: Sequence[PlaceDraft]
) -> Numbering:
    """Number the mentions in text order.

    Drafts of actors that share a span share its id; a name within its title has the title's.
    """
    found: list[Found] = [*actors, *places, *scene.times, *scene.figures]
    found.sort(key=lambda each: (*_span(each), _ORDER.index(type(each))))
    ids = {id(each): f"m{number}" for number, each in enumerate(found, 1)}
    by_key = {mention_key(actor): ids[id(actor)] for actor in actors}
    for draft in scene.actors.drafts:
        if draft.titled is not None and id(draft.titled) in ids:
            ids[id(draft)] = ids[id(draft.titled)]
        if id(draft) not in ids and mention_key(draft) in by_key:
            ids[id(draft)] = by_key[mention_key(draft)]
    text = scene.document.text
    return Numbering(tuple(_mention(each, ids, text) for each in found), ids)


def _span(found: Found) -> Span:
    if isinstance(found, ActorDraft | PlaceDraft):
        return found.span
    return Span(found.start, found.end)


def _mention(found: Found, ids: dict[int, str], text: str) -> Mention:
    mention_id, words = ids[id(found)], _span(found).of(text)
    match found:
        case ActorDraft():
            return _actor_mention(found, mention_id, words, ids)
        case PlaceDraft():
            return _place_mention(found, mention_id, words)
        case TimeSpan():
            return _time_mention(found, mention_id, words)
        case FigureSpan():
            return _figure_mention(found, mention_id, words)


def _actor_mention(
    draft: ActorDraft, mention_id: str, words: str, ids: dict[int, str]
) -> ActorMention:
    antecedent = ids.get(id(draft.antecedent)) if draft.antecedent is not None else None
    return ActorMention(
        mention_id,
        draft.span.start,
        draft.span.end,
        words,
        name=draft.name,
        actor=draft.actor,
        country=draft.country,
        sector=draft.sector,
        antecedent=antecedent if antecedent != mention_id else None,
    )


def _place_mention(draft: PlaceDraft, mention_id: str, words: str) -> PlaceMention:
    place = draft.place
    if isinstance(place, Place):
        return PlaceMention(
            mention_id,
            *draft.span,
            words,
            place.name,
            place.geonames,
            place.latitude,
            place.longitude,
            place.country,
            place.admin1,
            draft.precision or place.precision,
        )
    name, country = words, None
    if isinstance(place, Ambiguous):
        name, country = place.name, _shared_country(place)
    return PlaceMention(
        mention_id, *draft.span, words, name, country=country, precision=draft.precision
    )


def _shared_country(place: Ambiguous) -> str | None:
    """The country that all who share a name lie in; None when they lie in several."""
    countries = {candidate.country for candidate in place.candidates}
    return countries.pop() if len(countries) == 1 else None


def _time_mention(time: TimeSpan, mention_id: str, words: str) -> TimeMention:
    return TimeMention(
        mention_id,
        time.start,
        time.end,
        words,
        time.value,
        time.earliest,
        time.latest,
        time.precision,
    )


def _figure_mention(figure: FigureSpan, mention_id: str, words: str) -> FigureMention:
    return FigureMention(
        mention_id,
        figure.start,
        figure.end,
        words,
        figure.low,
        figure.best,
        figure.high,
        figure.unit,
        figure.of,
    )
