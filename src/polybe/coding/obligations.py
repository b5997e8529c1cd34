"""Obligations: « X must leave », said by somebody, asks X to leave.

The predicates of obligation name the speaker in their slots: ``speaker``, whoever vouches for the
words, or ``quoted``, only who is quoted directly, where the verb itself may mean a mere plan.
"""

from __future__ import annotations

from collections.abc import Sequence

from .drafts import Attribution
from .frames import Frame
from .matching import PredicateMatch
from .scene import Scene

_CLAIMED = frozenset({"ROOT", "ccomp", "parataxis", "conj", "xcomp"})
"""Relations by which a clause is still what the speaker claims, and no mere circumstance."""


class Obligations:
    """Reads the frames of predicates of obligation in one document.

    `attributions` tells who vouches for which words; read when a frame is asked for.
    """

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._attributions = attributions

    def frame(self, match: PredicateMatch) -> Frame | None:
        """Who says that who must do what; None where nobody tells another what to do."""
        told = self._told(match)
        if told is None or told.speaker is None:
            return None
        head, governed = match.head, self._governed(match.head)
        if governed is not None and self._is_no_demand(head, governed):
            return None
        frame = Frame(head, head, clause=governed)
        frame.add(match.predicate.speaker_slot or "speaker", told.speaker.head)
        self._add_sides(frame, governed)
        return None if self._obliges_oneself(frame, told) else frame

    def _is_no_demand(self, head: int, governed: int) -> bool:
        """« must have fled » and « should have known » are guesses, « has shared » is a tense."""
        grammar = self.grammar
        auxiliary = grammar.tokens[head].dep == "aux:tense"
        if auxiliary and grammar.has(head, "Mood=Ind"):
            return True
        tenses = [a for a in grammar.auxiliaries(governed) if a.dep == "aux:tense"]
        # « must be freed » is none
        return grammar.is_past_participle(governed) and any(a.index != head for a in tenses)

    def _told(self, match: PredicateMatch) -> Attribution | None:
        """Who claims the words of obligation: the innermost who vouches for them as his own."""
        grammar, head = self.grammar, match.head
        last = grammar.parse.sentence_of(head).last
        if grammar.has(head, "Tense=Past") or "?" in grammar.words[head:last]:
            return None
        direct = "quoted" in match.predicate.slots["actor"]
        telling = [
            a
            for a in self._attributions
            if a.span.covers(match.trigger) and (a.direct or not direct) and a.status is None
            # « a dit qu'il fallait »: the past of telling; in his own words it is over
            if not (a.direct and grammar.has(head, "Tense=Imp"))
        ]
        told = min(telling, key=lambda a: a.span.end - a.span.start, default=None)
        return told if told is not None and self._is_claimed(head, told) else None

    def _is_claimed(self, index: int, told: Attribution) -> bool:
        tokens = self.grammar.tokens
        token = tokens[index]
        if token.dep.startswith("aux"):
            token = tokens[token.head]
        while token.index != told.head and token.start >= told.span.start:
            if token.dep not in _CLAIMED:
                return token.head == told.head and token.dep != "advcl"
            if token.head == token.index:
                return True
            token = tokens[token.head]
        return True

    def _governed(self, index: int) -> int | None:
        """The verb of what must be done; None where a noun tells it."""
        token = self.grammar.tokens[index]
        if token.dep.startswith("aux"):
            return token.head
        return self.grammar.clause_of(index)

    def _add_sides(self, frame: Frame, governed: int | None) -> None:
        """Who must act, or what must be had."""
        if governed is None:
            frame.add_all("object", self.scene.frames.verb(frame.head).get("object"))
            return
        own = self.scene.frames.verb(governed)
        frame.passive = own.passive
        if not own.passive:
            tokens = own.get("subject")
            impersonal = self.grammar.is_any(frame.head, "impersonal_verbs")
            frame.add_all("subject", [t for t in tokens if t < governed or not impersonal])

    def _obliges_oneself(self, frame: Frame, told: Attribution) -> bool:
        """« we must », « the army said it must »: a resolve, and no demand on another."""
        for token in frame.get("subject"):
            side = self.scene.resolve(token)
            if side is not None and told.speaker is not None:
                if side.identity == told.speaker.identity:
                    return True
            pronoun = self.grammar.tokens[token].pos == "PRON"  # and not the US
            if pronoun and self.grammar.is_form(token, "pronouns_speaker"):
                return True
        return False
