"""Quotations: which verb of saying has which words quoted, sentence by sentence."""

from __future__ import annotations

from ..model import Sentence, Span, Token
from .quotes import QuotedSpan
from .scene import Scene
from .speakers import Speakers

_SHORT = 12  # code points: shorter quotations quote a word, not a saying
_TINY = 3  # code points: shorter pieces of a sentence tell nothing
_SLACK = 3  # code points by which a quotation may lie outside the sentence of its verb
_LONGEST_LEAD = 90  # code points from a verb to what it quotes, without a colon
_LONGEST_TAIL = 40  # code points from what is quoted to the verb after it
_COMPLEMENTS = frozenset({"obj", "ccomp", "xcomp", "parataxis", "dep"})
_OPENING_SIGNS = frozenset("«\"“'[(")


class Quotations:
    """Relates the quoted stretches of one document to its verbs and sentences."""

    def __init__(self, scene: Scene, speakers: Speakers) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._speakers = speakers

    # -- verbs ---------------------------------------------------------------------------------

    def of_verb(self, index: int) -> QuotedSpan | None:
        """The nearest quotation that a verb introduces or follows; None when there is none."""
        verb = self.grammar.tokens[index]
        around = self.scene.quote_at(verb.start)
        if around is not None:
            return around if self._is_put_into(verb, around) else None
        if not self.scene.quotes or not self._can_quote(verb):
            return None
        quotes = [quote for quote in self.scene.quotes if self._may_be_of(quote, verb)]
        return min(quotes, key=lambda quote: _distance(quote, verb), default=None)

    def _is_put_into(self, verb: Token, quote: QuotedSpan) -> bool:
        """« Moi, dit-il, je … »: whether a clause of saying parts the quotation it stands in."""
        grammar = self.grammar
        first, last = min(grammar.bearers(verb.index)), verb.index + 1
        if not self._speakers.follows_verb(verb.index) or grammar.words[first - 1] != ",":
            return False
        if grammar.child(verb.index, "ccomp") is not None:
            return False
        sentence = grammar.parse.sentence_of(verb.index)
        rest = grammar.words[last : sentence.last]
        return "," in rest and quote.inner.start < grammar.tokens[first - 1].start

    def _can_quote(self, verb: Token) -> bool:
        """Whether a verb form can have words quoted: no bare past participle does, no passive."""
        grammar = self.grammar
        if grammar.passive(verb.index):
            return False
        return bool(grammar.auxiliaries(verb.index)) or not grammar.is_past_participle(verb.index)

    def _may_be_of(self, quote: QuotedSpan, verb: Token) -> bool:
        """Whether a quotation is long enough, and lies where its verb would have it.

        Words quoted before the verb's own sentence are its own only when its subject comes after.
        """
        sentence = self._stretch(self.grammar.parse.sentence_of(verb.index))
        if quote.outer.end <= sentence.start - _SLACK or quote.outer.start >= sentence.end + _SLACK:
            return False
        if quote.inner.end - quote.inner.start < _SHORT:
            return False
        if not self._is_near(quote, verb, sentence):
            return False
        before = quote.outer.end <= verb.start and quote.outer.end <= sentence.start + 1
        return not before or self._speakers.follows_verb(verb.index)

    def _is_near(self, quote: QuotedSpan, verb: Token, sentence: Span) -> bool:
        if quote.outer.start < verb.start:
            return _distance(quote, verb) < _LONGEST_TAIL
        if ":" in self.scene.document.text[verb.start : quote.outer.start]:
            return True
        near = quote.outer.start < sentence.end and _distance(quote, verb) < _LONGEST_LEAD
        return near and self._governs(verb.index, quote)

    def _governs(self, verb: int, quote: QuotedSpan) -> bool:
        """Whether a quotation is, or opens, what a verb takes as its complement."""
        first, last = self.grammar.token_range(quote.inner)
        tokens = self.grammar.tokens
        between = range(verb + 1, max(first - 1, verb + 1))
        if not between or any(self.grammar.is_form(i, "that_words") for i in between):
            return True
        return any(
            tokens[i].head == verb and tokens[i].dep in _COMPLEMENTS for i in range(first, last)
        )

    def is_introduced(self, index: int, quote: QuotedSpan) -> bool:
        """Whether a colon right before it introduces a quotation after a verb."""
        start = self.grammar.tokens[index].end
        if start > quote.outer.start:
            return False
        return self.scene.document.text[start : quote.outer.start].rstrip().endswith(":")

    # -- sentences -----------------------------------------------------------------------------

    def piece(self, quote: QuotedSpan, index: int) -> Span:
        """The sentence of a quotation that is nearest to its verb."""
        pieces = self.pieces(quote)
        if not pieces:
            return quote.inner
        verb = self.grammar.tokens[index]
        around = [piece for piece in pieces if piece.start <= verb.start < piece.end]
        if around:
            return around[0]
        after = quote.outer.start > verb.start
        return pieces[0] if after else pieces[-1]

    def pieces(self, quote: QuotedSpan) -> list[Span]:
        """The sentences of a quotation, cut to it, without signs before their first word."""
        text = self.scene.document.text
        found = []
        for sentence in self._sentences(quote):
            whole = self._stretch(sentence)
            start = max(whole.start, quote.inner.start)
            end = min(whole.end, quote.inner.end)
            while start < end and not (text[start].isalnum() or text[start] in _OPENING_SIGNS):
                start += 1
            if end - start > _TINY:
                found.append(Span(start, end))
        return found

    def _sentences(self, quote: QuotedSpan) -> list[Sentence]:
        grammar = self.grammar
        first = grammar.parse.sentence_of(grammar.token_at(quote.inner.start))
        last = grammar.parse.sentence_of(grammar.token_at(quote.inner.end - 1))
        return list(grammar.parse.sentences[first.number : last.number + 1])

    def _stretch(self, sentence: Sentence) -> Span:
        return self.grammar.span(sentence.first, sentence.last)

    def share(self, span: Span) -> float:
        """The share of a stretch of text that is quoted, from 0 to 1."""
        quoted = sum(
            max(0, min(span.end, quote.outer.end) - max(span.start, quote.outer.start))
            for quote in self.scene.quotes
        )
        return quoted / max(1, span.end - span.start)


def _distance(quote: QuotedSpan, verb: Token) -> int:
    """Code points between a verb's start and a quotation before or after it."""
    if quote.outer.start >= verb.start:
        return quote.outer.start - verb.start
    return verb.start - quote.outer.end
