"""Who speaks the quotations that no verb of saying claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Sentence
from .actors import ActorDraft
from .drafts import Attribution, ReportDraft
from .quotes import QuotedSpan
from .scene import Scene

_SHORTEST_SEQUEL = 20  # code points: a shorter quotation quotes a word more
_LONGEST_GAP = 140  # code points between two quotations of one speaker
_VERB_REACH = 6  # tokens after a quotation within which the verb stands that tells whose it is
_ENDS = frozenset(".!?…")
_BLANK = " \t\n\u00a0\u202f"


class QuoteSpeakers:
    """Gives the quotations of one document their speakers, in ``scene.speakers``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._text = scene.document.text

    def settle(self, told: Sequence[ReportDraft], cues: Sequence[Attribution]) -> None:
        """Give a speaker to each quotation that has none yet and whose speaker can be told.

        `told` are the statements read, `cues` what « selon X » and its like attribute.
        """
        before = None
        for quote in self.scene.quotes:
            if quote.outer.start not in self.scene.speakers:
                speaker = (
                    self._by_colon(quote)
                    or self._by_verb_after(quote)
                    or self._by_cue(quote, cues)
                    or self._by_quote_before(before, quote)
                    or self._by_clause(quote)
                    or self._by_sentence_before(quote, told)
                )
                if speaker is not None:
                    self.scene.speakers[quote.outer.start] = speaker
            before = quote

    # -- told in the sentence ------------------------------------------------------------------

    def _by_colon(self, quote: QuotedSpan) -> ActorDraft | None:
        """After a colon speaks the subject of the clause before it."""
        start = quote.outer.start
        if not self._text[max(0, start - 3) : start].rstrip(_BLANK).endswith(":"):
            return None
        verb = self._main_verb_before(self.grammar.token_at(start) - 1)
        return self._subject_of(verb)

    def _by_verb_after(self, quote: QuotedSpan) -> ActorDraft | None:
        """« … », s'indigne X: whoever follows the verb right after a quotation, whatever verb."""
        grammar = self.grammar
        first = grammar.token_at(quote.outer.end - 1) + 1
        last = grammar.parse.sentence_of(first - 1).last
        for token in grammar.tokens[first : min(first + _VERB_REACH, last)]:
            if token.pos == "VERB" and not grammar.is_infinitive(token.index):
                subject = self._subject_after(token.index, first)
                return self.scene.resolve(subject) if subject is not None else None
            if token.pos not in ("PUNCT", "AUX", "PRON", "PART", "ADV"):
                return None
        return None

    def _subject_after(self, verb: int, first: int) -> int | None:
        """The subject of a verb after a quotation, or what the parser took for its object."""
        subject = self.grammar.subject(verb)
        if subject is None or subject < first:
            taken = self.grammar.child(verb, "obj")
            subject = taken.index if taken is not None and taken.index == verb + 2 else None
        return subject if subject is not None and not self._opens(first, subject) else None

    def _opens(self, first: int, subject: int) -> bool:
        """Whether a subject stands before the verb group after a quotation, as in a clause."""
        return all(self.grammar.tokens[i].pos == "PUNCT" for i in range(first, subject))

    def _by_cue(self, quote: QuotedSpan, cues: Iterable[Attribution]) -> ActorDraft | None:
        """« Selon X, « … »»: X speaks what is quoted, also in the sentences after."""
        first = self.grammar.token_at(quote.outer.start)
        sentence = self.grammar.parse.sentence_of(first)
        for cue in cues:
            before = sentence.first <= cue.head < first
            if before and ";" not in self.grammar.words[cue.head : first]:
                return cue.speaker
        return None

    def _by_clause(self, quote: QuotedSpan) -> ActorDraft | None:
        """A quotation begun inside a sentence and running on is that sentence's subject's."""
        grammar = self.grammar
        first = grammar.token_at(quote.outer.start)
        sentence = grammar.parse.sentence_of(first)
        runs_on = grammar.tokens[sentence.last - 1].end < quote.inner.end
        if not runs_on or sentence.first >= first - 1:
            return None
        return self._subject_of(self._main_verb_before(first))

    def _main_verb_before(self, last: int) -> int | None:
        """The nearest verb before a token that is no relative clause and no infinitive."""
        grammar = self.grammar
        first = grammar.parse.sentence_of(last).first
        for token in reversed(grammar.tokens[first:last]):
            if grammar.is_verb(token.index) and not token.dep.startswith(("acl", "aux", "cop")):
                if not grammar.is_infinitive(token.index):
                    return token.index
        return None

    def _subject_of(self, verb: int | None) -> ActorDraft | None:
        subject = self.grammar.subject(verb) if verb is not None else None
        return self.scene.resolve(subject) if subject is not None else None

    # -- told before ---------------------------------------------------------------------------

    def _by_quote_before(self, before: QuotedSpan | None, quote: QuotedSpan) -> ActorDraft | None:
        """A quotation that makes a sentence of its own after another goes on with its speaker."""
        if before is None or quote.inner.end - quote.inner.start <= _SHORTEST_SEQUEL:
            return None
        gap = self._text[before.outer.end : quote.outer.start]
        return self.scene.speakers.get(before.outer.start) if _goes_on(gap) else None

    def _by_sentence_before(
        self, quote: QuotedSpan, told: Iterable[ReportDraft]
    ) -> ActorDraft | None:
        """A quotation that makes whole sentences, with nothing to tell whose they are.

        Whoever the sentence before says something by speaks on, else the person it is about.
        """
        if quote.inner.end - quote.inner.start <= _SHORTEST_SEQUEL or not self._stands_free(quote):
            return None
        last = self.grammar.token_at(quote.outer.start) - 1
        while last > 0 and self.grammar.tokens[last].pos == "PUNCT":
            last -= 1
        sentence = self.grammar.parse.sentence_of(max(0, last))
        spoke = [d for d in told if sentence.first <= d.head < sentence.last]
        if spoke:
            return max(spoke, key=lambda draft: draft.head).actors[0]
        subject = self._subject_of(self._root(sentence))
        named = subject is not None and subject.root().kind == "person"
        return subject if named else None

    def _root(self, sentence: Sentence) -> int | None:
        for token in self.grammar.tokens[sentence.first : sentence.last]:
            if token.dep == "ROOT":
                return token.index if self.grammar.is_verb(token.index) else None
        return None

    def _stands_free(self, quote: QuotedSpan) -> bool:
        """Whether a quotation begins after the end of a sentence and ends where one ends."""
        before = self._text[: quote.outer.start].rstrip(" \t\u00a0\u202f")
        opens = not before or before[-1] in _ENDS or before[-1] == "\n" or before[-2:-1] in _ENDS
        after = self._text[quote.outer.end :].lstrip(" \t\u00a0\u202f")
        inside = self._text[: quote.outer.end - 1].rstrip(_BLANK)[-1:] in _ENDS
        closes = not after or after[0] in _ENDS or after[0] == "\n"
        return opens and (closes or (inside and (after[0].isupper() or after[0] in '«"“')))


def _goes_on(gap: str) -> bool:
    """Whether what stands between two quotations leaves the second to the same speaker.

    Nothing does, and so does no more than who said the first: « …, a dit X. « … » ».
    """
    bare = not gap.strip(" \n\t.,")
    return bare or (len(gap) < _LONGEST_GAP and gap.rstrip().endswith(".") and gap[0] == ",")
