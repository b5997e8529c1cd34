"""Times of facts: of the times of a sentence, the one that dates a fact."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..model import Span
from .drafts import ReportDraft
from .fact_clauses import carriers, is_said
from .scene import Scene
from .times import TimeSpan

_OF_GOVERNOR = 5  # steps by which a time of the verb above a fact is farther than one of its own


class FactTimes:
    """Finds the times of facts; `drafts` are all facts of the document."""

    def __init__(self, scene: Scene, drafts: Sequence[ReportDraft]) -> None:
        self.grammar = scene.grammar
        self.triggers: Collection[int] = {draft.head for draft in drafts}
        self._said = {draft.head for draft in drafts if is_said(draft)}
        self._times = [(self._token_of(time), time) for time in scene.times]

    def of(self, draft: ReportDraft) -> TimeSpan | None:
        """The time that dates a fact, the nearest in the tree; None when none does."""
        heads = carriers(self.grammar, draft)
        content = draft.content if is_said(draft) else None
        best: tuple[int, TimeSpan] | None = None
        for token, time in self._times:
            if self._is_measured_from(time, draft) or _stands_in(time, content):
                continue
            distance = self._distance(token, heads, draft)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _token_of(self, time: TimeSpan) -> int:
        """The token by which a time hangs in the tree: the one whose governor lies outside it."""
        grammar = self.grammar
        first, last = grammar.token_range(Span(time.start, time.end))
        for token in grammar.tokens[first:last]:
            outside = token.head == token.index or not first <= token.head < last
            if outside and token.pos not in ("ADP", "DET", "PUNCT"):
                return token.index
        return first

    def _is_measured_from(self, time: TimeSpan, draft: ReportDraft) -> bool:
        """« quelques heures avant la réunion » is no time of the meeting."""
        grammar = self.grammar
        case = grammar.child(draft.head, "case")
        if case is None or not grammar.is_form(case.index, "measuring_words"):
            return False
        last = grammar.token_at(time.end - 1)
        return case.index in (last, last + 1)

    def _distance(self, token: int, heads: list[int], draft: ReportDraft) -> int | None:
        """Steps from a time up to the fact it dates; None when it dates another."""
        grammar = self.grammar
        if grammar.parse.sentence_of(token) != grammar.parse.sentence_of(draft.head):
            return None
        for steps, ancestor in enumerate(grammar.parse.ancestors(token), 1):
            if ancestor.index in heads:
                return steps
            if ancestor.index in self.triggers or grammar.is_verb(ancestor.index):
                governs = self._governs(ancestor.index, draft) and not self._is_inner(
                    token, ancestor.index, draft
                )
                return steps + _OF_GOVERNOR if governs else None
        return None

    def _is_inner(self, token: int, verb: int, draft: ReportDraft) -> bool:
        """« a envoyé lundi une lettre et réclamé … »: the day inside the first of two deeds."""
        joined = self.grammar.tokens[draft.head].dep == "conj" and self.grammar.is_verb(draft.head)
        return joined and verb < token < draft.head

    def _governs(self, verb: int, draft: ReportDraft) -> bool:
        """Whether a time of the verb above a fact dates the fact: not if it says, asks or finds."""
        if draft.code.kind == "statement" or verb in self._said:
            return False
        if draft.code.kind == "toll" and self.grammar.is_any(verb, "finding_verbs"):
            return False  # when the dead were found is not when they died
        return self.grammar.governing_verb(draft.head) == verb


def _stands_in(time: TimeSpan, content: Span | None) -> bool:
    return content is not None and content.start <= time.start < content.end
