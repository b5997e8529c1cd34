"""Sites: places called by a common noun, with or without a name of their own.

« un hôtel », « la mosquée Sidi Yahya », « l'aéroport de Donetsk », « dans leurs cellules ».
"""

from __future__ import annotations

from collections.abc import Collection

from ..codebook.place_words import PlaceWords
from ..model import Parse, Place, Span, Token
from .place_surroundings import Surroundings
from .places import PlaceCandidate, blocked_tokens

_LONGEST_NOUN = 4
_POINTS = frozenset({"city", "district", "site"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PREPOSED = frozenset({"ADJ", "NUM"})


def find_sites(
    parse: Parse,
    words: PlaceWords,
    surroundings: Surroundings,
    *,
    taken: Collection[Span] = (),
) -> list[PlaceCandidate]:
    """Sites, each with the one place it means, in text order.

    A site takes its country from the named place it belongs to, else from its sentence, else from
    the article, and its coordinates from a town that it is told to lie in; a span may cover that
    name (« l'aéroport de Donetsk »), which is then no mention of its own.
    """
    reader = _SiteReader(parse, words, surroundings, taken)
    found: list[PlaceCandidate] = []
    for token in parse.tokens:
        if token.pos not in _NOUNS or (found and token.index < found[-1].last):
            continue
        candidate = reader.read(token)
        if candidate is not None:
            found.append(candidate)
    return found


class _SiteReader:
    __slots__ = ("blocked", "nouns", "parse", "seen", "surroundings", "tokens", "words")

    def __init__(
        self,
        parse: Parse,
        words: PlaceWords,
        surroundings: Surroundings,
        taken: Collection[Span],
    ) -> None:
        self.parse, self.tokens = parse, parse.tokens
        self.words, self.surroundings = words, surroundings
        self.blocked = blocked_tokens(parse.tokens, taken)
        self.nouns = words.site_openers
        self.seen: dict[str, Place] = {}

    def read(self, token: Token) -> PlaceCandidate | None:
        """The site whose noun begins at a token; None when there is none."""
        index = token.index
        if token.lemma.lower() not in self.nouns and token.text.lower() not in self.nouns:
            return None
        if index in self.blocked or self.surroundings.covers(index):
            return None
        noun, last = self._longest_noun(index)
        if not noun or not self._is_place(index, last, self.words.sites[noun]):
            return None
        first = self._first(index)
        definite = self.surroundings.word(self._determiner(index)) in self.words.definite
        end = self._end(last, definite)
        place = self._place(first, end, noun)
        self.seen[noun] = place
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        name = self.parse.text[start:stop]
        return PlaceCandidate(start, stop, first, end, name, (place,), None, place.precision)

    def _longest_noun(self, index: int) -> tuple[str, int]:
        """« centre de détention » before « centre »: the noun as the pack has it, and its end."""
        last = min(index + _LONGEST_NOUN, self.parse.sentence_of(index).last)
        for end in range(last, index, -1):
            tokens = self.tokens[index:end]
            for phrase in self._phrases(tokens):
                if phrase in self.words.sites:
                    return phrase, end
        return "", index

    def _phrases(self, tokens: tuple[Token, ...]) -> tuple[str, ...]:
        """Tokens as the pack may write them: by lemmas, and with all but the first as told."""
        lemmas = [token.lemma.lower() for token in tokens]
        told = [self._full(token.text) for token in tokens]
        return " ".join([lemmas[0], *told[1:]]), " ".join(lemmas), " ".join(told)

    def _full(self, text: str) -> str:
        """A word in small letters, an elided one in full."""
        word = text.lower()
        return self.words.elided.get(word.replace("’", "'"), word)

    def _determiner(self, index: int) -> int:
        """The token that determines the noun, past one adjective or number: « deux grands »."""
        before = index - 1
        while before >= 0 and self.tokens[before].pos in _PREPOSED and index - before < 3:
            before -= 1
        return before

    def _is_place(self, index: int, last: int, group: str) -> bool:
        """Whether the noun is used of a place: determined, no attribute, and put there if need.

        One with a name behind it needs neither: « rassemblés place Tahrir ».
        """
        before = self._determiner(index)
        if group == "doubtful" and last < len(self.tokens) and self._is_name(last):
            return not any(child.dep == "cop" for child in self.parse.children(index))
        if before < 0:
            return False
        determiner = self.surroundings.word(before)
        if self.tokens[before].pos != "DET" and determiner not in self.words.contracted:
            return False
        if any(child.dep == "cop" for child in self.parse.children(index)):
            return False
        if self._is_idiom(before, index):
            return False
        if determiner in self.words.of and self.tokens[before].pos == "DET":
            # « des écoles » at large
            return self.surroundings.word(before - 1) in self.words.in_site
        if group == "site" or (group == "district" and self._end(index + 1, True) > index + 1):
            return True
        if group == "moving":
            return self.surroundings.word(before - 1) in self.words.inside
        return (
            determiner in self.words.contracted - self.words.of
            or self.surroundings.word(before - 1) in self.words.in_site
        )

    def _is_idiom(self, determiner: int, index: int) -> bool:
        """« à ce stade », « à la base »: sites only to the letter."""
        words = [self.surroundings.word(at) for at in range(max(determiner - 1, 0), index + 1)]
        return " ".join(words) in self.words.idioms

    def _first(self, index: int) -> int:
        before = self._determiner(index)
        determined = (
            self.tokens[before].pos == "DET"
            and self.surroundings.word(before) not in self.words.contracted
        )
        return before if determined else before + 1

    def _end(self, last: int, definite: bool) -> int:
        """Past adjectives and a name; past « de X » too when the site is a definite one."""
        limit = min(last + 6, len(self.tokens))
        while last < limit and self.tokens[last].pos == "ADJ":
            last += 1
        if last < limit and self._is_name(last):
            return self._past_name(last, limit)
        if last + 1 < limit and self.surroundings.word(last) in self.words.of:
            named = last + 1 + (self.surroundings.word(last + 1) in self.words.articles)
            if named < limit and definite and self._is_name(named):
                return self._past_name(named, limit)
            bare = self.surroundings.word(last) not in self.words.contracted
            if bare and self.tokens[last + 1].pos == "NOUN":
                return last + 2
        return last

    def _is_name(self, index: int) -> bool:
        if index in self.blocked:
            return False
        return self.tokens[index].text[0].isupper() and self.tokens[index].pos in ("PROPN", "X")

    def _past_name(self, index: int, limit: int) -> int:
        named = self.surroundings.at(index)
        if named is not None:
            return named[0].last
        while index < limit and self._is_name(index):
            index += 1
        return index

    def _place(self, first: int, last: int, noun: str) -> Place:
        group = self.words.sites[noun]
        precision = group if group in ("district", "admin1") else "site"
        skip = (
            self.surroundings.word(first) in self.words.articles or self.tokens[first].pos == "DET"
        )
        start = self.tokens[first + 1 if skip and last - first > 1 else first].start
        name = self.parse.text[start : self.tokens[last - 1].end]
        country = self.surroundings.nationality(first, last)
        host = self._host(first, last) or self.seen.get(noun) or self._town(first)
        if country is not None and (host is None or host.country != country):
            return Place(name, precision, country=country)
        if host is None:
            country = self.surroundings.country_in_sentence(first)
            return Place(name, precision, country=country)
        pinned = host.precision in _POINTS and precision != "admin1"
        return Place(
            name,
            precision,
            latitude=host.latitude if pinned else None,
            longitude=host.longitude if pinned else None,
            country=host.country,
            admin1=host.admin1,
        )

    def _host(self, first: int, last: int) -> Place | None:
        """The named place in the phrase, or told right behind it: « un hôtel à Kaboul »."""
        for index in range(first, min(last + 3, len(self.tokens))):
            if index >= last and self.tokens[index].pos == "PUNCT":
                break
            named = self.surroundings.at(index)
            if named is not None and isinstance(named[1], Place):
                return named[1]
        return None

    def _town(self, index: int) -> Place | None:
        """The one town told in the sentence."""
        towns = self.surroundings.in_sentence(index, ("city",))
        return towns.pop() if len(towns) == 1 else None
