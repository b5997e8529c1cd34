"""Profiles: what the claims of a fact are compared by, worked out once.

A profile begins as that of one claim; the profiles of claims of one article that tell one fact are
pooled into one, which knows more of the fact than any of its sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ...codebook.folding import fold_words
from ..claims import Claim
from ..copies import Signature
from ..facts import ActorRef, PlaceRef, TimeRef

T = TypeVar("T")

TOLD, NEAR, ASSUMED = "told", "near", "assumed"
"""How a place or a time is had, the surest first: told of the fact, named beside it, likely."""

_SURENESS = (TOLD, NEAR, ASSUMED)

_WORDS = frozenset("AGREE CONCEDE REQUEST ACCUSE REJECT THREATEN SUPPORT CONSULT".split())
"""Events that are done by speaking."""

_GROUPS = {"control/TAKEN": "control", "statement": "statement"}

_BEFORE_PUBLICATION = 7
"""What has no date is taken, for comparing alone, to lie in so many days before publication."""

_LONG_AGO = 366
"""Days that a time with no beginning is taken to reach back."""

_STEM = 5
"""So many letters of a word are its stem: « bombardé » and « bombardement » are one."""

_SIDES = {
    sector: side
    for side, sectors in {
        "state": "GOV MIL PRM COP SPY",
        "rebel": "REB UAF CRM PRE",
        "civil": "CVL REF SOC MED EDU REL LAB AGR BUS JRN UNK",
    }.items()
    for sector in sectors.split()
}

_COUNTED = frozenset(("persons", "percent", "vehicles", "weapons"))

_DULL = frozenset(
    word
    for words in (
        "dans pour avec sans contre selon leur leurs elle elles cette entre depuis apres avant",
        "plus moins ainsi aussi mais dont lors sont ete etait etaient avait avaient avoir etre",
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin",
        "juillet aout septembre octobre novembre decembre annonce declare indique affirme",
        "rapporte source sources personnes environ plusieurs tout tous toute toutes autre autres",
    )
    for word in words.split()
)
"""Words that nearly every dispatch has, and that tell no fact from another."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as it is compared; ``known`` tells whether the catalogue has it.

    ``side`` is that of the state, of those in arms against it, or of civilians; None when unknown.
    """

    key: str
    country: str | None
    side: str | None
    known: bool
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What one claim, or all claims of one article that tell one fact, are compared by.

    ``claims`` are their ids.  ``family`` tells which can be one fact at all, ``group``
    by which table of points.  ``actors`` of a loss
    are those who take, as of a gain.  ``first`` and ``last`` are ordinals of days; ``dated``,
    ``placed`` and ``sited`` tell how these are had.  ``sites``, ``words``, ``said`` and
    ``triggers`` are stems.  ``counts`` are pairs of bounds, None where one is not told;
    ``parts`` are those of the article that it stands in, ``signature`` that of its text.
    """

    claims: tuple[str, ...]
    document: str
    family: str
    group: str
    modes: frozenset[str]
    actors: tuple[Party, ...]
    others: tuple[Party, ...]
    places: tuple[PlaceRef, ...]
    placed: str
    sites: frozenset[str]
    sited: str
    first: int
    last: int
    dated: str
    published: int
    counts: tuple[tuple[float | None, float | None], ...]
    words: frozenset[str]
    said: frozenset[str]
    triggers: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[float]
    parts: frozenset[str]
    signature: Signature = b""

    @property
    def id(self) -> str:
        """The smallest id of its claims."""
        return self.claims[0]

    @property
    def exact(self) -> bool:
        """Whether it is dated to the day."""
        return self.first == self.last


def profile_of(claim: Claim, signature: Signature = b"") -> Profile:
    """The profile of a claim; ``signature`` is that of its article's text (see ``copies``)."""
    actors, others = _parties(claim.actors), _parties(claim.recipients)
    if claim.type == "LOSES":
        actors, others = others, actors
    family = family_of(claim)
    first, last, dated = _days(claim)
    places, placed = _places(claim)
    sites, sited = _sites(claim)
    return Profile(
        claims=(claim.id,),
        document=claim.document,
        family=family,
        group=group_of(family),
        modes=frozenset((claim.mode,) if claim.mode else ()),
        actors=actors,
        others=others,
        places=places,
        placed=placed,
        sites=sites,
        sited=sited,
        first=first,
        last=last,
        dated=dated,
        published=_ordinal(claim.known),
        counts=tuple(_counts(claim)),
        words=_stems(claim.words),
        said=_stems(fold_words(claim.said or "")),
        triggers=frozenset((claim.trigger.casefold()[:_STEM],)),
        names=claim.names,
        numbers=claim.numbers,
        parts=frozenset((claim.part,)),
        signature=signature,
    )


def pooled(profiles: Sequence[Profile]) -> Profile:
    """One profile for several of one article and family: all that they tell, the surest first."""
    if len(profiles) == 1:
        return profiles[0]
    parts = sorted(profiles, key=lambda p: p.claims)
    dated = min(parts, key=lambda p: (_SURENESS.index(p.dated), p.last - p.first))
    placed, sited = _surest(p.placed for p in parts), _surest(p.sited for p in parts)
    return Profile(
        claims=tuple(sorted(claim for p in parts for claim in p.claims)),
        document=parts[0].document,
        family=parts[0].family,
        group=parts[0].group,
        modes=frozenset().union(*(p.modes for p in parts)),
        actors=_once(party for p in parts for party in p.actors),
        others=_once(party for p in parts for party in p.others),
        places=_once(q for p in parts if p.placed == placed for q in p.places),
        placed=placed,
        sites=frozenset().union(*(p.sites for p in parts if p.sited == sited)),
        sited=sited,
        first=dated.first,
        last=dated.last,
        dated=dated.dated,
        published=parts[0].published,
        counts=_once(count for p in parts for count in p.counts),
        words=frozenset().union(*(p.words for p in parts)),
        said=frozenset().union(*(p.said for p in parts)),
        triggers=frozenset().union(*(p.triggers for p in parts)),
        names=frozenset().union(*(p.names for p in parts)),
        numbers=frozenset().union(*(p.numbers for p in parts)),
        parts=frozenset().union(*(p.parts for p in parts)),
        signature=parts[0].signature,
    )


def _surest(ways: Iterable[str]) -> str:
    return min(ways, key=_SURENESS.index)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def family_of(claim: Claim) -> str:
    """What claims must share to be one fact at all: kind and type, a toll's mode as well.

    A gain and a loss may be one handover of ground told from two sides.  What lasts (who holds a
    place, who leads whom) is told anew every day: it is one fact within a calendar month of
    telling, and spells join the months.
    """
    match claim.kind:
        case "toll":
            return f"toll/{claim.type}/{claim.mode or 'incident'}"
        case "control" if claim.type in {"GAINS", "LOSES"}:
            return "control/TAKEN"
        case "statement":
            return "statement"
        case "event":
            return f"event/{claim.type}"
    return f"{claim.kind}/{claim.type}/{claim.known[:7]}"


def group_of(family: str) -> str:
    """Which table of points a family is weighed by: deeds, words, tolls, states …"""
    kind, _, type_ = family.partition("/")
    if kind == "event":
        return "word" if type_ in _WORDS else "deed"
    return _GROUPS.get(family) or ("toll" if kind == "toll" else "state")


def _parties(references: Iterable[ActorRef]) -> tuple[Party, ...]:
    return tuple(
        Party(ref.key, ref.country, _SIDES.get(ref.sector or ""), ref.actor is not None, ref.text)
        for ref in references
    )


def _days(claim: Claim) -> tuple[int, int, str]:
    """The days in which a fact lies, and how they are had."""
    published = _ordinal(claim.known)
    if found := _interval(claim.time, published):
        return *found, TOLD
    if found := _interval(claim.near_time, published):
        return *found, NEAR
    return published - _BEFORE_PUBLICATION, published, ASSUMED


def _interval(time: TimeRef | None, published: int) -> tuple[int, int] | None:
    if time is None or not (time.earliest or time.latest):
        return None
    last = _ordinal(time.latest) if time.latest else published
    first = _ordinal(time.earliest) if time.earliest else last - _LONG_AGO
    return min(first, last), max(first, last)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _places(claim: Claim) -> tuple[tuple[PlaceRef, ...], str]:
    """The named places: the fact's own, else those of its sentence, else that of its article."""
    main = (claim.main_place,) if claim.main_place else ()
    for places, how in ((claim.places, TOLD), (claim.near_places, NEAR), (main, ASSUMED)):
        if located := tuple(place for place in places if is_located(place)):
            return located, how
    return (), ASSUMED


def is_located(place: PlaceRef) -> bool:
    """Whether a place is more than « un marché »: a named one, or one with a point."""
    return place.precision != "site" or place.latitude is not None or place.name != place.text


def _sites(claim: Claim) -> tuple[frozenset[str], str]:
    """The words of the sites: the fact's own, else those of its sentence."""
    for places, how in ((claim.places, TOLD), (claim.near_places, NEAR)):
        words = [fold_words(place.text) for place in places if place.precision == "site"]
        if stems := _stems(word for phrase in words for word in phrase):
            return stems, how
    return frozenset(), ASSUMED


def _counts(claim: Claim) -> Iterable[tuple[float | None, float | None]]:
    """The bounds of what is counted; of « au moins 12 » the upper one is None."""
    for figure in claim.figures:
        if figure.unit not in _COUNTED:
            continue
        if figure.low is None and figure.high is None:
            yield figure.best, figure.best
        else:
            yield figure.low, figure.high


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) > 3 and word not in _DULL)
