"""Words that look as if they stated something, for which the codebook was not even asked."""

from __future__ import annotations

from collections.abc import Iterator

from ..messages import Reason
from ..model import Sentence, Token
from .explanation import UntriedWord
from .scene import Scene

_NOT_VERBS = ("NOUN", "PROPN", "ADJ", "ADV")
_NO_DEED = ("aux", "cop", "fixed", "flat")  # relations of words that state nothing by themselves


def untried_words(scene: Scene, sentence: Sentence) -> Iterator[UntriedWord]:
    """Verbs and nouns of action that no entry knows, and words read as another part of speech."""
    for token in scene.grammar.parse.sentence_tokens(sentence):
        reason = None if token.dep.startswith(_NO_DEED) else _reason(scene, token)
        if reason is not None:
            yield UntriedWord(token.start, token.end, token.text, token.lemma, token.pos, reason)


def _reason(scene: Scene, token: Token) -> Reason | None:
    """Why no entry was tried at a word; None of a word that states nothing, or is known."""
    predicates, lemma = scene.codebook.predicates, scene.grammar.lemmas[token.index]
    word = scene.grammar.words[token.index]
    as_verb = lemma in predicates.verbs
    as_noun = lemma in predicates.nouns or word in predicates.nouns
    if token.pos == "VERB":
        known = as_verb or as_noun or _has_grammar(scene, lemma)
        return None if known else Reason("untried.verb", lemma=token.lemma)
    if as_noun or token.pos not in _NOT_VERBS:
        return None
    if as_verb:
        return Reason("untried.read_as", lemma=token.lemma, pos=token.pos)
    return Reason("untried.noun", lemma=token.lemma) if _looks_like_deed(scene, token) else None


def _has_grammar(scene: Scene, lemma: str) -> bool:
    """Whether a verb is in a list of language.toml: it bears on other words, and is no gap."""
    language = scene.codebook.language
    lists = (*language.stance.values(), *language.grammar.values())
    return any(lemma in words for words in lists)


def _looks_like_deed(scene: Scene, token: Token) -> bool:
    """Whether a common noun ends like a noun of action and nothing else is known of it."""
    lemma, language = scene.grammar.lemmas[token.index], scene.codebook.language
    if token.pos != "NOUN" or not lemma.endswith(tuple(language.grammar["deed_endings"])):
        return False
    if token.index in scene.actors.by_token or token.index in scene.place_at:
        return False
    lists = (*language.classes.values(), *language.grammar.values(), *language.stance.values())
    return not any(lemma in words for words in lists)
