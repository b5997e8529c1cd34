"""Finding the names of places in a parsed text.

A name is a run of tokens with capitals that the gazetteer knows, or that stands where a place must
stand (« à Dibilou »).  What it resolves to is settled afterwards, by the article as a whole
(:mod:`polybe.coding.place_resolution`); sites and parts of countries are found last
(:mod:`polybe.coding.sites`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from ..codebook.place_words import PlaceWords
from ..model import Parse, Place, Span, Token

_LONGEST_NAME = 8
_WELL_KNOWN = 200_000
_TOWN = 15_000
_LOOK_BACK = 70
_SHORTEST = 3
_DWARFED = 50
_TOWNS = frozenset({"city", "site"})
_LANDS = frozenset({"country", "admin1", "region", "district"})
_NOT_A_NAME = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "ADV", "NUM"})
_ROMAN = "IVXLC"
_QUOTES = "\"'«»“”„‘’"
_NAMING = frozenset({"PROPN", "NOUN", "X", "ADJ"})


class PlaceIndex(Protocol):
    """What the coder asks of a gazetteer."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name, the most prominent first; () when there is none."""
        ...


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A name of a place as it stands in a text, with the places that it may mean.

    `start` and `end` are code points, `first` and `last` token indices, ends exclusive.
    `candidates` is empty for a place that the gazetteer does not know.  `qualifier` is what stands
    before the name and says where by it (« à 40 km au sud de »), None when nothing does.
    `precision` is what the text itself calls the place (« la ville de »), None when it does not.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    candidates: tuple[Place, ...]
    qualifier: str | None = None
    precision: str | None = None


def find_place_names(
    parse: Parse, gazetteer: PlaceIndex, words: PlaceWords, *, taken: Collection[Span] = ()
) -> list[PlaceCandidate]:
    """The names of places in a text, in text order; they never overlap one another.

    `taken` are spans that already name something else, as a rule an actor; no name is found that
    overlaps one.  Unknown names are given only after a word that a place must follow.
    """
    reader = _NameReader(parse, gazetteer, words, taken)
    names = [
        name for sentence in parse.sentences for name in reader.read(sentence.first, sentence.last)
    ]
    names = reader.without_persons(names)
    return sorted([*names, *reader.read_again(names)], key=lambda name: name.start)


class _NameReader:
    """One pass over the tokens of one text."""

    __slots__ = ("blocked", "gazetteer", "parse", "text", "tokens", "words")

    def __init__(
        self, parse: Parse, gazetteer: PlaceIndex, words: PlaceWords, taken: Collection[Span]
    ) -> None:
        self.parse, self.text, self.tokens = parse, parse.text, parse.tokens
        self.gazetteer, self.words = gazetteer, words
        self.blocked = blocked_tokens(parse.tokens, taken)

    def read(self, first: int, last: int) -> Iterator[PlaceCandidate]:
        """The names in the tokens from `first` to `last`."""
        index = first
        while index < last:
            word = self.tokens[index].text
            common = word.islower() and "-" not in word
            if index in self.blocked or common or self._is_numeral(word):
                index += 1
                continue
            found = self._name_at(index, last) if word[0].isupper() else self._inside(index)
            if found is not None:
                yield found
            index = found.last if found else self._past(index, last)

    def without_persons(self, names: list[PlaceCandidate]) -> list[PlaceCandidate]:
        """The names less those of one word that the text mostly uses of a person or body."""
        persons = Counter(token.text for token in self.tokens if token.entity == "PER")
        bodies = {token.text for token in self.tokens if token.entity in ("PER", "ORG")}
        places = Counter(name.name for name in names if name.precision is None)
        return [
            name
            for name in names
            if name.precision is not None
            or _is_land(name.candidates)
            or (name.candidates and persons[name.name] <= places[name.name])
            or not (name.candidates or name.name in bodies)
        ]

    def read_again(self, names: list[PlaceCandidate]) -> Iterator[PlaceCandidate]:
        """Where names found once stand again, though the tagger took them for something else."""
        seen = {token for name in names for token in range(name.first, name.last)}
        starts = {token.start: token.index for token in self.tokens}
        ends = {token.end: token.index + 1 for token in self.tokens}
        sure = [name for name in names if name.candidates or name.precision is not None]
        for text, name in {name.name: name for name in sure}.items():
            start = self.text.find(text)
            while start >= 0:
                first, last = starts.get(start), ends.get(start + len(text))
                if first is not None and last is not None and self._may_stand(first, last, seen):
                    yield self._candidate(first, last, name.candidates)
                start = self.text.find(text, start + len(text))

    def _is_numeral(self, word: str) -> bool:
        """Roman numerals and ordinals made of them: « XVe »."""
        ending = word.lstrip(_ROMAN)
        return ending != word and (not ending or ending in self.words.ordinal_endings)

    def _may_stand(self, first: int, last: int, seen: set[int]) -> bool:
        if any(index in self.blocked or index in seen for index in range(first, last)):
            return False
        beside = self._continues(first - 1, first) or self._continues(last, last - 1)
        return not (beside or self._is_joined(first, last) or self._is_title(first))

    def _name_at(self, index: int, last: int) -> PlaceCandidate | None:
        """The longest name that begins at a token with a capital; None when there is none."""
        ends = self._possible_ends(index, last)
        for begin in (*self._earlier_beginnings(index), index):
            for end in ends:
                name = self._slice(begin, end)
                places = self.gazetteer.find(name)
                if places and (begin < index or self._is_place(index, end, places)):
                    return self._candidate(begin, end, places)
                if places:
                    return None  # what the longest name is not, a piece of it is not either
        return self._unknown(index, ends)

    def _possible_ends(self, index: int, last: int) -> list[int]:
        """Token indices at which a name from `index` may end, exclusive, the longest first."""
        ends = [index + 1]
        for end in range(index + 1, min(last, index + _LONGEST_NAME)):
            token, before = self.tokens[end], self.tokens[end - 1]
            if end in self.blocked or token.start - before.end > 1:
                break
            if _has_capital(token.text) or _may_end_name(token):
                ends.append(end + 1)
            elif token.text.lower().replace("’", "'") not in self.words.particles | {"-", "'"}:
                break
        return ends[::-1]

    def _earlier_beginnings(self, index: int) -> Iterator[int]:
        """Where a name begins that opens in lower case: « bande de Gaza », « mer Noire »."""
        begin = index - 1
        if begin >= 0 and self._is_linking(begin):
            begin -= 2 if begin and self._is_of(begin - 1) else 1
        if begin >= 0 and begin not in self.blocked:
            noun = self.tokens[begin].text.lower()
            if "region" in self.words.classes.get(noun, ()) or noun in self.words.site_openers:
                yield begin

    def _is_of(self, index: int) -> bool:
        return self.tokens[index].text.lower().replace("’", "'") in self.words.of

    def _is_linking(self, index: int) -> bool:
        return self.tokens[index].text.lower().replace("’", "'") in self.words.links

    def _is_place(self, first: int, last: int, places: tuple[Place, ...]) -> bool:
        """Whether a run that some place is called by is told as a place here."""
        token = self.tokens[first]
        if self._in_longer_name(first, last, places) or self._is_title(first):
            return False
        well_known = is_well_known(places)
        name = self._slice(first, last)
        cue = self._has_cue(first) or (_is_land(places) and self._has_cue(self._article(first)))
        if name in self.words.never or (len(name) < _SHORTEST and not cue):
            return False
        if cue:
            return token.pos not in _NOT_A_NAME or well_known
        if token.entity == "PER" and not _is_land(places):
            return False
        if first == self.parse.sentence_of(first).first and token.pos not in ("PROPN", "NOUN"):
            return False
        if well_known:
            return token.pos not in _NOT_A_NAME or token.entity == "LOC"
        if token.entity == "LOC":
            return True
        return token.pos == "PROPN" and not token.entity and places[0].population >= _TOWN

    def _has_cue(self, first: int) -> bool:
        """Whether a locative preposition or a noun such as « ville de » leads to the token."""
        if first == 0:
            return False
        before = self.tokens[first - 1].text
        return before.lower() in self.words.locative or self._class_noun(first) is not None

    def _article(self, first: int) -> int:
        """The article before a token, « in the UK »; the token itself without one."""
        return first - 1 if first and self.tokens[first - 1].pos == "DET" else first

    def _class_noun(self, first: int) -> str | None:
        """« ville » of « la ville de Gao », « la ville frontalière de Bunagana »; « province » of
        « Idlib province ».
        """
        behind = self._class_noun_behind(first)
        if behind is not None:
            return behind
        index = first - 1
        while index >= 0 and self._is_linking(index):
            index -= 1
        for noun in range(index, max(index - 2, -1), -1):
            token = self.tokens[noun]
            if noun in self.blocked or token.pos not in ("NOUN", "ADJ"):
                return None
            word = token.text.lower()
            for form in (word, word.removesuffix("s")):
                if form in self.words.classes:
                    return form
            if noun == first - 1:
                return None
        return None

    def _class_noun_behind(self, first: int) -> str | None:
        token = self.tokens[first]
        noun = self.tokens[token.head]
        word = noun.text.lower()
        before = token.dep == "compound" and noun.index > first and noun.index not in self.blocked
        return word if before and word in self.words.classes else None

    def _in_longer_name(self, first: int, last: int, places: tuple[Place, ...] = ()) -> bool:
        """Whether the run is a piece of a person's or a body's name."""
        token = self.tokens[first]
        if token.entity in ("PER", "ORG") and not self._is_whole_entity(first, last):
            return True
        land = _is_land(places)
        if not land and self._is_joined(first, last):
            return True
        if land and last - first > 1:
            return False
        return self._continues(first - 1, first) or self._continues(last, last - 1)

    def _is_joined(self, first: int, last: int) -> bool:
        """Whether a hyphen, or a genitive of another language, ties the run to a neighbour."""
        for neighbour, edge in ((first - 1, first), (last, last - 1)):
            if (
                0 <= neighbour < len(self.tokens)
                and self.tokens[neighbour].text in self.words.joints
            ):
                token, border = self.tokens[neighbour], self.tokens[edge]
                if token.start == border.end or token.end == border.start:
                    return True
        return False

    def _is_whole_entity(self, first: int, last: int) -> bool:
        tokens = self.tokens
        label = tokens[first].entity
        starts = tokens[first].entity_start or not tokens[first - 1].text[0].isupper()
        return starts and (
            last == len(tokens) or tokens[last].entity != label or tokens[last].entity_start
        )

    def _continues(self, neighbour: int, edge: int) -> bool:
        """Whether the token beside a run is a capitalised part of the same name."""
        if not 0 <= neighbour < len(self.tokens) or neighbour in self.blocked:
            return False
        token, border = self.tokens[neighbour], self.tokens[edge]
        if token.start - border.end > 1 or border.start - token.end > 1:
            return False
        if self.parse.sentence_of(neighbour) != self.parse.sentence_of(edge):
            return False
        if not token.text[0].isupper() or token.text in self.words.openers:
            return False
        return token.pos in _NAMING and token.text.lower() not in self.words.classes

    def _is_title(self, first: int) -> bool:
        """Whether the word before makes it no place: « le général X », « le fleuve Dnipro »."""
        before = self.tokens[first - 1].text.lower() if first else ""
        if before in self.words.not_towns:
            return True
        if first > 1 and self._is_of(first - 1):
            return self.tokens[first - 2].text.lower() in self.words.not_towns_of
        return before in self.words.titles and before not in self.words.classes

    def _unknown(self, first: int, ends: list[int]) -> PlaceCandidate | None:
        """A place that the gazetteer lacks, told as one by tagger and context both."""
        token = self.tokens[first]
        if token.pos != "PROPN" or token.text.isupper():
            return None
        noun = self._class_noun(first)
        before = self.tokens[first - 1].text if first else ""
        named = noun is not None and self._is_linking(first - 1)
        if not named and (token.entity != "LOC" or before not in self.words.towns):
            return None
        label = token.entity
        end = next((e for e in ends if self.tokens[e - 1].entity == label), None)
        if end is None or self._in_longer_name(first, end):
            return None
        return self._candidate(first, end, ())

    def _inside(self, index: int) -> PlaceCandidate | None:
        """« Alep » of « après-Alep », « pro-Alep »."""
        token = self.tokens[index]
        prefix, _, name = token.text.partition("-")
        if prefix not in self.words.prefixes or not name[:1].isupper():
            return None
        places = self.gazetteer.find(name)
        if not places or not is_well_known(places):
            return None
        return PlaceCandidate(token.end - len(name), token.end, index, index + 1, name, places)

    def _candidate(self, first: int, last: int, places: tuple[Place, ...]) -> PlaceCandidate:
        name = self._slice(first, last)
        start = self.text.index(name, self.tokens[first].start)
        noun = self._class_noun(first)
        precisions = self.words.classes.get(noun, frozenset()) if noun else frozenset()
        return PlaceCandidate(
            start,
            start + len(name),
            first,
            last,
            name,
            self._suited(first, places, precisions),
            self._qualifier(first),
            next(iter(precisions)) if len(precisions) == 1 else None,
        )

    def _suited(
        self, first: int, places: tuple[Place, ...], precisions: frozenset[str]
    ) -> tuple[Place, ...]:
        """The places that fit what stands before the name; all when none fits."""
        wanted = precisions
        if not wanted and first:
            before = self.tokens[first - 1]
            if before.text in self.words.towns:
                return _towns(places) or places
            if before.text in self.words.lands or before.pos == "DET":
                wanted = _TOWNS if self._has_article(first, places) else _LANDS
        return tuple(place for place in places if place.precision in wanted) or places

    def _has_article(self, first: int, places: tuple[Place, ...]) -> bool:
        """Whether a town's own name begins with the article before it: « au Caire »."""
        if not any(place.precision == "city" for place in places):
            return False
        name = self.tokens[first].text
        return any(
            place.precision == "city" and place in places
            for article in self.words.articles
            for place in self.gazetteer.find(f"{article.capitalize()} {name}")
        )

    def _qualifier(self, first: int) -> str | None:
        if first == 0 or not self._is_linking(first - 1):
            return None
        start = self.tokens[first].start
        found = self.words.qualifier.search(self.text[max(0, start - _LOOK_BACK) : start])
        return found.group() if found else None

    def _past(self, index: int, last: int) -> int:
        """Where to go on after a token that begins no place: past the person it names."""
        token = self.tokens[index]
        index += 1
        if token.entity in ("PER", "ORG"):
            while index < last and self.tokens[index].entity == token.entity:
                if self.tokens[index].entity_start:
                    break
                index += 1
        return index

    def _slice(self, first: int, last: int) -> str:
        """The text of a run, less the quotes that a tokenizer may leave glued to a word."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end].strip(_QUOTES)


def _towns(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The towns among the bearers, less those dwarfed by a country of the name: « à Cuba »."""
    country = max((p.population for p in places if p.precision == "country"), default=0)
    return tuple(
        place
        for place in places
        if place.precision in _TOWNS and place.population * _DWARFED >= country
    )


def _has_capital(word: str) -> bool:
    """Whether a word has a capital, be it inside: « ez-Zor »."""
    return word[0].isalpha() and not word.islower()


def _may_end_name(token: Token) -> bool:
    """Whether a word in lower case may close a name: « Arabie saoudite »."""
    return token.pos == "ADJ" or (token.entity == "LOC" and token.pos == "PROPN")


def is_well_known(places: tuple[Place, ...]) -> bool:
    """Whether a name is that of a land or of a great town, so that a capital tells it."""
    if _is_land(places):
        return True
    return any(p.population >= _WELL_KNOWN for p in places if p.precision != "district")


def is_known_place(places: tuple[Place, ...]) -> bool:
    """Whether the first whom a name means is a town of some size or a part of a country."""
    return bool(places) and (places[0].population >= _TOWN or places[0].precision in _LANDS)


def _is_land(places: tuple[Place, ...]) -> bool:
    return bool(places) and places[0].precision in ("country", "region")


def blocked_tokens(tokens: tuple[Token, ...], taken: Collection[Span]) -> frozenset[int]:
    """Indices of the tokens that overlap a taken span."""
    blocked: set[int] = set()
    spans = sorted(taken)
    at = 0
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at < len(spans) and spans[at].start < token.end:
            blocked.add(token.index)
    return frozenset(blocked)
