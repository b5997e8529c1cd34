"""Which predicates of the codebook stand in a text: words first, conditions after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..codebook.predicates import Predicate
from ..model import Span, Token
from .grammar import Grammar
from .phrases import (
    adverb_before,
    find_phrase,
    follows,
    preposition_after_object,
    run_around,
    words_after,
)
from .refusals import Refusal
from .scene import Scene

_AUXILIARY = frozenset({"aux:tense", "aux:pass", "aux", "cop"})
_COPULAS = ("cop", "aux:pass")
_QUALIFYING = frozenset({"amod", "compound"})
_NOUN_LIKE = frozenset({"NOUN", "ADJ", "PROPN", "VERB", "X"})
_LOOSE = 3  # tokens that may stand between a verb and its fixed words for them to make one trigger

_NOT_REFLEXIVE, _WORDS_LACK = Refusal("not_reflexive"), Refusal("words_lack")
_IN_NAME = Refusal("in_name")


@dataclass(frozen=True, slots=True)
class PredicateMatch:
    """A predicate whose words stand at a token.

    ``head`` is the token of its verb or noun, ``trigger`` the stretch of text of its words, and
    ``anchor`` the last noun of a verb's fixed words, on which complements hang; else ``head``.
    """

    head: int
    predicate: Predicate
    trigger: Span
    anchor: int


def find_predicates(scene: Scene) -> Iterator[PredicateMatch]:
    """Every predicate whose words stand in the text, the heaviest first at each token."""
    verbs, nouns = scene.codebook.predicates.verbs, scene.codebook.predicates.nouns
    lemmas, words = scene.grammar.lemmas, scene.grammar.words
    for token in scene.grammar.tokens:
        index = token.index
        if lemmas[index] in verbs:
            if token.dep in _COPULAS:
                yield from _states_at(scene, token, verbs[lemmas[index]])
            yield from _verbs_at(scene, index, _may_stand(scene, token, verbs[lemmas[index]]))
        if token.pos in _NOUN_LIKE:
            for key in dict.fromkeys((lemmas[index], words[index])):
                if key in nouns:
                    yield from _nouns_at(scene, token, nouns[key])


# -- verbs -----------------------------------------------------------------------------------------


def _may_stand(
    scene: Scene, token: Token, predicates: tuple[Predicate, ...]
) -> tuple[Predicate, ...]:
    """Those of the predicates that a token may state: an auxiliary states obligations alone."""
    if token.dep == "aux:tense":
        return tuple(predicate for predicate in predicates if predicate.speaker_slot)
    return predicates if _may_be_verb(scene, token) else ()


def _may_be_verb(scene: Scene, token: Token) -> bool:
    """Whether a token is a verb that states something, and no part of a name."""
    if token.pos not in ("VERB", "AUX") or token.dep in _AUXILIARY:
        return False
    if _is_quality(scene.grammar, token):
        return False
    holder = scene.actors.by_token.get(token.index)
    return holder is None or (holder.kind in ("role", "unknown") and holder.head == token.index)


def _is_quality(grammar: Grammar, token: Token) -> bool:
    """« le pays le plus touché », « un texte très attendu »: a participle with a degree."""
    if not token.dep.startswith(("acl", "amod")) or not grammar.is_past_participle(token.index):
        return False
    return grammar.is_form(token.index - 1, "degrees")


def _verbs_at(
    scene: Scene, index: int, predicates: tuple[Predicate, ...]
) -> Iterator[PredicateMatch]:
    grammar = scene.grammar
    following = words_after(grammar, index)
    for predicate in predicates:
        if predicate.reflexive and not grammar.reflexive(index):
            scene.refuse(index, predicate, _NOT_REFLEXIVE)
            continue
        if not predicate.fixed:
            yield PredicateMatch(index, predicate, grammar.span(index, index + 1), index)
            continue
        may_stand = following.issuperset(predicate.fixed)
        placed = find_phrase(grammar, index, predicate.fixed) if may_stand else None
        if placed is None:
            adverb = adverb_before(grammar, index, predicate.fixed)
            if adverb is None:
                scene.refuse(index, predicate, _WORDS_LACK)
            else:
                yield PredicateMatch(index, predicate, grammar.span(adverb, index + 1), index)
            continue
        last, anchor = placed
        if not _may_end_with(predicate, preposition_after_object(grammar, index, last)):
            scene.refuse(index, predicate, _WORDS_LACK)
            continue
        near = last - index <= len(predicate.fixed) + _LOOSE
        trigger = grammar.span(index if near else anchor, last + 1)
        yield PredicateMatch(index, predicate, trigger, anchor)


def _may_end_with(predicate: Predicate, preposition: str | None) -> bool:
    """Whether a preposition is one of an entry's slots, or none: else it is another phrase's."""
    return preposition is None or predicate.has_slot(preposition)


def _states_at(
    scene: Scene, copula: Token, predicates: tuple[Predicate, ...]
) -> Iterator[PredicateMatch]:
    """« est prêt à négocier », « is on strike »: what a copula says somebody is."""
    grammar, head = scene.grammar, copula.head
    for predicate in predicates:
        run = run_around(grammar, copula.index + 1, head, predicate.fixed)
        if run is not None:
            yield PredicateMatch(head, predicate, grammar.span(run[0], run[1] + 1), head)


# -- nouns -----------------------------------------------------------------------------------------


def _nouns_at(
    scene: Scene, token: Token, predicates: tuple[Predicate, ...]
) -> Iterator[PredicateMatch]:
    holder = scene.actors.by_token.get(token.index)
    if holder is not None and holder.kind != "role":
        for predicate in predicates:
            scene.refuse(token.index, predicate, _IN_NAME)
        return
    index, grammar = token.index, scene.grammar
    nominal = token.pos not in ("ADJ", "VERB") or _stands_as_noun(scene, token)
    for predicate in predicates:
        if not nominal and not predicate.fixed:
            continue
        last = follows(grammar, index, predicate.fixed)
        if last is None:
            scene.refuse(index, predicate, _WORDS_LACK)
        else:
            head = _head(grammar, index, last)
            yield PredicateMatch(head, predicate, grammar.span(index, last + 1), head)


def _head(grammar: Grammar, index: int, last: int) -> int:
    """The noun that words before it qualify: « air strike », « hunger strike »; else the first."""
    while grammar.tokens[index].dep in _QUALIFYING and index < grammar.tokens[index].head <= last:
        index = grammar.tokens[index].head
    return index


def _stands_as_noun(scene: Scene, token: Token) -> bool:
    """Whether an adjective or participle is used as a noun: « les blessés », « dix morts »."""
    if token.dep in _AUXILIARY:
        return False
    if token.index in scene.figures_of:
        return True
    children = scene.grammar.parse.children(token.index)
    return any(child.dep in ("det", "nummod") for child in children)
