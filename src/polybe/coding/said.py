"""What is said: the words of a text that a verb or noun of saying reports or quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ..codebook.predicates import Predicate
from ..model import Span
from .frames import Frame
from .quotations import Quotations
from .quotes import QuotedSpan
from .scene import Scene
from .speakers import Speakers

_SHORT_QUOTE = 12  # code points: shorter ones quote a word, not a saying
_FEWEST = 3  # tokens of a sentence before an inserted verb that make something said


class Said:
    """Finds the contents of statements."""

    def __init__(self, scene: Scene, speakers: Speakers, quotations: Quotations) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._speakers = speakers
        self._quotations = quotations

    def content(
        self, predicate: Predicate, frame: Frame, quote: QuotedSpan | None
    ) -> tuple[Span, int | None] | None:
        """What is said, as a stretch of text, with the head of the claim; None when not told.

        `quote` is the quotation of the verb.  It is what is said, unless a complement clause is;
        next come the words before an inserted verb, then the phrases in the predicate's slots.
        """
        clause = self._clause(predicate, frame)
        if quote is not None and (clause is None or self._is_quoted(frame, quote)):
            return self._quotations.piece(quote, frame.head), None
        if clause is not None:
            return self._clause_stretch(clause), clause
        beside = self._before(frame.head) if predicate.pos == "verb" else None
        beside = beside or self._compared(frame.head)
        return (beside, None) if beside is not None else self._phrase(predicate, frame)

    # -- clauses -------------------------------------------------------------------------------

    def _clause(self, predicate: Predicate, frame: Frame) -> int | None:
        """The complement clause that a predicate lets tell what is said; None without one."""
        if frame.clause is None or frame.clause <= frame.head:
            return None
        return frame.clause if "clause" in predicate.slots["content"] else None

    def _is_quoted(self, frame: Frame, quote: QuotedSpan) -> bool:
        """Whether a colon has words quoted, and no true clause stands beside them."""
        if not self._quotations.is_introduced(frame.head, quote):
            return False
        return frame.clause is None or not self._is_marked(frame.clause)

    def _is_marked(self, clause: int) -> bool:
        """Whether a complement clause is one in form: after « que », or an infinitive."""
        grammar = self.grammar
        if grammar.is_infinitive(clause) or grammar.is_perfect(clause):
            return True
        return any(
            child.dep in ("mark", "obj") and grammar.is_any(child.index, "that_words")
            for child in grammar.parse.children(clause)
        )

    def _clause_stretch(self, clause: int) -> Span:
        """A clause without its conjunction, to the colon before a quotation."""
        grammar = self.grammar
        first, last = grammar.subtree_span(clause)
        while first < clause and self._only_opens(first):
            first += 1
        for position in range(clause, last - 1):
            if grammar.words[position] == ":":
                if self.scene.quote_at(grammar.tokens[position + 1].start):
                    last = position
                    break
        return self._unquoted(grammar.span(first, last))

    def _only_opens(self, index: int) -> bool:
        token = self.grammar.tokens[index]
        return token.dep in ("mark", "case") or token.pos == "PUNCT"

    # -- words before an inserted verb ---------------------------------------------------------

    def _before(self, index: int) -> Span | None:
        """The words of a sentence before an inserted « a-t-il dit » or « …, activists said ».

        None where that is missing.
        """
        grammar = self.grammar
        if self._speakers.follows_verb(index):
            last = min(grammar.bearers(index))
        elif grammar.clause_before(index) is not None:
            last = grammar.subtree_span(grammar.subject(index) or index)[0]
        else:
            return None
        first = grammar.parse.sentence_of(index).first
        while last > first and self._belongs_to_insertion(last - 1, index):
            last -= 1
        if last - first < _FEWEST:
            return None
        return self._unquoted(grammar.span(first, last))

    def _belongs_to_insertion(self, position: int, verb: int) -> bool:
        token = self.grammar.tokens[position]
        if token.pos == "PUNCT" or token.dep.startswith(("aux", "expl")):
            return True
        return token.head == verb and self.grammar.is_form(position, "insertion_words")

    def _compared(self, index: int) -> Span | None:
        """« Comme le souligne X, … »: what the clause is set to, to the end of the sentence."""
        grammar = self.grammar
        children = [child.index for child in grammar.parse.children(index)]
        compared = any(grammar.is_form(i, "comparison_prepositions") for i in children)
        if not compared or not any(grammar.is_form(i, "pronouns_neuter") for i in children):
            return None
        _, first = grammar.subtree_span(index)
        last = grammar.parse.sentence_of(index).last
        while first < last and grammar.tokens[first].pos == "PUNCT":
            first += 1
        while last > first and grammar.tokens[last - 1].pos == "PUNCT":
            last -= 1
        return self._unquoted(grammar.span(first, last)) if last - first >= _FEWEST else None

    # -- phrases -------------------------------------------------------------------------------

    def _phrase(self, predicate: Predicate, frame: Frame) -> tuple[Span, int] | None:
        """The first phrase in the predicate's slots that names no actor, with its head."""
        for slot, token in self._fillers(predicate, frame):
            if self.grammar.tokens[token].pos == "PRON":
                continue
            if (
                slot in self.grammar.language.grammar["comparison_prepositions"]
                or self.scene.draft_of(token) is None
            ):
                return self._phrase_stretch(token), token
        return None

    def _fillers(self, predicate: Predicate, frame: Frame) -> Iterator[tuple[str, int]]:
        """Slots with the tokens that may tell what is said.

        An object stands after an active verb; that of a participle is the noun it hangs on.
        """
        participle = self.grammar.tokens[frame.head].dep in ("acl", "amod")
        addressing = self.grammar.language.grammar["addressing_prepositions"]
        for slot in predicate.slots["content"]:
            host = slot == "object" and frame.passive and participle
            if host or slot == "clause" or slot in addressing:
                continue
            for token in frame.get(slot):
                if slot != "object" or frame.passive or token >= frame.head:
                    yield slot, token

    def _phrase_stretch(self, head: int) -> Span:
        """A phrase without its preposition, unless that holds an article."""
        grammar = self.grammar
        first, last = grammar.subtree_span(head)
        while first < head and grammar.tokens[first].dep == "case":
            if grammar.is_form(first, "contracted_articles"):
                break
            first += 1
        return self._unquoted(grammar.span(first, last))

    def _unquoted(self, span: Span) -> Span:
        """The stretch without quotation marks that stand around the whole of it."""
        for quote in self.scene.quotes:
            if not quote.outer.start <= span.start <= quote.inner.start:
                continue
            if quote.inner.end - 2 <= span.end <= quote.outer.end:
                return quote.inner
            if span.end < quote.outer.end:
                return Span(quote.inner.start, span.end)
            if quote.inner.end - quote.inner.start >= _SHORT_QUOTE:
                return quote.inner
        return span
