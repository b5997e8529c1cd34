"""Verbs that carry a noun of action: « mener une offensive », « l'offensive vise X ».

What stands in the slots of such a verb fills the slots of the noun.
"""

from __future__ import annotations

from ..model import Token
from .grammar import Grammar
from .slots import Frame
from .verb_frames import VerbFrames

_LENT_BY_CARRIERS = ("against", "on", "with", "between", "to", "for")
_LENT_BY_COMPLEMENTS = ("against", "with", "between")
_LENT_BY_OCCURRENCES = ("between", "against", "with", "on")


def side_aimed_at(grammar: Grammar, verb: int) -> str:
    """The slot that the object of an aiming verb fills: two sides are opposed, one is aimed at."""
    return "between" if grammar.is_any(verb, "opposing_verbs") else "targeting"


class Carriers:
    """Lends nouns what their verbs have."""

    def __init__(self, grammar: Grammar, verbs: VerbFrames) -> None:
        self.grammar = grammar
        self._verbs = verbs

    def lend(self, frame: Frame, carried: int) -> None:
        """Fill a noun's frame from the verb right above the token `carried`, and name the verb.

        `carried` is the noun itself, or what it is a phase of or coordinated with.
        """
        token = self.grammar.tokens[carried]
        verb = token.head
        if self._suffer(frame, token) or verb == carried or not self.grammar.is_verb(verb):
            return
        frame.carrier = verb
        passive = self.grammar.passive(verb)
        is_subject = self.grammar.first_conjunct(carried) == self.grammar.subject(verb)
        is_object = carried in self.grammar.objects(verb)
        if (is_object and not passive) or (is_subject and passive):
            self._as_object(frame, verb)
        elif is_subject:
            self._as_subject(frame, verb)
        elif not passive:
            self._as_complement(frame, verb, token)

    def _suffer(self, frame: Frame, token: Token) -> bool:
        """« X a été victime d'une agression », « fait l'objet de »: to whom it is done."""
        grammar, noun = self.grammar, token.head
        of_deed = grammar.preposition(token.index) == "of" and token.index > noun
        if not of_deed or not grammar.is_any(noun, "suffering_nouns"):
            return False
        if grammar.child(noun, "cop") is not None:
            subject = grammar.subject(noun)
            suffering = [] if subject is None else grammar.conjuncts(subject)
            frame.carrier = noun
        else:
            verb = grammar.tokens[noun].head
            if not grammar.is_verb(verb) or noun not in grammar.objects(verb):
                return False
            suffering = self._verbs.of(verb).get("subject")
            frame.carrier = frame.verb = verb
        frame.add_all("against", suffering)
        return True

    def _as_object(self, frame: Frame, verb: int) -> None:
        """« mène », « annonce », « subit une offensive »: who does, tells or suffers it."""
        grammar = self.grammar
        if grammar.is_any(verb, "light_verbs"):
            slot = "announcer" if grammar.is_any(verb, "announcing_verbs") else "by"
        elif grammar.is_any(verb, "suffering_verbs"):
            slot = "against"
        else:
            return
        frame.verb = verb
        frame.add_all(slot, self._verbs.of(verb).get("subject"))
        self._lend(frame, verb, _LENT_BY_CARRIERS)

    def _as_subject(self, frame: Frame, verb: int) -> None:
        """« l'offensive vise X », « les combats ont lieu entre X et Y », « … font dix morts »."""
        grammar = self.grammar
        if grammar.is_any(verb, "aiming_verbs"):
            self._aim(frame, verb)
        elif grammar.is_any(verb, "gathering_verbs"):
            # « la marche a rassemblé des étudiants »
            frame.verb = verb
            frame.add_all("by", self._verbs.of(verb).get("object"))
        elif grammar.is_any(verb, "occurring_verbs") or grammar.is_any(verb, "toll_verbs"):
            frame.verb = verb
            self._lend(frame, verb, _LENT_BY_OCCURRENCES)

    def _aim(self, frame: Frame, verb: int) -> None:
        frame.verb = verb
        governed = self._verbs.of(verb)
        slot = side_aimed_at(self.grammar, verb)
        frame.add_all(slot, governed.get("object"))
        if slot == "between":
            frame.add_all(slot, governed.get("to"))

    def _as_complement(self, frame: Frame, verb: int, token: Token) -> None:
        """« procède à une attaque »: the subject of a light verb does what its complement tells."""
        if token.dep != "obl:arg" or not self.grammar.is_any(verb, "light_verbs"):
            return
        if self.grammar.preposition(token.index) in ("to", "of", "in"):
            frame.add_all("by", self._verbs.of(verb).get("subject"))
            frame.verb = verb
            self._lend(frame, verb, _LENT_BY_COMPLEMENTS)

    def _lend(self, frame: Frame, verb: int, slots: tuple[str, ...]) -> None:
        governed = self._verbs.of(verb)
        for slot in slots:
            frame.add_all(slot, governed.get(slot))
