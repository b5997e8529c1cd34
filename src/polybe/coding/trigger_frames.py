"""Frames of matched predicates: a verb's or noun's frame fitted to the words that matched."""

from __future__ import annotations

from ..codebook.predicates import Predicate
from ..model import Span
from .frames import Frame
from .matching import PredicateMatch
from .scene import Scene


class TriggerFrames:
    """Gives the frame in which a predicate's slots are looked up."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar

    def of(self, match: PredicateMatch) -> Frame:
        """The frame of a match, fixed words left out; not to be changed."""
        predicate = match.predicate
        if predicate.pos == "noun":
            frame = self.scene.frames.noun(match.head)
            return self._without(frame, match.trigger) if predicate.fixed else frame
        frame = self.scene.frames.verb(match.head)
        if predicate.code.kind == "control":
            frame = self._on_ground(frame)
        frame = self._with_hung_on_object(frame, predicate)
        if predicate.fixed and frame.passive and self._is_state(match):
            return _of_state(frame)
        if match.anchor == match.head:
            return frame
        return self._with_fixed(self._with_particle(frame, match), match.anchor)

    def _is_state(self, match: PredicateMatch) -> bool:
        """« is prepared to leave »: a participle told by the words of its copula's predicate."""
        return self.grammar.lemmas[match.head] != match.predicate.head

    def _without(self, frame: Frame, trigger: Span) -> Frame:
        """The frame of a phrase such as « coup d'Etat » without the phrase's own words."""
        tokens = self.grammar.tokens
        slots = {
            slot: [i for i in fillers if not trigger.start <= tokens[i].start < trigger.end]
            for slot, fillers in frame.slots.items()
        }
        whole = Frame(frame.head, frame.verb, slots, frame.clause, frame.passive, frame.carrier)
        self._add_hung_inside(whole, trigger)
        return whole

    def _add_hung_inside(self, frame: Frame, trigger: Span) -> None:
        """« chief of staff of the army »: what hangs on a later word is of the whole phrase."""
        grammar = self.grammar
        first, last = grammar.token_range(trigger)
        for index in range(first, last):
            if index == frame.head:
                continue
            for preposition, token in grammar.complements(index):
                if not first <= token < last and grammar.tokens[token].dep != "compound":
                    frame.add_all(preposition, grammar.conjuncts(token))

    def _on_ground(self, frame: Frame) -> Frame:
        """« la prise d'Idleb, encore tenue par X »: the participle is of the place, not the act."""
        token = self.grammar.tokens[frame.head]
        told_by_relative = token.dep == "acl:relcl" and token.head in frame.get("object")
        if not token.dep.startswith("acl") or not (frame.passive or told_by_relative):
            return frame
        if any(self.scene.is_ground_noun(i) for i in frame.get("object")):
            return frame
        for position in range(frame.head - 1, token.head, -1):
            if position in self.scene.place_at:
                slots = {**frame.slots, "object": [self.scene.place_at[position].head]}
                return Frame(frame.head, frame.verb, slots, frame.clause, frame.passive)
        return frame

    def _with_hung_on_object(self, frame: Frame, predicate: Predicate) -> Frame:
        """« ousted militants from the town » with the town hung on those who were ousted."""
        objects, wanted = frame.get("object"), {*predicate.conditions}
        if predicate.code.kind == "control":
            # « chassé les combattants de X » may tell whose they are
            objects = [i for i in objects if self.scene.is_actor(i)]
            wanted = wanted.union(predicate.slots["place"]) - {"of"}
        hung = {
            slot: [i for token in objects for i in self._complements(token, slot)]
            for slot in wanted
            if not frame.get(slot)
        }
        if not any(hung.values()):
            return frame
        slots = {**frame.slots, **hung}
        return Frame(frame.head, frame.verb, slots, frame.clause, frame.passive, frame.carrier)

    def _complements(self, token: int, slot: str) -> list[int]:
        return [i for preposition, i in self.grammar.complements(token) if preposition == slot]

    def _with_particle(self, frame: Frame, match: PredicateMatch) -> Frame:
        """« ran over a soldier », « pulled out of X » with the verb's particle for a preposition.

        What it was taken for the preposition of is the verb's object, or hangs on what is left.
        """
        slots = {slot: list(fillers) for slot, fillers in frame.slots.items()}
        told = Frame(frame.head, frame.verb, slots, frame.clause, frame.passive, frame.carrier)
        for preposition, token in self.grammar.complements(frame.head):
            if match.predicate.has_slot(preposition):
                continue  # « stands by X »: the entry itself takes it for one
            left = self._left_of_particle(match, token)
            if left is None or (left == "object" and (frame.passive or frame.get("object"))):
                continue
            phrase = self.grammar.conjuncts(token)
            slots[preposition] = [i for i in slots.get(preposition, []) if i not in phrase]
            told.add_all(left, phrase)
        return told

    def _left_of_particle(self, match: PredicateMatch, token: int) -> str | None:
        """The slot of a phrase without the particle before it; None where none is there."""
        grammar, fixed = self.grammar, match.predicate.fixed
        case = grammar.child(token, "case")
        if case is None or grammar.words[case.index] not in fixed:
            return None
        first, last = grammar.token_range(match.trigger)
        if not first <= case.index < last:
            return None
        others = [c.index for c in grammar.parse.children(case.index) if c.dep == "fixed"]
        left = [index for index in others if grammar.words[index] not in fixed]
        return grammar.relation(left[0]) if left else "object"

    def _with_fixed(self, frame: Frame, anchor: int) -> Frame:
        """The frame of a fixed phrase: what hangs on its noun counts as hanging on the verb."""
        grammar = self.grammar
        slots = {slot: [i for i in fillers if i != anchor] for slot, fillers in frame.slots.items()}
        merged = Frame(frame.head, frame.verb, slots, frame.clause, frame.passive)
        for preposition, token in grammar.complements(anchor):
            merged.add_all(preposition, grammar.conjuncts(token))
        if merged.clause is None:
            merged.clause = self.scene.frames.noun(anchor).clause
        return merged


def _of_state(frame: Frame) -> Frame:
    """The frame of a participle that tells what its subject is, and not what is done to it."""
    slots = {**frame.slots, "subject": frame.get("object"), "object": []}
    return Frame(frame.head, frame.verb, slots, frame.clause, passive=False)
