"""Which place a name means, settled by the article's own setting.

Every candidate gets a score on the scale of a decimal logarithm of inhabitants, so that « one point
more » reads « as if it were ten times larger »: lying in a country that the article names, lying
near other places of the article, lying in what the text itself says it lies in (« Tripoli, au
Liban »).  A clear lead settles; anything else stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log10

from ..codebook.folding import fold
from ..model import Ambiguous, Place, kilometres
from .places import PlaceCandidate

_NAMED_COUNTRY = 0.7
_COUNTRY_SHARE = 1.0
_NEAR = 0.8
_CONTAINED = 5.0
_LEAD = 0.2
_ALIAS = 0.7
_NEAR_KM = 250.0
_SAME_KM = 60.0
_GAP = 3
_SMALL = 50_000
_SEAT = 10_000
_GREAT_TOWN = 500_000
_A_COUNTRY = 0.5
_DEGREE_KM = 111.0  # a little less than one of latitude: what it rules out is truly far
_UNCOUNTED = 5_000
"""Inhabitants that a town counts for whose number the source does not know."""
_FLOOR = {"country": 10_000_000, "region": 10_000_000, "admin1": 300_000, "district": 5_000}
"""Inhabitants that a place of that precision counts for at least."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: how often it names each country (alpha-3), by whatever mention."""

    countries: Mapping[str, int] = field(default_factory=dict)


def resolve_places(
    candidates: Sequence[PlaceCandidate], *, setting: Setting
) -> list[Place | Ambiguous]:
    """What each name means, in the order given; the same name means the same place throughout.

    An unknown name, and one whose candidates the article does not tell apart, is Ambiguous.
    """
    containers = _containers(candidates)
    resolved: dict[str, Place] = {}
    alike: dict[str, list[tuple[PlaceCandidate, Place | None]]] = {}
    for candidate, container in zip(candidates, containers, strict=True):
        alike.setdefault(candidate.name.casefold(), []).append((candidate, container))
    for _ in range(2):  # the second round knows the places that the first one settled
        anchors = tuple(place for place in resolved.values() if place.precision != "country")
        weigher = _Weigher(_votes(candidates, setting, resolved), anchors)
        for name, bearers in alike.items():
            settled = [weigher.settle(candidate, container) for candidate, container in bearers]
            places = [s for s in settled if isinstance(s, Place)]
            if places:
                resolved[name] = Counter(places).most_common(1)[0][0]
    return [_answer(c, resolved, weigher, containers[i]) for i, c in enumerate(candidates)]


def _answer(
    candidate: PlaceCandidate,
    resolved: Mapping[str, Place],
    weigher: _Weigher,
    container: Place | None,
) -> Place | Ambiguous:
    own = weigher.settle(candidate, container)
    shared = resolved.get(candidate.name.casefold())
    if shared is None or (isinstance(own, Place) and own.precision != shared.precision):
        return own
    return shared if shared in candidate.candidates else own


def _containers(candidates: Sequence[PlaceCandidate]) -> list[Place | None]:
    """For each name, the country or division told right behind it: « Alep (Syrie) »."""
    found: list[Place | None] = [None] * len(candidates)
    for number, (here, behind) in enumerate(pairwise(candidates)):
        if not 0 < behind.first - here.last <= _GAP or not behind.candidates:
            continue
        land = behind.candidates[0]
        if land.precision in ("country", "admin1") and land not in here.candidates:
            found[number] = land
    return found


def _votes(
    candidates: Sequence[PlaceCandidate], setting: Setting, resolved: Mapping[str, Place]
) -> Counter[str]:
    """How often each country is named: by the setting, by its own name, by places settled."""
    votes = Counter(dict(setting.countries))
    for candidate in candidates:
        place = resolved.get(candidate.name.casefold())
        if place is None and len(candidate.candidates) == 1:
            place = candidate.candidates[0]
        if place is not None and place.country and (_weight(place) >= _SMALL or resolved):
            votes[place.country] += 1
    return votes


@dataclass(frozen=True, slots=True)
class _Weigher:
    votes: Counter[str]
    anchors: tuple[Place, ...]

    def settle(self, candidate: PlaceCandidate, container: Place | None) -> Place | Ambiguous:
        """The place meant, or why that cannot be told."""
        places = _without_seats(candidate)
        if not places:
            return self._unknown(candidate)
        weights = self._weights(candidate.name, places, container)
        ranked = sorted(places, key=lambda place: -weights[place])
        best = ranked[0]
        if self._is_far_fetched(best, container):
            return Ambiguous(
                candidate.name, tuple(ranked), "it lies in no country that the article names"
            )
        rivals = [p for p in ranked[1:] if not _is_same_spot(best, p)]
        if rivals and weights[best] - weights[rivals[0]] < _LEAD:
            return Ambiguous(
                candidate.name, tuple(ranked), "the article does not tell the bearers apart"
            )
        return best

    def _weights(
        self, name: str, places: Sequence[Place], container: Place | None
    ) -> dict[Place, float]:
        if len(places) == 1:
            return {places[0]: 0.0}  # nothing to weigh it against
        weights = {place: self.score(place, container) for place in places}
        for place in _by_alias(name, places):
            weights[place] -= _ALIAS
        return weights

    def _unknown(self, candidate: PlaceCandidate) -> Place | Ambiguous:
        """A place of no known coordinates, when the article plays in one country above all."""
        for country, votes in self.votes.most_common(1):
            if votes * 2 >= self.votes.total():
                return Place(candidate.name, candidate.precision or "city", country=country)
        return Ambiguous(candidate.name, (), "the gazetteer does not know the name")

    def score(self, place: Place, container: Place | None) -> float:
        """The candidate's weight, in decimal logarithms of inhabitants."""
        score = log10(max(_weight(place), 100))
        if place.precision == "country":
            score += _A_COUNTRY
        named = self.votes[place.country] if place.country else 0
        if named:
            score += _NAMED_COUNTRY + _COUNTRY_SHARE * named / self.votes.total()
        if container is not None and _contains(container, place):
            score += _CONTAINED
        if any(_is_near(place, anchor) and anchor != place for anchor in self.anchors):
            score += _NEAR
        return score

    def _is_far_fetched(self, place: Place, container: Place | None) -> bool:
        """A small place in a country of which the article never speaks is likely another."""
        if not self.votes or place.country is None or self.votes[place.country]:
            return False
        if container is not None and _contains(container, place):
            return False
        return _weight(place) < _SMALL


def _without_seats(candidate: PlaceCandidate) -> list[Place]:
    """The candidates less the divisions that share their name with a town of weight.

    « Idleb » alone is the town, not the province around it; so is a great town that bears a
    distant division's name (Washington).
    """
    towns = [place for place in candidate.candidates if place.precision == "city"]
    return [
        place
        for place in candidate.candidates
        if place.precision not in ("admin1", "district")
        or not any(_outshines(town, place) for town in towns)
    ]


def _by_alias(name: str, places: Sequence[Place]) -> list[Place]:
    """The places that only an alternate name gives it, when others are called so themselves."""
    own = [place for place in places if fold(place.name) == fold(name)]
    return [place for place in places if place not in own] if own else []


def _outshines(town: Place, division: Place) -> bool:
    if town.country != division.country:
        return False
    if town.admin1 == division.name:
        return town.population >= _SEAT
    return town.population >= _GREAT_TOWN or town.population * 3 >= division.population > 0


def _weight(place: Place) -> int:
    return max(place.population or _UNCOUNTED, _FLOOR.get(place.precision, 0))


def _contains(land: Place, place: Place) -> bool:
    if land.country != place.country:
        return False
    return land.precision == "country" or land.name == place.admin1


def _is_same_spot(first: Place, second: Place) -> bool:
    if first.country != second.country:
        return False
    return "country" in (first.precision, second.precision) or _km(first, second) <= _SAME_KM


def _is_near(first: Place, second: Place) -> bool:
    """Whether two places lie near each other; what their latitudes rule out is not measured."""
    if first.latitude is None or second.latitude is None:
        return False
    far = abs(first.latitude - second.latitude) * _DEGREE_KM > _NEAR_KM
    return not far and _km(first, second) <= _NEAR_KM


def _km(first: Place, second: Place) -> float:
    """Great-circle distance; infinite when either has no coordinates."""
    if first.latitude is None or first.longitude is None:
        return float("inf")
    if second.latitude is None or second.longitude is None:
        return float("inf")
    return kilometres((first.latitude, first.longitude), (second.latitude, second.longitude))
