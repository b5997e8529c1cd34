"""Signs: words by which a text shows, before it is parsed, what it tells of.

All words of the codebook are signs, in every form they may have, with words of other matters
beside them.  They are compared folded, contractions undone, parted at every sign but letters:
« cessez-le-feu » is three.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ..codebook import Codebook
from ..codebook.catalogue import Alias
from ..codebook.folding import fold
from ..codebook.predicates import Predicate

_WORD = re.compile(r"\w+")
_LOOSE = 4  # words that may stand among the fixed words of a verb
_SHARED_NAMES = frozenset({"state", "capital", "seat", "surname"})
"""Uses of names that articles of every matter hold: « France », « Paris », « Martin »."""

Forms = Callable[[str], Iterable[str]]
"""The forms of a verb, by its infinitive."""


class Telling(IntEnum):
    """What a sign tells of: what Polybe codes, another matter, or now this and now that."""

    PLAIN = 0
    OTHER = 1
    EVERYDAY = 2


class Sign(NamedTuple):
    """A word, met at its first part: what must follow it, and how it must be written.

    ``rest`` are the folded words that must stand among the ``reach`` next ones, or right behind
    in their order where ``reach`` is 0.  ``capital`` tells that the first must have one; an acronym
    must be written as ``exact`` has it, which is empty for all others.
    """

    telling: Telling
    name: str
    rest: tuple[str, ...] = ()
    reach: int = 0
    capital: bool = False
    exact: str = ""


Signs = Mapping[str, tuple[Sign, ...]]
"""Signs by their first folded word, those first that tell most."""


class Wording:
    """Cuts texts into the words that signs are made of.

    ``articles`` are the words that contractions hold: articles and prepositions.
    """

    def __init__(self, contractions: Mapping[str, str]) -> None:
        self.articles = frozenset(contractions.values())
        self._undone = {form.rstrip("'"): word for form, word in contractions.items()}
        self._of = lru_cache(maxsize=20_000)(lambda word: self.plain(fold(word)))

    def plain(self, folded: str) -> str:
        """A folded word with its contraction undone: « du » is « de »."""
        return self._undone.get(folded, folded)

    def spelt(self, text: str) -> list[str]:
        """The words of a text as they are written."""
        return _WORD.findall(text)

    def folded(self, spelt: Iterable[str]) -> list[str]:
        """The same words in the form that signs have."""
        return list(map(self._of, spelt))


def _is_told_of_conflict(predicate: Predicate) -> bool:
    """Whether a predicate is any sign: of every matter somebody says something, or what must be."""
    return predicate.code.kind != "statement" and predicate.speaker_slot is None


class SignReader:
    """Makes the signs of a codebook; ``verb_forms`` gives the forms of an infinitive."""

    def __init__(self, codebook: Codebook, verb_forms: Forms, wording: Wording) -> None:
        self._codebook = codebook
        self._words = codebook.relevance_words
        self._forms = verb_forms
        self._wording = wording
        pronouns = codebook.language.grammar["reflexive_pronouns"]
        self._reflexives = tuple(p if p.endswith("'") else f"{p} " for p in pronouns)

    def read(self) -> Signs:
        """All signs that tell something beside the others of their first word."""
        found: dict[str, set[Sign]] = {}
        for first, signs in chain(self._of_verbs(), self._of_others()):
            found.setdefault(first, set()).update(signs)
        return {
            first: _telling(signs) if len(signs) > 1 else tuple(signs)
            for first, signs in found.items()
        }

    def _of_verbs(self) -> Iterator[tuple[str, Iterable[Sign]]]:
        signs: dict[str, list[Sign]] = {}
        for predicate in chain.from_iterable(self._codebook.predicates.verbs.values()):
            if _is_told_of_conflict(predicate):
                infinitive, _, fixed = self._bare(predicate.lemma).partition(" ")
                rest = tuple(self._parts(fixed))
                reach = len(rest) + _LOOSE if rest else 0
                sign = Sign(self._tells(predicate), self._bare(predicate.lemma), rest, reach)
                signs.setdefault(infinitive.lower(), []).append(sign)
        for infinitive, its_signs in signs.items():
            telling = _telling(its_signs)
            for form in {infinitive, *self._forms(infinitive)}:
                first, *more = self._parts(form)
                yield first, [_after(more, sign) for sign in telling] if more else telling

    def _tells(self, predicate: Predicate) -> Telling:
        """What a predicate tells; one that asks for more than words tells nothing plainly."""
        loose = predicate.conditions or predicate.code.kind == "relation"
        if loose or self._words.is_everyday(self._bare(predicate.lemma), predicate.code):
            return Telling.EVERYDAY
        return Telling.PLAIN

    def _bare(self, lemma: str) -> str:
        """A verb's lemma without its reflexive pronoun."""
        for reflexive in self._reflexives:
            lemma = lemma.removeprefix(reflexive)
        return lemma

    def _of_others(self) -> Iterator[tuple[str, Iterable[Sign]]]:
        for predicate in chain.from_iterable(self._codebook.predicates.nouns.values()):
            if _is_told_of_conflict(predicate):
                yield from self._of_phrase(predicate.lemma, self._tells(predicate))
        yield from self._of_roles()
        for alias in chain.from_iterable(self._codebook.catalogue.aliases.values()):
            yield self._of_alias(alias)
        for demonym in self._codebook.catalogue.demonyms:
            yield from self._of_phrase(demonym, Telling.EVERYDAY)
        for phrase in self._words.plain:
            yield from self._of_phrase(phrase, Telling.PLAIN)
        for phrase in chain.from_iterable(self._words.matters.values()):
            yield from self._of_phrase(phrase, Telling.OTHER)

    def _of_roles(self) -> Iterator[tuple[str, Iterable[Sign]]]:
        for phrase in chain.from_iterable(self._codebook.language.roles.values()):
            role, name = phrase.role, " ".join(phrase.words)
            plain = role.protests or (role.sector in self._words.sectors and not role.thing)
            everyday = not plain or self._words.is_everyday(name)
            yield from self._of_phrase(name, Telling.EVERYDAY if everyday else Telling.PLAIN)

    def _of_phrase(self, phrase: str, telling: Telling) -> Iterator[tuple[str, Iterable[Sign]]]:
        first, *rest = self._parts(phrase)
        sign = Sign(telling, phrase, tuple(rest))
        for form in self._words.numbers(first):
            yield form, (sign,)

    def _parts(self, phrase: str) -> list[str]:
        return self._wording.folded(self._wording.spelt(phrase))

    def _of_alias(self, alias: Alias) -> tuple[str, Iterable[Sign]]:
        actor = self._codebook.catalogue.actors[alias.actor]
        plain = actor.sector is None or actor.sector in self._words.sectors
        telling = Telling.PLAIN if plain and alias.use not in _SHARED_NAMES else Telling.EVERYDAY
        first, *rest = self._words_of(alias)
        exact = alias.exact if len(alias.words) == 1 else ""
        return first, (Sign(telling, actor.id, tuple(rest), 0, any(alias.capital), exact),)

    def _words_of(self, alias: Alias) -> list[str]:
        """The words of a name without the article it opens with, which opens too much else."""
        words = list(map(self._wording.plain, alias.words))
        while len(words) > 1 and words[0] in self._wording.articles:
            del words[0]
        return words


def _telling(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """Signs of one first word, those that tell most in front, to the first that always stands."""
    told: list[Sign] = []
    for sign in sorted(signs):
        told.append(sign)
        if not (sign.rest or sign.capital):
            break
    return tuple(told)


def _after(words: Sequence[str], sign: Sign) -> Sign:
    """A sign behind further words of its verb: « contre-attaquer » is two."""
    reach = sign.reach + len(words) if sign.reach else 0
    return sign._replace(rest=(*words, *sign.rest), reach=reach)
