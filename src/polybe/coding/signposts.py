"""Signposts to other articles (« Lire aussi : … »), which are not the article."""

from __future__ import annotations

from ..model import Sentence
from .grammar import Grammar

_MARKS = frozenset('.,;:!?«»()"-–—')


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
    cues = grammar.language.signposts.get(grammar.words[index])
    if cues is None or not grammar.tokens[index].text[0].isupper():
        return False
    return any(tuple(grammar.words[index : index + len(cue)]) == cue for cue in cues)


def _end(grammar: Grammar, start: int, sentence: Sentence) -> int:
    """Where a signpost ends: at the article's next sentence, else after its colon or its line.

    A title has no full stop: where the sentence has one and starts nowhere anew, only the cue and
    what stands before its colon are the signpost.
    """
    openers = grammar.language.grammar["sentence_openers"]
    tokens = grammar.tokens
    opening = [
        index
        for index in range(start + 4, sentence.last)
        if tokens[index].text[0].isupper() and grammar.words[index] in openers
    ]
    for index in reversed(opening):
        before = tokens[index - 1].text
        if before not in _MARKS and not before[0].isupper():
            return index
    for index in opening:
        if tokens[index - 1].text in (":", "»", '"'):
            return index
    if grammar.words[sentence.last - 1] not in (".", "!", "?"):
        return sentence.last
    colon = next((i for i in range(start, sentence.last) if grammar.words[i] == ":"), start + 2)
    return colon + 1
