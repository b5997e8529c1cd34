"""Participants: who acts in a fact, and towards whom."""

from __future__ import annotations

from ..codebook.predicates import Predicate
from .actors import ActorDraft
from .contents import Contents
from .drafts import ReportDraft
from .frames import Frame
from .matching import PredicateMatch
from .scene import Scene

_RANKS = frozenset({"MEMBER", "LEADS"})
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "RIVAL", "ALLIED"})
_WITH_A_HOST = frozenset({"visit", "phone"})
_BESIDE = 2  # tokens from a noun to a name told with it: « son allié le Mali »
_LEAVING = frozenset({"withdraw", "resign", "disarm"})


class Participants:
    """Fills the sides of facts from the slots of their frames."""

    def __init__(self, scene: Scene, contents: Contents) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._contents = contents

    def fill(self, match: PredicateMatch, draft: ReportDraft) -> None:
        """Set the actors and recipients of a draft, in place."""
        predicate = match.predicate
        draft.actors = self._named_by_trigger(match) + self._fillers(predicate, draft, "actor")
        recipients = self._fillers(predicate, draft, "recipient")
        draft.recipients = [d for d in recipients if d not in draft.actors]
        if predicate.code.type == "SUPPORT" and not draft.recipients:
            draft.recipients = self._of_object(predicate, draft)
        self._add_both_sides(predicate, draft)
        _settle_sides(predicate, draft)
        if predicate.code.type == "REQUEST" and not draft.recipients:
            draft.recipients = self._asked(predicate, draft)

    # -- slots ---------------------------------------------------------------------------------

    def _fillers(self, predicate: Predicate, draft: ReportDraft, role: str) -> list[ActorDraft]:
        """The actors in the slots of a role, each once."""
        found: list[ActorDraft] = []
        for slot in predicate.slots[role]:
            if role == "actor" and self._gives_way(slot, predicate, draft.frame, found):
                continue
            for side in self._in_slot(draft.frame, slot, predicate):
                if all(side.identity != other.identity for other in found):
                    found.append(side)
                    draft.slot_of.setdefault(side, slot)
        return found

    def _in_slot(self, frame: Frame, slot: str, predicate: Predicate) -> list[ActorDraft]:
        return self.scene.participants(frame.get(slot), slot, predicate.code)

    def _gives_way(
        self, slot: str, predicate: Predicate, frame: Frame, found: list[ActorDraft]
    ) -> bool:
        """Whether another slot of a noun tells its agent better: « de » is then its object."""
        if predicate.pos != "noun" or predicate.mutual:
            return False
        if slot == "announcer":
            return bool(found)
        return slot == "of" and self._has_agent(predicate, frame)

    def _has_agent(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a noun of action has its agent told otherwise than by « de »."""
        return any(
            self._in_slot(frame, slot, predicate)
            for slot in ("by", "poss", "announcer")
            if slot in predicate.slots["actor"]
        )

    # -- the trigger's own words ---------------------------------------------------------------

    def _named_by_trigger(self, match: PredicateMatch) -> list[ActorDraft]:
        """The actor that the trigger itself names: « son allié russe », « 300 soldats »."""
        code = match.predicate.code
        if match.predicate.pos != "noun" or code.kind not in ("relation", "force"):
            return []
        if code.type in _RANKS:
            person = self._bearer(match.head)
            return [person] if person is not None else []
        bearers = self._said_of(match.head) if code.kind == "relation" else []
        if borne := self.scene.participants(bearers, "subject", code):
            return borne
        named = self.scene.actors.by_token.get(match.head)
        return [named] if named is not None and named.head == match.head else []

    def _said_of(self, index: int) -> list[int]:
        """Of whom a noun says what he is: « X est l'allié de Y », « X, allié de Y », « son allié
        X ».
        """
        grammar = self.grammar
        if grammar.child(index, "cop") is not None:
            subject = grammar.subject(index)
            return [] if subject is None else grammar.conjuncts(subject)
        if grammar.tokens[index].dep == "appos":
            return [grammar.tokens[index].head]
        names = (c for c in grammar.parse.children(index) if c.dep in ("appos", "flat:name"))
        return [name.index for name in names if 0 < name.index - index <= _BESIDE]

    def _bearer(self, index: int) -> ActorDraft | None:
        """The named person who bears a rank: « X, chef de Y », « le chef de Y, X », « X est … »."""
        token = self.grammar.tokens[index]
        above = None
        if token.dep in ("appos", "conj", "nmod"):
            above = self._person_of(self.scene.actors.by_token.get(token.head))
        elif self.grammar.child(index, "cop") is not None:
            said_of = (self.scene.actors.by_token.get(i) for i in self._said_of(index))
            above = next((p for p in map(self._person_of, said_of) if p is not None), None)
        return (
            above
            or self._before_comma(index)
            or self.scene.apposed(index)
            or self._with_rank(index)
        )

    def _person_of(self, draft: ActorDraft | None) -> ActorDraft | None:
        """The person whom a mention names, title and all; None when it names none."""
        if draft is None or draft.kind == "person":
            return draft
        return next((p for p in self.scene.actors.drafts if p.titled is draft), None)

    def _before_comma(self, index: int) -> ActorDraft | None:
        """The person whom a rank between commas follows, wherever the parser hung it."""
        grammar = self.grammar
        start = index
        while start and grammar.tokens[start - 1].pos in ("DET", "ADJ") and start > index - 3:
            start -= 1
        if start < 2 or grammar.words[start - 1] != ",":
            return None
        before = self.scene.actors.by_token.get(start - 2)
        if before is None or before.last != start - 1:
            return None
        return self._person_of(before)

    def _with_rank(self, index: int) -> ActorDraft | None:
        """The person whom the mention of a rank stands for, or whose name stands in it."""
        rank = self.scene.actors.by_token.get(index)
        if rank is None:
            return None
        for person in self.scene.actors.drafts:
            if person.kind == "person":
                if person.antecedent is rank or rank.span.covers(person.span):
                    return person
                if person.titled is not None and rank.antecedent is person.titled:
                    return person  # « le chef de l'armée, le général X »
        return None

    # -- sides told elsewhere ------------------------------------------------------------------

    def _of_object(self, predicate: Predicate, draft: ReportDraft) -> list[ActorDraft]:
        """« valide la victoire de X »: X is who is approved."""
        found: list[ActorDraft] = []
        for token in draft.frame.get("object"):
            inner = [i for preposition, i in self.grammar.complements(token) if preposition == "of"]
            found.extend(self.scene.participants(inner, "of", predicate.code))
        return [d for d in found if d not in draft.actors]

    def _add_both_sides(self, predicate: Predicate, draft: ReportDraft) -> None:
        """« entre X et Y » makes both sides actors of any noun, « avec » those of a fight."""
        if predicate.pos != "noun" or predicate.code.kind != "event":
            return
        together = predicate.code.type in ("ASSAULT", "CONSULT")
        for slot in ("between", "with") if together else ("between",):
            for side in self._in_slot(draft.frame, slot, predicate):
                if side not in draft.actors:
                    draft.actors.append(side)
                    draft.slot_of[side] = slot
                if side in draft.recipients:
                    draft.recipients.remove(side)

    def _asked(self, predicate: Predicate, draft: ReportDraft) -> list[ActorDraft]:
        """« demande le départ de X »: who is to leave is who is asked."""
        content = self._contents.of(predicate, draft.frame)
        if content is None:
            return []
        for index in range(*self.grammar.token_range(content)):
            leaving = self._leaving_at(index)
            if leaving is not None:
                tokens = self.scene.frames.noun(index).get("of")
                asked = self.scene.participants(tokens, "of", leaving.code)
                return [d for d in asked if d not in draft.actors]
        return []

    def _leaving_at(self, index: int) -> Predicate | None:
        """The predicate of a noun that tells a retreat: « départ », « démission »; else None."""
        nouns = self.scene.codebook.predicates.nouns
        for predicate in nouns.get(self.grammar.lemmas[index], ()):
            if predicate.code.type == "RETREAT" and predicate.code.mode in _LEAVING:
                return predicate
        return None


def _settle_sides(predicate: Predicate, draft: ReportDraft) -> None:
    """In a mutual act all sides are actors; a visit and a call to someone keep their host."""
    code = predicate.code
    noun_of_relation = predicate.pos == "noun" and code.kind == "relation"
    mutual = (predicate.mutual or noun_of_relation) and code.type in _MUTUAL
    if mutual and code.mode not in _WITH_A_HOST:
        draft.actors.extend(d for d in draft.recipients if d not in draft.actors)
        draft.recipients = []
    if code.kind != "relation":
        acting = {d.identity for d in draft.actors}
        draft.recipients = [d for d in draft.recipients if d.identity not in acting]
