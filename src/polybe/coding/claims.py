"""Claims: what one fact makes of the facts told inside its content.

A charge makes its content alleged; a demand, promise or threat keeps its content to itself.
"""

from __future__ import annotations

from ..codebook.ontology import Code
from ..model import Span, Token
from .drafts import Attribution, ReportDraft
from .scene import Scene
from .status import Status

_CHARGE = Code("event", "ACCUSE", "allege")


class Claims:
    """Notes the contents of events, and tells which facts stand inside one.

    ``attributions`` are those of charges; ``suppressed`` the contents that demands, promises and
    threats keep to themselves, each with the head of its event.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.attributions: list[Attribution] = []
        self.suppressed: list[tuple[Span, int]] = []
        self._protests: set[int] = set()

    def note(self, draft: ReportDraft) -> None:
        """Remember what an event says of the facts in its content."""
        if draft.code.type == "PROTEST":
            self._protests.add(draft.head)
        if draft.code.kind != "event" or draft.content is None:
            return
        clause = draft.frame.clause
        purpose = draft.code.type == "CONSULT" and clause is not None
        if self.scene.codebook.ontology.events[draft.code.type].suppresses or purpose:
            self.suppressed.append((draft.content, draft.head))
        if draft.code == _CHARGE:
            speaker = draft.actors[0] if draft.actors else None
            charged = Status("alleged", "charge", draft.head)
            self.attributions.append(
                Attribution(speaker, draft.content, False, charged, draft.head, clause)
            )

    def is_suppressed(self, draft: ReportDraft) -> bool:
        """Whether a fact stands inside what another one asks, promises or threatens.

        What a relative clause tells there is told as a fact and stays, and so does who somebody
        is: « demande à X, chef de Y, de partir ».
        """
        if draft.code.kind == "relation" and "/noun/" in draft.rule:
            return False
        for span, head in self.suppressed:
            if head != draft.head and span.covers(draft.trigger):
                if not self._in_relative(draft.head, span):
                    return True
        if any(self._is_aim_of(draft.head, head) for _, head in self.suppressed):
            return True
        # « ont manifesté pour exiger son départ »: a demand made in the street is the protest
        speech = draft.code.type in ("REQUEST", "ACCUSE", "SUPPORT", "REJECT", "PROTEST")
        return speech and any(self._is_aim_of(draft.head, head) for head in self._protests)

    def _is_aim_of(self, index: int, head: int) -> bool:
        """Whether a fact stands in an infinitive that tells what a demand or promise is for."""
        grammar = self.grammar
        purpose = False
        for token in (grammar.tokens[index], *grammar.parse.ancestors(index)):
            if token.index == head:
                return purpose
            if token.dep.startswith("acl") and not grammar.is_infinitive(token.index):
                return False
            purpose = purpose or self._tells_purpose(token)
        return False

    def _tells_purpose(self, token: Token) -> bool:
        purposes = self.grammar.language.stance["purposes"]
        return any(
            child.dep in ("mark", "case") and self.grammar.normal(child.index) in purposes
            for child in self.grammar.parse.children(token.index)
        )

    def _in_relative(self, index: int, span: Span) -> bool:
        """Whether a token stands in a relative clause or participle inside a stretch."""
        grammar = self.grammar
        for token in (grammar.tokens[index], *grammar.parse.ancestors(index)):
            if token.start < span.start:
                return False
            if token.dep == "acl:relcl":
                return True
            if token.dep == "acl" and grammar.is_past_participle(token.index):
                return True
        return False
