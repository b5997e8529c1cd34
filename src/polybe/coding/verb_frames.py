"""Frames of verbs: subject, object and complements of the deed, not of its construction."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Token
from .grammar import Grammar
from .remembering import remembered
from .slots import Frame

_COMPARISON_REACH = 15  # tokens after a verb within which « comme » may stand
_HOST_CLIMB = 3  # nouns climbed over to find who an infinitive of purpose is of
_LATE_RELATIONS = frozenset({"appos", "obl:mod", "obl:arg", "dep"})
_LISTED = frozenset({"PUNCT", "CCONJ", "DET", "NUM", "ADJ", "PROPN"})


class VerbFrames:
    """Reads the frames of verbs, each once.

    `is_actor_like` tells whether a token heads a phrase that names somebody who acts.
    """

    def __init__(self, grammar: Grammar, is_actor_like: Callable[[int], bool]) -> None:
        self.grammar = grammar
        self._is_actor_like = is_actor_like

    @remembered
    def of(self, index: int) -> Frame:
        """The frame of a verb."""
        frame = Frame(index, index, passive=self.grammar.passive(index))
        beneficiary = self._seen_to(index)
        if beneficiary is None:
            self._add_subject(frame, index)
        else:
            frame.add_all("to", self.grammar.conjuncts(beneficiary))
        if not frame.passive:
            self._add_objects(frame, index)
        self._add_complements(frame, index)
        self._add_addressees(frame, index)
        self._add_comparison(frame, index)
        self._add_sides_of_object(frame)
        self._add_epithet(frame, index)
        frame.clause = self.grammar.clause_of(index)
        if not frame.passive and not frame.get("object") and self._runs_on(index):
            self._share_object(frame, index)
        return frame

    def _runs_on(self, index: int) -> bool:
        """Whether a verb is one of a list: « ont attaqué et pris la ville »."""
        grammar = self.grammar
        if grammar.tokens[index].dep == "conj":
            return True
        following = grammar.tokens[index + 1 : index + 3]
        return any(t.dep == "conj" and t.head == index and t.pos == "VERB" for t in following)

    def _add_sides_of_object(self, frame: Frame) -> None:
        """« rompre ses relations avec X », on the noun: X is the verb's other side too."""
        sides = self.grammar.language.grammar["side_prepositions"]
        for token in tuple(frame.get("object")):
            if self._is_actor_like(token):
                continue
            for preposition, inner in self.grammar.complements(token):
                if preposition in sides and not frame.get(preposition):
                    frame.add_all(preposition, self.grammar.conjuncts(inner))

    # -- subject -------------------------------------------------------------------------------

    def _add_subject(self, frame: Frame, index: int) -> None:
        surface = self._purposive_host(index)
        if surface is None:
            surface = self.grammar.subject(index)
        if surface is not None:
            slot = "object" if frame.passive else "subject"
            frame.add_all(slot, self.grammar.conjuncts(surface))

    def _seen_to(self, index: int) -> int | None:
        """« X se voit refuser l'accès »: to whom the infinitive's deed is done; None elsewhere."""
        grammar = self.grammar
        if not grammar.is_infinitive(index):
            return None
        above = grammar.tokens[index].head
        if above != index and self._sees(above) and grammar.reflexive(above):
            return grammar.subject(above)
        # « s'est vu refuser l'accès » with « vu » hung on the infinitive
        seen = grammar.child(index, "dep", "aux:caus")
        joined = seen is not None and seen.index < index and self._sees(seen.index)
        return grammar.subject(index) if joined and grammar.reflexive(index) else None

    def _sees(self, verb: int) -> bool:
        return self.grammar.lemmas[verb] in self.grammar.language.grammar["reflexive_datives"]

    def _purposive_host(self, index: int) -> int | None:
        """« 300 soldats en Syrie pour conseiller X »: they advise, not the clause's subject."""
        grammar = self.grammar
        if not grammar.is_infinitive(index):
            return None
        mark = grammar.child(index, "mark", "case")
        if mark is None or grammar.relation(mark.index) != "for" or mark.index == 0:
            return None
        token = grammar.tokens[mark.index - 1]
        for _ in range(_HOST_CLIMB):
            if token.pos == "NOUN" and self._is_actor_like(token.index):
                return token.index if token.dep.startswith(("nmod", "obl")) else None
            if token.head == token.index or token.pos not in ("PROPN", "NOUN"):
                return None
            token = grammar.tokens[token.head]
        return None

    # -- objects -------------------------------------------------------------------------------

    def _add_objects(self, frame: Frame, index: int) -> None:
        for target in self.grammar.objects(index):
            frame.add_all("object", self.grammar.conjuncts(target))
        if not frame.get("object"):
            self._add_raised_object(frame, index)
        if not frame.get("object"):
            self._add_late_objects(frame, index)

    def _add_raised_object(self, frame: Frame, index: int) -> None:
        """« allowed X to leave »: the subject of the infinitive is the object of the verb."""
        grammar = self.grammar
        clause = grammar.clause_of(index)
        if clause is None or not grammar.is_infinitive(clause):
            return
        subject = grammar.child(clause, "nsubj")
        if subject is not None and index < subject.index < clause:
            frame.add_all("object", grammar.conjuncts(subject.index))

    def _add_late_objects(self, frame: Frame, index: int) -> None:
        """« a libéré lundi dans le sud X, Y et Z »: objects told after where and when."""
        grammar = self.grammar
        for token in grammar.tokens[index + 1 : grammar.parse.sentence_of(index).last]:
            if self._opens_clause(token):
                return
            if token.dep in _LATE_RELATIONS and self._is_actor_like(token.index):
                apposed = token.dep == "appos" and token.index == index + 1
                if apposed or grammar.preposition(token.index) is not None:
                    return
                frame.add_all("object", grammar.conjuncts(token.index))
            elif frame.get("object") and token.pos not in _LISTED:
                return

    def _opens_clause(self, token: Token) -> bool:
        """Whether what follows a token belongs to another clause."""
        if token.pos in ("VERB", "AUX", "SCONJ"):
            return True
        return self.grammar.is_form(token.index, "clause_openers")

    def _share_object(self, frame: Frame, index: int) -> None:
        """« a attaqué et pris la ville »: the object stands with the last verb only."""
        for child in self.grammar.parse.children(index):
            if child.dep == "conj" and self.grammar.is_verb(child.index):
                frame.add_all("object", self.grammar.objects(child.index))

    # -- complements ---------------------------------------------------------------------------

    def _add_complements(self, frame: Frame, index: int) -> None:
        for preposition, token in self.grammar.complements(index):
            agent = frame.passive and self._is_agent(preposition, token)
            slot = "subject" if agent else preposition
            frame.add_all(slot, self.grammar.conjuncts(token))

    def _is_agent(self, preposition: str, token: int) -> bool:
        """Whether a complement of a passive verb tells who does the deed."""
        if preposition not in self.grammar.language.grammar["agent_prepositions"]:
            return False
        return self.grammar.tokens[token].dep == "obl:agent" or self._is_actor_like(token)

    def _add_addressees(self, frame: Frame, index: int) -> None:
        """« lui », « Tanzania » in « gave Tanzania a grant » fill the slot of « à »."""
        for child in self.grammar.parse.children(index):
            if child.dep != "iobj" or self.grammar.is_form(child.index, "pronouns_adverbial"):
                continue
            if child.pos == "PRON":
                frame.add("to", child.index)
            elif self.grammar.preposition(child.index) is None:
                frame.add_all("to", self.grammar.conjuncts(child.index))

    def _add_epithet(self, frame: Frame, index: int) -> None:
        """« a qualifié l'attaque de lâche »: what it is called, hung on the object."""
        if not self.grammar.is_any(index, "naming_verbs") or frame.get("of"):
            return
        for target in frame.get("object"):
            for preposition, token in self.grammar.complements(target):
                if preposition == "of" and self.grammar.determiner(token) is None:
                    frame.add("of", token)

    def _add_comparison(self, frame: Frame, index: int) -> None:
        """« présenté par X comme Y »: what stands after « comme », wherever the parser hung it."""
        grammar = self.grammar
        last = min(grammar.parse.sentence_of(index).last, index + 1 + _COMPARISON_REACH)
        for position in range(index + 1, last):
            if not grammar.is_any(position, "comparison_prepositions"):
                continue
            head = grammar.tokens[position].head
            if head > position and any(t.index == index for t in grammar.parse.ancestors(head)):
                frame.add(grammar.words[position], head)
                return
