"""Signposts to other articles (« Lire aussi : … »), which are not the article."""

from __future__ import annotations

from ..model import Sentence
from .grammar import Grammar

_FUNCTION_WORDS = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV"})


def signposts(grammar: Grammar) -> frozenset[int]:
    """Tokens of the signposts of a text.

    A signpost runs from its cue to the end of its line.  Where the page's layout was lost and the
    article goes on in the same line, the article starts again at the last word that begins a
    sentence though no full stop stands before it.
    """
    found: set[int] = set()
    for sentence in grammar.parse.sentences:
        for index in range(sentence.first, sentence.last):
            if _stands(grammar, index):
                found.update(range(index, _end(grammar, index, sentence)))
                break
    return frozenset(found)


def _stands(grammar: Grammar, index: int) -> bool:
    cues = grammar.language.signposts.get(grammar.words[index], ())
    return any(
        grammar.tokens[index].text[0].isupper()
        and tuple(grammar.words[index : index + len(cue)]) == cue
        for cue in cues
    )


def _end(grammar: Grammar, start: int, sentence: Sentence) -> int:
    end = sentence.last
    for index in range(sentence.last - 1, start + 3, -1):
        token, before = grammar.tokens[index], grammar.tokens[index - 1]
        restarts = token.text[0].isupper() and token.pos in _FUNCTION_WORDS
        if restarts and before.pos != "PUNCT" and not before.text[0].isupper():
            return index
    return end
