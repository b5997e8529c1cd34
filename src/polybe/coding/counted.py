"""What a number counts: the noun behind it, its class, and how much of the text names it."""

from __future__ import annotations

from dataclasses import dataclass

from polybe.codebook.numerals import Numerals
from polybe.model import Parse, Token

_REACH = 5
"""Tokens behind a number among which its noun is looked for."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_PAST_PARTICIPLE = frozenset({"VerbForm=Part", "Tense=Past"})
_BEFORE_HEAD = frozenset({"compound", "amod", "nmod", "flat"})
_CURRENCY_SIGNS = frozenset("€$£")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun behind a number.

    ``noun`` is its token's index and ``word`` its form in lower case, None when there is none.
    ``is_name`` marks a noun that is not counted (« fois », « rue »); ``end`` is where the counted
    phrase ends.
    """

    parse: Parse
    noun: int | None = None
    word: str | None = None
    unit: str = "other"
    is_name: bool = False
    end: int | None = None

    def of(self, start: int) -> str | None:
        """The counted phrase from the number's start on; None when there is no noun."""
        return self.parse.text[start : self.end] if self.end is not None else None


def find_counted(
    parse: Parse, numerals: Numerals, end: int, first: int, *, takes_of: bool
) -> Counted:
    """What the number that ends at `end` counts; `first` is the index of the token behind it.

    `takes_of` tells that « de » stands before the noun; other numbers have it only before a whole
    of which they are a part (« deux des », « trois de ces »).
    """
    noun = _find_noun(parse, numerals, end, first, takes_of)
    if noun is None:
        return Counted(parse, is_name=_is_not_counted(parse, numerals, end, first))
    word = noun.text.lower()
    return Counted(
        parse,
        noun=noun.index,
        word=word,
        unit=_unit(parse, numerals, noun),
        is_name=word in numerals.not_counted,
        end=_phrase_end(parse, numerals, noun),
    )


def _is_not_counted(parse: Parse, numerals: Numerals, end: int, first: int) -> bool:
    """Whether the token right behind the number is one that numbers do not count."""
    if first >= len(parse.tokens):
        return False
    token = parse.tokens[first]
    return token.start <= end + 1 and token.text.lower() in numerals.not_counted


def _find_noun(
    parse: Parse, numerals: Numerals, end: int, first: int, takes_of: bool
) -> Token | None:
    """The first noun behind a number, past « de », adjectives and a second number."""
    fallback: Token | None = None
    past_of = False
    for token in _following(parse, end, first):
        word = token.text.lower().replace("’", "'")
        if word in numerals.of_words and not past_of and fallback is None:
            past_of = True
            if not takes_of and not _is_part_of(parse, numerals, token):
                break
        elif numerals.head_last and _stands_before_head(parse, token):
            fallback = fallback or token
        elif _is_noun(token, numerals, word) or (past_of and token.pos == "PRON"):
            return token
        elif (
            past_of and (token.pos in ("NUM", "DET") or word in numerals.among)
        ) or word in numerals.before_noun:
            continue
        elif token.pos == "ADJ" or "VerbForm=Part" in token.morph:
            fallback = fallback or token
        else:
            break
    return fallback


def _following(parse: Parse, end: int, first: int) -> list[Token]:
    """The tokens close behind a number on its line."""
    tokens: list[Token] = []
    for token in parse.tokens[first : first + _REACH]:
        if "\n" in parse.text[end : token.start]:
            break
        tokens.append(token)
        end = token.end
    return tokens


def _is_part_of(parse: Parse, numerals: Numerals, of: Token) -> bool:
    """Whether « de » opens a whole: « des », « de ces », « d'entre eux »."""
    following = parse.tokens[of.index + 1 : of.index + 2]
    if "Definite=Def" in of.morph:
        return True
    return any(token.pos == "DET" or token.text in numerals.among for token in following)


def _stands_before_head(parse: Parse, token: Token) -> bool:
    """Whether a word only tells more of a noun behind it: « 40 wounded army soldiers »."""
    if token.dep.split(":")[0] not in _BEFORE_HEAD or token.head <= token.index:
        return False
    head = parse.tokens[token.head]
    return head.pos in _NOUNS and head.index - token.index < _REACH


def _is_noun(token: Token, numerals: Numerals, word: str) -> bool:
    if word in _CURRENCY_SIGNS or word in numerals.units:
        return token.pos != "ADP"
    return token.pos in _NOUNS and word not in numerals.before_noun


def _unit(parse: Parse, numerals: Numerals, noun: Token) -> str:
    word = noun.text.lower()
    if noun.pos == "PRON":
        return "persons"
    if parse.text[noun.end : noun.end + 1] == "/":
        return "other"  # a rate: km/h
    following = parse.tokens[noun.index + 1 : noun.index + 2]
    if following:
        phrase = f"{word} {following[0].text.lower()}"
        if phrase in numerals.units:
            return numerals.units[phrase]
    if word in numerals.measures:
        return _measured_unit(parse, numerals, noun)
    if known := numerals.unit_of(word):
        return known
    return "persons" if _is_people(noun, numerals) else "other"


def _measured_unit(parse: Parse, numerals: Numerals, measure: Token) -> str:
    """The class of what stands behind « de »: « une tonne d'explosifs »."""
    for token in parse.tokens[measure.index + 1 : measure.index + 4]:
        word = token.text.lower()
        if token.pos in _NOUNS:
            return numerals.unit_of(word) or "other"
    return "other"


def _is_people(noun: Token, numerals: Numerals) -> bool:
    """A capital and a plural name a people: « trois Américains », not « trois Mirage »."""
    text = noun.text
    return text[:1].isupper() and not text.isupper() and text.endswith(numerals.plural_endings)


def _phrase_end(parse: Parse, numerals: Numerals, noun: Token) -> int:
    """Where the adjectives and names end that stand right behind a noun."""
    end = noun.end
    takes_complement = noun.text.lower() in numerals.measures
    for token in parse.tokens[noun.index + 1 : noun.index + 6]:
        word = token.text.lower().replace("’", "'")
        if takes_complement and word in numerals.of_words:
            continue
        if token.pos == "ADJ" or token.morph >= _PAST_PARTICIPLE:
            end = token.end
        elif takes_complement and token.pos in _NOUNS:
            end, takes_complement = token.end, False
        else:
            break
    return end
