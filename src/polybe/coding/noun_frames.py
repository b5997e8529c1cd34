"""Frames of nouns of action and state: « l'offensive de X contre Y »."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Token
from .carriers import Carriers, side_aimed_at
from .grammar import NOMINAL, Grammar
from .remembering import remembered
from .slots import Frame
from .verb_frames import VerbFrames

_AGENTS = ("poss", "by")
_BESIDE = frozenset({"amod", "appos", "compound", "nmod", "conj", "flat:name"})
_CLAUSES = frozenset({"acl", "ccomp", "xcomp", "acl:relcl", "nmod"})
_CLOSING_SIGNS = frozenset(')»"')
_LINKED_BY = frozenset({"nmod", "obl:arg", "obl:mod"})
_SHARED = frozenset({"by", "poss", "against", "between", "with"})
_TOLD_BY_PARTICIPLES = frozenset({"by", "against", "between", "with", "on", "to"})


class NounFrames:
    """Reads the frames of nouns, each once, with what the verbs around them lend.

    `is_actor_like` and `names_actor` are those of the FrameReader.
    """

    def __init__(
        self,
        grammar: Grammar,
        verbs: VerbFrames,
        is_actor_like: Callable[[int], bool],
        names_actor: Callable[[int], bool],
    ) -> None:
        self.grammar = grammar
        self._verbs = verbs
        self._carriers = Carriers(grammar, verbs)
        self._is_actor_like = is_actor_like
        self._names_actor = names_actor
        self._aims = grammar.language.stance["sought_nouns"]

    @remembered
    def of(self, index: int) -> Frame:
        """The frame of a noun."""
        frame = Frame(index, None)
        for preposition, token in self.grammar.complements(index):
            dep = self.grammar.tokens[token].dep
            if dep != "compound":  # which is beside the noun, see below
                slot = "poss" if dep == "nmod:poss" else preposition
                frame.add_all(slot, self.grammar.conjuncts(token))
        self._add_dependents(frame, index)
        frame.clause = self._clause(index)
        self._share_sides(frame, index)
        self._add_participles(frame, index)
        self._carriers.lend(frame, self._carried(frame, index))
        self._add_aim_holder(frame, index)
        self._add_host(frame, index)
        return frame

    # -- the noun phrase -----------------------------------------------------------------------

    def _add_dependents(self, frame: Frame, index: int) -> None:
        """Subjects of a noun, possessives, adjectives and nouns beside it."""
        grammar = self.grammar
        for child in grammar.parse.children(index):
            if child.dep == "nsubj":
                if grammar.child(index, "cop") is None:
                    frame.add("by", child.index)
            elif child.dep == "det":
                if grammar.is_any(child.index, "possessives"):
                    frame.add("poss", child.index)
            elif self._stands_beside(child):
                self._add_qualifier(frame, child.index)

    def _stands_beside(self, child: Token) -> bool:
        if child.dep not in _BESIDE or child.pos not in ("ADJ", "NOUN", "PROPN", "VERB"):
            return False
        return self.grammar.preposition(child.index) is None

    def _add_qualifier(self, frame: Frame, index: int) -> None:
        """« russe », and with it « turque » in « l'alliance russe et turque »."""
        frame.add("adj", index)
        for child in self.grammar.parse.children(index):
            if child.dep in ("amod", "conj") and child.pos == "ADJ":
                frame.add("adj", child.index)

    def _clause(self, index: int) -> int | None:
        """The infinitive that tells what a noun is about or for; None when there is none."""
        for child in self.grammar.parse.children(index):
            if child.dep in _CLAUSES and self.grammar.is_infinitive(child.index):
                return child.index
        return self._purpose(index)

    def _purpose(self, index: int) -> int | None:
        """« une réunion destinée à relancer … »: the infinitive that tells the aim of a noun."""
        grammar = self.grammar
        for child in grammar.parse.children(index):
            if child.dep.startswith("acl") and grammar.is_any(child.index, "purposive_participles"):
                inner = grammar.clause_of(child.index)
                if inner is not None:
                    return inner
        return None

    def _share_sides(self, frame: Frame, index: int) -> None:
        """« l'attaque et le siège par X »: a noun takes the sides of what it is joined to."""
        first = self.grammar.first_conjunct(index)
        if first == index or frame.get("by") or self.grammar.tokens[first].pos not in NOMINAL:
            return
        for slot, tokens in self.of(first).slots.items():
            if slot in _SHARED:
                frame.add_all(slot, tokens)

    # -- clauses after the noun ----------------------------------------------------------------

    def _add_participles(self, frame: Frame, index: int) -> None:
        """« lancée par X », « visant Y », « perpétré contre Z », « que mène X » after the noun."""
        for child in self.grammar.parse.children(index):
            if not child.dep.startswith(("acl", "amod")) or child.index < index:
                continue
            if not self.grammar.is_verb(child.index) and child.pos != "ADJ":
                continue
            if child.dep == "acl:relcl":
                self._add_relative(frame, index, child.index)
            else:
                self._add_participle(frame, child.index)

    def _add_participle(self, frame: Frame, verb: int) -> None:
        grammar = self.grammar
        carries = grammar.is_any(verb, "light_verbs") or grammar.is_any(verb, "occurring_verbs")
        for slot, token in grammar.complements(verb):
            if slot in _TOLD_BY_PARTICIPLES and (carries or slot != "by"):
                frame.add_all(slot, grammar.conjuncts(token))
        if grammar.is_any(verb, "aiming_verbs") and not grammar.is_past_participle(verb):
            for target in grammar.objects(verb):
                frame.add_all("targeting", grammar.conjuncts(target))

    def _add_relative(self, frame: Frame, index: int, verb: int) -> None:
        """« une offensive que mène l'armée », « l'attaque qui a visé X »."""
        grammar = self.grammar
        if grammar.is_any(verb, "light_verbs") and index in grammar.objects(verb):
            subject = grammar.subject(verb)
            if subject is not None and subject != index:
                frame.add("by", subject)
        if grammar.is_any(verb, "aiming_verbs") and grammar.subject(verb) == index:
            for target in grammar.objects(verb):
                frame.add_all(side_aimed_at(grammar, verb), grammar.conjuncts(target))

    # -- above and before the noun -------------------------------------------------------------

    def _carried(self, frame: Frame, index: int) -> int:
        """The noun by which a verb above carries this one, and the agents found on the way.

        « la fin de l'offensive » and a coordination are climbed; a phase's agents are the deed's.
        """
        grammar = self.grammar
        token = grammar.tokens[index]
        while token.head != token.index:
            head = token.head
            phase = self._is_of_phase(token)
            coordinated = token.dep == "conj" and grammar.tokens[head].pos in NOMINAL
            if not (coordinated or (phase and token.dep in _LINKED_BY)):
                break
            if phase:
                for slot in _AGENTS:
                    frame.add_all(slot, self.of(head).get(slot))
            token = grammar.tokens[head]
        return token.index

    def _is_of_phase(self, token: Token) -> bool:
        grammar = self.grammar
        return (
            grammar.is_any(token.head, "phase_nouns") and grammar.preposition(token.index) == "of"
        )

    def _add_aim_holder(self, frame: Frame, index: int) -> None:
        """« Dans le viseur de X, la reprise de Y »: the aim is X's."""
        grammar = self.grammar
        verb = grammar.tokens[index].head
        if verb == index or frame.get("by") or grammar.subject(verb) != index:
            return
        for child in grammar.parse.children(verb):
            if child.pos == "NOUN" and grammar.lemmas[child.index] in self._aims:
                for preposition, token in grammar.complements(child.index):
                    if preposition in ("of", "for") and self._is_actor_like(token):
                        frame.add("by", token)

    def _add_host(self, frame: Frame, index: int) -> None:
        """« les FDS en lutte contre X »: who is in the fight stands right before it."""
        grammar = self.grammar
        if grammar.preposition(index) != "in" or frame.get("by") or frame.get("poss"):
            return
        position = self._before_signs(index - 2)
        if position >= 0 and self._names_actor(position):
            frame.add("by", position)
            return
        verb = grammar.governing_verb(index)
        if verb is not None and grammar.tokens[index].dep != "obj":
            frame.add_all("by", self._verbs.of(verb).get("subject"))

    def _before_signs(self, position: int) -> int:
        """The token at or before a position that is no closing sign; -1 when there is none."""
        grammar = self.grammar
        while position >= 0 and grammar.tokens[position].pos == "PUNCT":
            if grammar.words[position] not in _CLOSING_SIGNS:
                break
            position -= 1
        return position
