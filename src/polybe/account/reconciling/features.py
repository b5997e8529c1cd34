"""Features: how two profiles stand to each other in one respect, as a level with both values.

A level is a word such as « same » or « apart »; what it is worth is told in ``points``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ... import model
from ..copies import are_copies
from ..facts import PlaceRef
from .profiles import ASSUMED, NEAR, TOLD, Party, Profile

T = TypeVar("T")
Bounds = tuple[float | None, float | None]

SAME_PLACE_KM = 12.0
"""Two towns no farther apart than this may be one place told of by either name."""

_WIDE = 10
"""Days from which on an interval says little about the day."""

_RECALLED = 7
"""Days for which a fact told with its day may be recalled without it."""

_SURENESS = (TOLD, NEAR, ASSUMED)

_LOCAL = frozenset(("city", "district", "site"))


@dataclass(frozen=True, slots=True)
class Feature:
    """One respect in which two claims were compared: the level, and the value of each."""

    name: str
    level: str
    left: str
    right: str


def one_sentence(a: Profile, b: Profile) -> bool:
    """Whether one sentence states both: what stands in it then tells the two not apart."""
    return a.document == b.document and a.words == b.words


def mode_level(a: Profile, b: Profile) -> str:
    """Whether the two are told to be done in one way."""
    if not a.modes or not b.modes:
        return "open"
    return "same" if a.modes & b.modes else "differs"


def time_level(a: Profile, b: Profile) -> str:
    """How their days stand to each other; surer levels where both are told of the fact."""
    gap = max(a.first, b.first) - min(a.last, b.last)
    surest = min(_SURENESS.index(a.dated), _SURENESS.index(b.dated))
    least = max(_SURENESS.index(a.dated), _SURENESS.index(b.dated))
    if gap <= 0:
        return _overlap_level(a, b, least)
    if _SURENESS[least] == ASSUMED:
        return "before" if gap <= _RECALLED and surest < least else "far_assumed"
    level = "next_day" if gap == 1 else "days_apart" if gap <= 3 else "far"
    return level if _SURENESS[least] == TOLD else f"{level}_near"


def _overlap_level(a: Profile, b: Profile, least: int) -> str:
    if _SURENESS[least] == ASSUMED:
        return "may_overlap"
    if a.exact and b.exact:
        return "same_day" if _SURENESS[least] == TOLD else "same_day_near"
    return "wide_overlap" if max(a.last - a.first, b.last - b.first) >= _WIDE else "overlap"


def published_level(a: Profile, b: Profile) -> str:
    """How long after each other the articles came out."""
    if a.document == b.document:
        return "one_article"
    gap = abs(a.published - b.published)
    for most, level in ((0, "same_day"), (1, "next_day"), (3, "days"), (10, "week")):
        if gap <= most:
            return level
    return "far"


def place_level(a: Profile, b: Profile) -> str:
    """How their places stand to each other; `_near` where one has only that of its sentence.

    The place of an article, by which it is set where its sentences are silent, tells nothing of
    two facts that it tells.
    """
    assumed = a.document == b.document and ASSUMED in (a.placed, b.placed)
    if not a.places or not b.places or assumed:
        return "open"
    best = min((_apart(p, q) for p in a.places for q in b.places), key=_PLACE_LEVELS.index)
    return best if a.placed == b.placed == TOLD else f"{best}_near"


_PLACE_LEVELS = ("same", "close", "within", "land", "apart", "foreign")


def _apart(p: PlaceRef, q: PlaceRef) -> str:
    if p.key == q.key and p.precision in _LOCAL:
        return "same"
    if p.country and q.country and p.country != q.country:
        return "foreign"
    if p.key == q.key:
        return "same" if p.precision == "admin1" else "land"
    local = p.precision in _LOCAL, q.precision in _LOCAL
    if all(local):
        return _distance_level(p, q)
    if "country" in (p.precision, q.precision) or "region" in (p.precision, q.precision):
        return "land"
    if any(local):
        city, area = (p, q) if local[0] else (q, p)
        return "within" if _lies_in(city, area) else _distance_level(p, q)
    return "apart"


def _lies_in(city: PlaceRef, area: PlaceRef) -> bool:
    names = {name.casefold() for name in (area.name, area.text, area.admin1) if name}
    return bool(city.admin1) and city.admin1.casefold() in names  # type: ignore[union-attr]


def _distance_level(p: PlaceRef, q: PlaceRef) -> str:
    distance = kilometres(p, q)
    if distance is None:
        return "land"
    return "close" if distance <= SAME_PLACE_KM else "apart"


def kilometres(p: PlaceRef, q: PlaceRef) -> float | None:
    """The great-circle distance in km; None where either has no coordinates."""
    if p.latitude is None or p.longitude is None or q.latitude is None or q.longitude is None:
        return None
    return model.kilometres((p.latitude, p.longitude), (q.latitude, q.longitude))


def site_level(a: Profile, b: Profile) -> str:
    """Whether the two hit one kind of site: market and mosque are not."""
    if not a.sites or not b.sites:
        return "open"
    level = "same" if a.sites & b.sites else "differs"
    return level if a.sited == b.sited == TOLD else f"{level}_near"


def actor_level(a: Profile, b: Profile) -> str:
    """Whether those who do it can be the same."""
    return _parties_level(a.actors, b.actors)


def other_level(a: Profile, b: Profile) -> str:
    """Whether those to whom it is done can be the same."""
    return _parties_level(a.others, b.others)


def crossed_level(a: Profile, b: Profile) -> str:
    """Whether the actor of one is the recipient of the other."""
    keys = {p.key for p in a.actors} & {p.key for p in b.others}
    keys |= {p.key for p in a.others} & {p.key for p in b.actors}
    return "crossed" if keys else "no"


_PARTY_LEVELS = ("same", "alike", "differs")


def _parties_level(left: tuple[Party, ...], right: tuple[Party, ...]) -> str:
    if not left or not right:
        return "open"
    return min((_party_level(p, q) for p in left for q in right), key=_PARTY_LEVELS.index)


def _party_level(p: Party, q: Party) -> str:
    if p.key == q.key:
        return "same"
    if p.country and q.country and p.country != q.country:
        return "differs"
    if p.known and q.known and p.side != "state":
        return "differs"
    return "differs" if p.side and q.side and p.side != q.side else "alike"


def count_level(a: Profile, b: Profile) -> str:
    """Whether they count alike: the nearest of the counts of each."""
    if not a.counts or not b.counts:
        return "open"
    return min((_count(p, q) for p in a.counts for q in b.counts), key=_COUNT_LEVELS.index)


_COUNT_LEVELS = ("same", "overlap", "close", "differs", "far")
_NO_END = 3.0
"""« Au moins 12 » is taken to reach to so many times 12 when it is compared."""


def _count(p: Bounds, q: Bounds) -> str:
    if p == q:
        return "same"
    (low_p, high_p), (low_q, high_q) = _closed(p), _closed(q)
    if max(low_p, low_q) <= min(high_p, high_q):
        return "overlap"
    ratio = min(high_p, high_q) / max(low_p, low_q)
    return "close" if ratio >= 0.6 else "differs" if ratio >= 0.2 else "far"


def _closed(bounds: Bounds) -> tuple[float, float]:
    low = bounds[0] or 0.0
    return low, _NO_END * low if bounds[1] is None else bounds[1]


def names_level(a: Profile, b: Profile) -> str:
    """Whether a name stands beside both: a village that no gazetteer has is one."""
    return "open" if one_sentence(a, b) else _shared_level(a.names, b.names)


def numbers_level(a: Profile, b: Profile) -> str:
    """Whether the same things are counted beside both."""
    return "open" if one_sentence(a, b) else _shared_level(a.numbers, b.numbers)


def _shared_level(left: frozenset[T], right: frozenset[T]) -> str:
    if not left or not right:
        return "open"
    shared = len(left & right)
    if not shared:
        return "none"
    return "all" if shared == min(len(left), len(right)) > 1 else "some"


def words_level(a: Profile, b: Profile) -> str:
    """How many of the words of the shorter sentence the other has too."""
    return "open" if one_sentence(a, b) else _share_level(a.words, b.words)


def said_level(a: Profile, b: Profile) -> str:
    """How many of the words of the shorter content the other has too."""
    return _share_level(a.said, b.said) if a.said and b.said else "open"


def _share_level(left: frozenset[str], right: frozenset[str]) -> str:
    shorter = min(len(left), len(right))
    share = len(left & right) / shorter if shorter else 0.0
    for least, level in ((0.8, "nearly_all"), (0.5, "most"), (0.3, "many"), (0.15, "some")):
        if share >= least:
            return level
    return "few"


def trigger_level(a: Profile, b: Profile) -> str:
    """Whether one word states both."""
    return "same" if a.triggers & b.triggers else "differs"


_OPENING = frozenset(("title", "lead"))


def text_level(a: Profile, b: Profile) -> str:
    """Whether one text states both: one sentence, one article, the same sentence copied."""
    if a.document == b.document:
        if one_sentence(a, b):
            return "one_sentence"
        return "title_and_lead" if a.parts | b.parts == _OPENING else "one_article"
    if a.triggers & b.triggers and words_level(a, b) == "nearly_all":
        return "copied" if are_copies(a.signature, b.signature) else "other"
    return "other"


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.text for party in parties)


def _day_words(p: Profile) -> str:
    first, last = date.fromordinal(p.first).isoformat(), date.fromordinal(p.last).isoformat()
    return first if first == last else f"{first}/{last}"


def _count_words(p: Profile) -> str:
    return " ".join(
        f"{low:g}" if low == high and low is not None else f"{_end(low)}..{_end(high)}"
        for low, high in p.counts
    )


def _end(bound: float | None) -> str:
    return "" if bound is None else f"{bound:g}"


Level = Callable[[Profile, Profile], str]
Value = Callable[[Profile], str]

FEATURES: Mapping[str, tuple[Level, Value]] = {
    "mode": (mode_level, lambda p: " ".join(sorted(p.modes))),
    "time": (time_level, _day_words),
    "published": (published_level, lambda p: date.fromordinal(p.published).isoformat()),
    "place": (place_level, lambda p: ", ".join(place.name for place in p.places)),
    "site": (site_level, lambda p: " ".join(sorted(p.sites))),
    "actor": (actor_level, lambda p: _names(p.actors)),
    "other": (other_level, lambda p: _names(p.others)),
    "crossed": (crossed_level, lambda p: _names((*p.actors, *p.others))),
    "count": (count_level, _count_words),
    "names": (names_level, lambda p: " ".join(sorted(p.names))),
    "numbers": (numbers_level, lambda p: " ".join(f"{n:g}" for n in sorted(p.numbers))),
    "words": (words_level, lambda p: " ".join(sorted(p.words))),
    "said": (said_level, lambda p: " ".join(sorted(p.said))),
    "trigger": (trigger_level, lambda p: " ".join(sorted(p.triggers))),
    "text": (text_level, lambda p: p.document),
}
"""Every feature: how its level is told, and how a profile's value is shown."""
