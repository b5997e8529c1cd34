"""Parts of countries, and places called by what they are.

« le nord du Mali », « l'est du pays », « la frontière entre le Mali et le Niger »; « dans le
pays », « la ville », « cette région » where the text has named one before.
"""

from __future__ import annotations

from dataclasses import replace

from ..codebook.place_words import PlaceWords
from ..model import Parse, Place, Token
from .place_surroundings import Surroundings
from .places import PlaceCandidate

_LANDS = ("country", "admin1", "region")


def find_areas(parse: Parse, words: PlaceWords, surroundings: Surroundings) -> list[PlaceCandidate]:
    """Areas and described places, each with the one place it means, in text order.

    A span may cover a named place, which is then part of it and no mention of its own.  An area
    has the country of what it is part of, and no coordinates but those of a town.
    """
    reader = _AreaReader(parse, words, surroundings)
    nouns = words.directions | words.frontiers | frozenset(words.descriptions)
    found: list[PlaceCandidate] = []
    for token in parse.tokens:
        if token.text.lower() not in nouns:
            continue
        candidate = reader.read(token)
        if candidate is not None and (not found or found[-1].last <= candidate.first):
            found.append(candidate)
    return found


class _AreaReader:
    __slots__ = ("_to", "parse", "surroundings", "tokens", "told", "words")

    def __init__(self, parse: Parse, words: PlaceWords, surroundings: Surroundings) -> None:
        self.parse, self.tokens = parse, parse.tokens
        self.words, self.surroundings = words, surroundings
        self._to = words.contracted - words.of  # « au », « aux »
        self.told: dict[str, Place] = {}

    def read(self, token: Token) -> PlaceCandidate | None:
        """The area or description whose noun the token is."""
        word = token.text.lower()
        if self.surroundings.covers(token.index):
            return None
        if word in self.words.directions:
            return self._area(token.index, word)
        if word in self.words.frontiers:
            return self._frontier(token.index)
        group = self.words.descriptions.get(word)
        return self._description(token.index, group) if group else None

    # -- parts of countries --------------------------------------------------------------------

    def _area(self, index: int, direction: str) -> PlaceCandidate | None:
        determiner = self.surroundings.word(index - 1)
        if determiner not in self.words.articles | self.words.contracted:
            return None
        whole = self._whole(index + 1)
        if whole is None:
            return self._bare_area(index, direction)
        last, land = whole
        name = f"{direction} ({land.name})"
        if land.precision == "city":
            place = replace(land, name=name, precision="district", geonames=None, population=0)
        else:
            place = self.told[direction] = Place(name, "region", country=land.country)
        return self._candidate(self._first(index), last, place)

    def _whole(self, index: int) -> tuple[int, Place] | None:
        """What « de X » behind a direction names, and where it ends."""
        if self._is_adjective(index) and self.surroundings.word(index + 1) in self.words.of:
            index += 1  # « l'est troublé de la Syrie »
        if self.surroundings.word(index) not in self.words.of:
            return None
        index += 1
        if self.surroundings.word(index) in self.words.articles:
            index += 1
        named = self.surroundings.at(index)
        if named is not None:
            candidate, place = named
            if isinstance(place, Place) and place.precision in _LANDS:
                return candidate.last, place
            return None
        group = self.words.descriptions.get(self.surroundings.word(index))
        if group == "country":
            country = self.surroundings.country(index)
            return index + 1, Place(country or self.tokens[index].text, "region", country=country)
        town = self._meant(index, group) if group in ("city", "capital") else None
        return (index + 1, town) if town is not None else None

    def _is_adjective(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].pos in ("ADJ", "VERB")

    def _bare_area(self, index: int, direction: str) -> PlaceCandidate | None:
        """« le nord syrien »; « dans l'est » only behind a word that puts something there."""
        last = index + 1
        nationality = self.surroundings.nationality(last, last + 1)
        put_there = (
            self.surroundings.word(index - 2) in self.words.locative
            and self.surroundings.word(last) not in self.words.of
        )
        if not (nationality or put_there):
            return None
        if last < len(self.tokens) and (nationality or self.tokens[last].pos == "ADJ"):
            last += 1
        country = nationality or self.surroundings.country_in_sentence(index)
        place = self.told.get(direction)
        if place is None or nationality:
            place = self.told[direction] = Place(direction, "region", country=country)
        return self._candidate(self._first(index), last, place)

    def _frontier(self, index: int) -> PlaceCandidate | None:
        """« la frontière entre X et Y »."""
        if self.surroundings.word(index + 1) not in self.words.between:
            return None
        sentence = self.parse.sentence_of(index)
        sides = [
            (candidate, place)
            for at in range(index + 2, min(index + 12, sentence.last))
            if (named := self.surroundings.at(at)) is not None
            for candidate, place in [named]
        ][:2]
        if len(sides) < 2:
            return None
        names = f" {self.words.joined_by} ".join(candidate.name for candidate, _ in sides)
        place = Place(f"{self.tokens[index].text} ({names})", "region")
        return self._candidate(self._first(index), sides[1][0].last, place)

    # -- places called by what they are --------------------------------------------------------

    def _description(self, index: int, group: str) -> PlaceCandidate | None:
        determiner = self.surroundings.word(index - 1)
        if determiner not in self.words.singular or self._is_named(index):
            return None
        if group == "region" and determiner not in self.words.pointing:
            return None
        if group in ("country", "capital") and not self._is_put_there(index):
            return None
        place = self._meant(index, group)
        if place is None:
            return None
        last = index + 1
        if group == "city" and last < len(self.tokens) and self.tokens[last].pos == "ADJ":
            last += 1
        return self._candidate(self._first(index), last, place)

    def _is_put_there(self, index: int) -> bool:
        word = self.surroundings.word(index - 2)
        return word in self.words.locative or self.surroundings.word(index - 1) in self._to

    def _is_named(self, index: int) -> bool:
        """Whether the name follows: « la ville de Gao », « la capitale, Bamako »."""
        after = index + 1
        if after < len(self.tokens) and self.tokens[after].pos in ("ADJ", "NOUN"):
            after += 1
        if after >= len(self.tokens):
            return False
        if self.surroundings.word(after) in self.words.of:
            return True
        if self.surroundings.word(after) in (",", "("):
            return after + 1 < len(self.tokens) and self.tokens[after + 1].text[0].isupper()
        return self.tokens[after].pos == "PROPN" and self.tokens[after].text[0].isupper()

    def _meant(self, index: int, group: str) -> Place | None:
        """The place last told that the noun fits; for a country, also the article's own."""
        if group == "city":
            return self.surroundings.before(index, ("city",))
        if group == "region":
            return self.surroundings.before(index, ("admin1", "region", "district"))
        country = self.surroundings.country(index)
        if group == "capital":
            capital = self.surroundings.lands.capital(country)
            return capital or Place(self.tokens[index].text, "city", country=country)
        return self.surroundings.lands.country(country) or (
            Place(self.tokens[index].text, "country", country=country) if country else None
        )

    # -- spans ---------------------------------------------------------------------------------

    def _first(self, index: int) -> int:
        """The noun, or its article when that is a word of its own (« au » is not)."""
        first = (
            index - 1
            if self.surroundings.word(index - 1) in self.words.articles | self.words.pointing
            else index
        )
        return first - 1 if self.surroundings.word(first - 1) in self.words.whole else first

    def _candidate(self, first: int, last: int, place: Place) -> PlaceCandidate:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        name = self.parse.text[start:end]
        return PlaceCandidate(start, end, first, last, name, (place,), None, place.precision)
