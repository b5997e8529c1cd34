"""What is already known of the places of a text, asked for by what stands near them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from ..codebook.folding import fold
from ..model import Ambiguous, Parse, Place
from ..model.mentions import PLACE_PRECISIONS
from .lands import Lands
from .place_resolution import Setting
from .places import PlaceCandidate

_BESIDE = 6
"""Tokens within which a place stands right before."""

PlacedName = tuple[PlaceCandidate, Place | Ambiguous]
"""A name in the text, and the place it means or why that is open."""


class Surroundings:
    """The places already read off a text, in text order."""

    __slots__ = ("_covered", "_demonyms", "_firsts", "_home", "lands", "named", "parse")

    def __init__(
        self,
        parse: Parse,
        named: Sequence[PlacedName],
        setting: Setting,
        lands: Lands,
        demonyms: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`demonyms` maps folded nationality words (« syrien ») to the countries they speak of."""
        self.parse, self.lands = parse, lands
        self._demonyms = demonyms or {}
        self.named = sorted(named, key=lambda pair: pair[0].first)
        self._firsts = [candidate.first for candidate, _ in self.named]
        self._covered = {t for c, _ in self.named for t in range(c.first, c.last)}
        self._home = _home(self.named, setting)

    def word(self, index: int) -> str:
        """A token's text in lower case; empty where the text has no such token."""
        tokens = self.parse.tokens
        return tokens[index].text.lower().replace("’", "'") if 0 <= index < len(tokens) else ""

    def at(self, first: int) -> PlacedName | None:
        """The name that begins at a token."""
        number = bisect_left(self._firsts, first)
        if number < len(self._firsts) and self._firsts[number] == first:
            return self.named[number]
        return None

    def nationality(self, first: int, last: int) -> str | None:
        """The country of a nationality word among the tokens: « les prisons syriennes »."""
        for token in self.parse.tokens[first:last]:
            countries = self._demonyms.get(fold(token.text))
            if countries:
                return countries[0]
        return None

    def covers(self, index: int) -> bool:
        """Whether a token is part of a name."""
        return index in self._covered

    def before(self, index: int, precisions: Collection[str]) -> Place | None:
        """The nearest place of one of the precisions that is told before a token."""
        for candidate, place in reversed(self.named[: bisect_left(self._firsts, index)]):
            if "city" in precisions and self._is_subject(candidate):
                continue  # « Moscou affirme »: a power speaks, no town is told of
            if isinstance(place, Place) and place.precision in precisions:
                return place
            if isinstance(place, Ambiguous) and candidate.precision in precisions:
                return None
        return None

    def _is_subject(self, candidate: PlaceCandidate) -> bool:
        tokens = self.parse.tokens[candidate.first : candidate.last]
        return any(token.dep.startswith("nsubj") for token in tokens)

    def country(self, index: int) -> str | None:
        """The country that « le pays » means at a token.

        That of a place told right before (« à Harar, dans l'est du pays »), else the country last
        named, else the article's.
        """
        number = bisect_left(self._firsts, index) - 1
        if number >= 0:
            candidate, place = self.named[number]
            if isinstance(place, Place) and place.country and index - candidate.last <= _BESIDE:
                return place.country
        nearest = self.before(index, ("country",))
        return nearest.country if nearest else self._home

    def country_in_sentence(self, index: int) -> str | None:
        """The one country of the places told in the token's sentence, else the article's."""
        told = {place.country for place in self.in_sentence(index, PLACE_PRECISIONS)} - {None}
        return told.pop() if len(told) == 1 else self._home

    def in_sentence(self, index: int, precisions: Collection[str]) -> set[Place]:
        """The places of one of the precisions that are told in the token's sentence."""
        sentence = self.parse.sentence_of(index)
        low = bisect_left(self._firsts, sentence.first)
        high = bisect_left(self._firsts, sentence.last)
        return {
            place
            for _, place in self.named[low:high]
            if isinstance(place, Place) and place.precision in precisions
        }


def _home(named: Sequence[PlacedName], setting: Setting) -> str | None:
    """The country of which the article speaks most; None when two are level."""
    votes = Counter(dict(setting.countries))
    votes.update(p.country for _, p in named if isinstance(p, Place) and p.country)
    first = votes.most_common(2)
    if not first or (len(first) == 2 and first[0][1] == first[1][1]):
        return None
    return first[0][0]
