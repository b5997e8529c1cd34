"""Quotations that run on over sentences, or have no verb of saying of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..codebook.ontology import Code
from ..model import Span
from .actors import ActorDraft
from .drafts import ReportDraft
from .quotations import Quotations
from .quotes import QuotedSpan
from .scene import Scene

_SHORTEST_SENTENCE = 8  # code points
_SHORTEST_SEQUEL = 20  # code points: a shorter quotation quotes a word more
_LONGEST_GAP = 140  # code points between two quotations of one speaker
_DIRECT = Code("statement", "DIRECT")


class RunningQuotes:
    """Reads one statement for each sentence of a quotation whose speaker is known."""

    def __init__(self, scene: Scene, quotations: Quotations) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._quotations = quotations

    def read(self, told: Iterable[Span]) -> list[ReportDraft]:
        """A statement of each quoted sentence that overlaps none of the contents `told`.

        Quotations with no verb of saying get their speakers in the scene on the way.
        """
        contents = list(told)
        self._introduce()
        self._pass_speakers_on()
        return [
            self._statement(speaker, piece)
            for speaker, piece in self._spoken()
            if not any(piece.overlaps(content) for content in contents)
        ]

    def _spoken(self) -> Iterator[tuple[ActorDraft, Span]]:
        """The quoted sentences whose speakers are known, with those."""
        for quote in self.scene.quotes:
            speaker = self.scene.speakers.get(quote.outer.start)
            if speaker is not None:
                for piece in self._quotations.pieces(quote):
                    if piece.end - piece.start >= _SHORTEST_SENTENCE:
                        yield speaker, piece

    def _statement(self, speaker: ActorDraft, piece: Span) -> ReportDraft:
        head = self.grammar.token_at(piece.start)
        frame = self.scene.frames.verb(head)
        trigger = self.grammar.span(head, head + 1)
        return ReportDraft(
            _DIRECT, head, trigger, "quote/running", frame, actors=[speaker], content=piece
        )

    def _introduce(self) -> None:
        """A quotation after a colon is spoken by the subject of the clause before the colon."""
        text, speakers = self.scene.document.text, self.scene.speakers
        for quote in self.scene.quotes:
            start = quote.outer.start
            if start not in speakers and text[max(0, start - 3) : start].rstrip().endswith(":"):
                speaker = self._subject_before(quote)
                if speaker is not None:
                    speakers[start] = speaker

    def _subject_before(self, quote: QuotedSpan) -> ActorDraft | None:
        grammar = self.grammar
        colon = max(0, grammar.token_at(quote.outer.start) - 1)
        sentence = grammar.parse.sentence_of(colon)
        for token in grammar.tokens[sentence.first : colon]:
            if token.dep == "ROOT" and grammar.is_verb(token.index):
                subject = grammar.subject(token.index)
                return self.scene.resolve(subject) if subject is not None else None
        return None

    def _pass_speakers_on(self) -> None:
        """A quotation that makes a sentence of its own after another goes on with its speaker."""
        text, speakers = self.scene.document.text, self.scene.speakers
        for before, quote in pairwise(self.scene.quotes):
            speaker = speakers.get(before.outer.start)
            if speaker is None or quote.inner.end - quote.inner.start <= _SHORTEST_SEQUEL:
                continue
            if self._goes_on(text[before.outer.end : quote.outer.start]):
                speakers.setdefault(quote.outer.start, speaker)

    def _goes_on(self, gap: str) -> bool:
        """Whether what stands between two quotations leaves the second to the same speaker.

        Nothing does, and so does no more than who said the first: « …, a dit X. « … » ».
        """
        bare = not gap.strip(" \n\t.,")
        return bare or (len(gap) < _LONGEST_GAP and gap.rstrip().endswith(".") and gap[0] == ",")
