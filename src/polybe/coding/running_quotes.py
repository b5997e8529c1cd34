"""Quotations that run on over sentences, or have no verb of saying of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..codebook.ontology import Code
from ..model import Span
from .actors import ActorDraft
from .drafts import Attribution, ReportDraft
from .quotations import Quotations
from .quote_speakers import QuoteSpeakers
from .scene import Scene

_SHORTEST_SENTENCE = 8  # code points
_DIRECT = Code("statement", "DIRECT")


class RunningQuotes:
    """Reads one statement for each sentence of a quotation whose speaker is known."""

    def __init__(self, scene: Scene, quotations: Quotations) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._quotations = quotations
        self._speakers = QuoteSpeakers(scene)

    def read(self, told: Sequence[ReportDraft], cues: Sequence[Attribution]) -> list[ReportDraft]:
        """A statement of each quoted sentence that is content of none of the statements `told`.

        Quotations with no verb of saying get their speakers in the scene on the way; `cues` are
        what « selon X » and its like attribute.
        """
        self._speakers.settle(told, cues)
        contents = [draft.content for draft in told if draft.content is not None]
        return [
            self._statement(speaker, piece)
            for speaker, piece in self._spoken()
            if not any(piece.overlaps(content) for content in contents)
        ]

    def _spoken(self) -> Iterator[tuple[ActorDraft, Span]]:
        """The quoted sentences whose speakers are known, with those.

        A piece that a sentence of the text only leads into (« dénonce un « scandale. … » ») is no
        sentence of the quotation, unless a colon parts it.
        """
        for quote in self.scene.quotes:
            speaker = self.scene.speakers.get(quote.outer.start)
            if speaker is None:
                continue
            for piece in self._quotations.pieces(quote):
                long = piece.end - piece.start >= _SHORTEST_SENTENCE
                if long and not self._is_led_into(piece):
                    yield speaker, piece

    def _is_led_into(self, piece: Span) -> bool:
        """Whether words of the sentence stand before a piece of a quotation, with no colon."""
        grammar = self.grammar
        first = grammar.token_at(piece.start)
        opening = grammar.parse.sentence_of(first).first
        before = [t for t in grammar.tokens[opening:first] if t.pos != "PUNCT"]
        return bool(before) and ":" not in grammar.words[before[-1].index : first]

    def _statement(self, speaker: ActorDraft, piece: Span) -> ReportDraft:
        head = self.grammar.token_at(piece.start)
        frame = self.scene.frames.verb(head)
        trigger = self.grammar.span(head, head + 1)
        return ReportDraft(
            _DIRECT, head, trigger, "quote/running", frame, actors=[speaker], content=piece
        )
