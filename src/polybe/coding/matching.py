"""Which predicates of the codebook stand in a text: words first, conditions after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..codebook.predicates import Predicate
from ..model import Span
from .scene import Scene

_WINDOW = 9
_PASSED_OVER = frozenset({"DET", "ADV", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class PredicateMatch:
    """A predicate whose words stand at a token."""

    head: int
    predicate: Predicate
    trigger: Span
    anchor: int


def find_predicates(scene: Scene) -> Iterator[PredicateMatch]:
    """Every predicate whose words stand in the text, the heaviest first at each token."""
    grammar = scene.grammar
    verbs, nouns = scene.codebook.predicates.verbs, scene.codebook.predicates.nouns
    for token in grammar.tokens:
        index = token.index
        lemma = grammar.lemmas[index]
        if token.pos in ("VERB", "AUX") and lemma in verbs and _may_be_verb(scene, index):
            for predicate in verbs[lemma]:
                match = _match_verb(scene, index, predicate)
                if match is not None:
                    yield match
        if token.pos in ("NOUN", "ADJ", "PROPN", "VERB", "X"):
            for key in dict.fromkeys((lemma, grammar.words[index])):
                for predicate in nouns.get(key, ()):
                    match = _match_noun(scene, index, predicate)
                    if match is not None:
                        yield match


def _may_be_verb(scene: Scene, index: int) -> bool:
    token = scene.grammar.tokens[index]
    if token.dep in ("aux:tense", "aux:pass", "aux", "cop"):
        return False
    holder = scene.actors.by_token.get(index)
    return holder is None or (holder.kind in ("role", "unknown") and holder.head == index)


def _match_verb(scene: Scene, index: int, predicate: Predicate) -> PredicateMatch | None:
    grammar = scene.grammar
    if predicate.reflexive and not grammar.reflexive(index):
        return None
    token = grammar.tokens[index]
    own = Span(token.start, token.end)
    if not predicate.fixed:
        return PredicateMatch(index, predicate, own, index)
    placed = _fixed_after(scene, index, predicate.fixed)
    if placed is None:
        return None
    last, anchor = placed
    end = grammar.tokens[last].end
    span = (
        Span(own.start, end)
        if last - index <= len(predicate.fixed) + 3
        else Span(grammar.tokens[anchor].start, end)
    )
    return PredicateMatch(index, predicate, span, anchor)


def _fixed_after(scene: Scene, index: int, fixed: tuple[str, ...]) -> tuple[int, int] | None:
    """Where the fixed words of a phrase stand after its verb: (last token, last noun of them)."""
    grammar = scene.grammar
    last = min(grammar.parse.sentence_of(index).last, index + 1 + _WINDOW)
    for start in range(index + 1, last):
        if (
            grammar.tokens[start].pos == "VERB"
            and start < last - 1
            and grammar.words[start] != fixed[0]
        ):
            if not grammar.is_past_participle(start):
                return None
        if not _is_word(
            grammar.lemmas[start], grammar.words[start], grammar.normal(start), fixed[0]
        ):
            continue
        end = _run(scene, start, last, fixed)
        if end is None:
            continue
        anchor = next(
            (
                i
                for i in range(end, start - 1, -1)
                if grammar.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "ADV", "VERB")
            ),
            end,
        )
        if len(fixed) == 1 and grammar.tokens[anchor].pos in ("VERB", "AUX") and end == anchor:
            continue
        if _hangs_on(scene, anchor, index, fixed, start - index):
            return end, anchor
    return None


def _hangs_on(scene: Scene, anchor: int, verb: int, fixed: tuple[str, ...], gap: int) -> bool:
    """Whether the noun of a fixed phrase is the verb's own complement, not another noun's.

    « prendre X en otage » may have « en otage » hung on X by the parser; « semer le doute sur la
    mort » is no « semer la mort ».
    """
    grammar = scene.grammar
    head = grammar.tokens[anchor].head
    if head == verb or gap <= 1:
        return True
    if anchor < len(grammar.tokens) and grammar.first_conjunct(anchor) != anchor:
        head = grammar.tokens[grammar.first_conjunct(anchor)].head
        if head == verb:
            return True
    opens_with_preposition = fixed[0] in (
        "en",
        "a",
        "de",
        "sous",
        "sur",
        "par",
        "hors",
        "aux",
        "dans",
    )
    above = grammar.tokens[head].head
    if opens_with_preposition:
        return above == verb or grammar.tokens[above].head == verb
    return gap <= 3 and grammar.preposition(anchor) is None


def _run(scene: Scene, start: int, last: int, fixed: tuple[str, ...]) -> int | None:
    """The last token of a run of fixed words; articles and adjectives between are passed over."""
    grammar = scene.grammar
    position, wanted, end = start, 0, start
    while wanted < len(fixed):
        if position >= last:
            return None
        if _is_word(
            grammar.lemmas[position],
            grammar.words[position],
            grammar.normal(position),
            fixed[wanted],
        ):
            wanted, end = wanted + 1, position
        elif wanted == 0 or grammar.tokens[position].pos not in _PASSED_OVER:
            return None
        position += 1
    return end


def _is_word(lemma: str, word: str, normal: str, wanted: str) -> bool:
    return (
        wanted in (lemma, word, normal)
        or wanted.rstrip("'") in (word.rstrip("'"),)
        or (wanted in ("d'", "l'", "qu'") and normal in ("de", "le", "que"))
        or (wanted == "de" and word == "d'")
    )


def _match_noun(scene: Scene, index: int, predicate: Predicate) -> PredicateMatch | None:
    grammar = scene.grammar
    token = grammar.tokens[index]
    if token.pos in ("ADJ", "VERB") and not predicate.fixed and not _stands_as_noun(scene, index):
        return None
    holder = scene.actors.by_token.get(index)
    if holder is not None and holder.kind != "role":
        return None
    last = index
    for word in predicate.fixed:
        last += 1
        if last < len(grammar.tokens) and grammar.tokens[last].text == "-":
            last += 1
        if last >= len(grammar.tokens) or not _is_word(
            grammar.lemmas[last], grammar.words[last], grammar.normal(last), word
        ):
            return None
    return PredicateMatch(index, predicate, grammar.span(index, last + 1), index)


def _stands_as_noun(scene: Scene, index: int) -> bool:
    grammar = scene.grammar
    if grammar.tokens[index].dep in ("aux:pass", "aux:tense", "cop", "aux"):
        return False
    return any(c.dep in ("det", "nummod") for c in grammar.parse.children(index)) or bool(
        scene.figures_of.get(index)
    )
