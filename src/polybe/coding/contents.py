"""Contents of facts: the words that tell what is asked, promised, threatened or agreed."""

from __future__ import annotations

from ..codebook.predicates import Predicate
from ..model import Span
from .frames import Frame
from .scene import Scene

_ARTICLE = 5  # code points: an article may stand before a quotation mark


class Contents:
    """Finds the contents of events."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar

    def of(self, predicate: Predicate, frame: Frame) -> Span | None:
        """What is asked, promised, threatened or agreed, as the text has it; None without it."""
        head = self.head_of(predicate, frame)
        if head is None:
            return None
        return self._stretch(head, frame.head)

    def head_of(self, predicate: Predicate, frame: Frame) -> int | None:
        """The token that heads what is asked, promised, threatened or agreed; None without it."""
        if predicate.code.kind != "event":
            return None
        for slot in predicate.slots["content"]:
            head = self._clause(frame) if slot == "clause" else self._phrase(frame, slot)
            if head is not None:
                return head
        return None

    def _clause(self, frame: Frame) -> int | None:
        after = frame.clause is not None and frame.clause > frame.head
        return frame.clause if after else None

    def _phrase(self, frame: Frame, slot: str) -> int | None:
        """The first filler of a slot that names a matter, no actor and no place."""
        for token in frame.get(slot):
            if token <= frame.head and slot != "object":
                continue
            if token in self.scene.place_at or self._is_time(token):
                continue
            if self.grammar.tokens[token].pos == "PRON":
                continue
            named = self.scene.draft_of(token)
            if named is None or named.head != token:
                return token
        return None

    def _is_time(self, token: int) -> bool:
        start = self.grammar.tokens[token].start
        return any(time.start <= start < time.end for time in self.scene.times)

    def _stretch(self, head: int, predicate: int) -> Span:
        """The phrase or clause of a token without what opens it, to the end of a quotation."""
        first, last = self.grammar.subtree_span(head)
        if first < predicate < head:  # « X must leave »: what X must do
            first = predicate + 1
        while first < head and self._only_opens(first):
            first += 1
        return self._with_quote(self.grammar.span(first, last))

    def _only_opens(self, index: int) -> bool:
        token = self.grammar.tokens[index]
        if token.dep not in ("mark", "case") and token.pos != "PUNCT":
            return False
        return not self.grammar.is_form(index, "contracted_articles")

    def _with_quote(self, span: Span) -> Span:
        """A content that opens with a quotation runs to the end of it; none runs out of one."""
        for quote in self.scene.quotes:
            if quote.inner.start < span.start < quote.inner.end < span.end <= quote.outer.end:
                return Span(span.start, quote.inner.end)
            opens = span.start <= quote.outer.start <= span.start + _ARTICLE
            if opens and quote.outer.start < span.end <= quote.outer.end:
                return quote.inner
        return span
