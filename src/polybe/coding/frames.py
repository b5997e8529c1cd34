"""Frames: who fills which slot of a verb or noun, whatever the construction.

Passive, relative and participial clauses, nominalisations, light verbs, coordination and control
are undone here once, so that a predicate of the codebook says only « subject » or « contre ».
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .grammar import NOMINAL, Grammar


@dataclass(slots=True)
class Frame:
    """The slots of one predicate: slot → heads of the phrases that fill it.

    ``clause`` is the head of a complement clause; ``verb`` the verb that carries tense, mood and
    negation (for a noun: the light verb it hangs on); ``quote`` is set when words are quoted.
    """

    head: int
    verb: int | None
    slots: dict[str, list[int]] = field(default_factory=dict)
    clause: int | None = None
    passive: bool = False
    carrier: int | None = None

    def add(self, slot: str, token: int) -> None:
        """Put a phrase in a slot, once."""
        tokens = self.slots.setdefault(slot, [])
        if token not in tokens:
            tokens.append(token)

    def get(self, slot: str) -> list[int]:
        """The heads of the phrases in a slot."""
        return self.slots.get(slot, [])


class FrameReader:
    """Reads frames off one document's grammar."""

    def __init__(
        self,
        grammar: Grammar,
        is_actor_like: Callable[[int], bool],
        names_actor: Callable[[int], bool],
    ) -> None:
        self.grammar = grammar
        self._is_actor_like = is_actor_like
        self._names_actor = names_actor
        self._aims = grammar.language.stance["sought_nouns"]
        self._verbs: dict[int, Frame] = {}
        self._nouns: dict[int, Frame] = {}

    def verb(self, index: int) -> Frame:
        """The frame of a verb."""
        if index not in self._verbs:
            self._verbs[index] = self._read_verb(index)
        return self._verbs[index]

    def noun(self, index: int) -> Frame:
        """The frame of a noun of action or state."""
        if index not in self._nouns:
            self._nouns[index] = self._read_noun(index)
        return self._nouns[index]

    # -- verbs ---------------------------------------------------------------------------------

    def _read_verb(self, index: int) -> Frame:
        grammar = self.grammar
        passive = grammar.passive(index)
        frame = Frame(index, index, passive=passive)
        surface = self._purposive_host(index)
        if surface is None:
            surface = grammar.subject(index)
        if surface is not None:
            for token in grammar.conjuncts(surface):
                frame.add("object" if passive else "subject", token)
        if not passive:
            for target in grammar.objects(index):
                for token in grammar.conjuncts(target):
                    frame.add("object", token)
            if not frame.get("object"):
                self._add_late_object(frame, index)
        self._add_complements(frame, index, passive)
        self._add_comparison(frame, index)
        frame.clause = grammar.clause_of(index)
        if grammar.tokens[index].dep == "conj" and not frame.get("object") and not passive:
            self._share_object(frame, index)
        return frame

    def _add_late_object(self, frame: Frame, index: int) -> None:
        """« a libéré lundi dans le sud X, Y et Z »: an object told after where and when."""
        grammar = self.grammar
        last = grammar.parse.sentence_of(index).last
        for position in range(index + 1, last):
            token = grammar.tokens[position]
            if token.pos in ("VERB", "AUX", "SCONJ") or grammar.words[position] in (
                ":",
                ";",
                "qui",
                "que",
            ):
                return
            if not self._is_actor_like(position) or token.dep not in (
                "appos",
                "obl:mod",
                "obl:arg",
                "dep",
            ):
                if frame.get("object") and token.pos not in (
                    "PUNCT",
                    "CCONJ",
                    "DET",
                    "NUM",
                    "ADJ",
                    "PROPN",
                ):
                    return
                continue
            if (
                grammar.preposition(position) is not None
                or token.dep == "appos"
                and position == index + 1
            ):
                return
            for one in grammar.conjuncts(position):
                frame.add("object", one)

    def _purposive_host(self, index: int) -> int | None:
        """« 300 soldats en Syrie pour conseiller X »: they advise, not the subject of the clause."""
        grammar = self.grammar
        if not grammar.is_infinitive(index):
            return None
        mark = grammar.child(index, "mark", "case")
        if mark is None or grammar.words[mark.index] != "pour" or mark.index == 0:
            return None
        position = mark.index - 1
        for _ in range(3):
            token = grammar.tokens[position]
            if self._is_actor_like(position) and token.pos == "NOUN":
                return position if token.dep.startswith(("nmod", "obl")) else None
            if token.head == position or token.pos not in ("PROPN", "NOUN"):
                return None
            position = token.head
        return None

    def _add_complements(self, frame: Frame, index: int, passive: bool) -> None:
        grammar = self.grammar
        for preposition, token in grammar.complements(index):
            agent = passive and preposition in grammar.language.grammar["agent_prepositions"]
            if agent and (grammar.tokens[token].dep == "obl:agent" or self._is_actor_like(token)):
                for one in grammar.conjuncts(token):
                    frame.add("subject", one)
            else:
                for one in grammar.conjuncts(token):
                    frame.add(preposition, one)
        for child in grammar.parse.children(index):
            if (
                child.dep == "iobj"
                and child.pos == "PRON"
                and grammar.words[child.index]
                not in (
                    "se",
                    "s'",
                    "y",
                    "en",
                    "ou",
                )
            ):
                frame.add("a", child.index)

    def _add_comparison(self, frame: Frame, index: int) -> None:
        """« présenté par X comme Y »: what stands after « comme », wherever the parser hung it."""
        grammar = self.grammar
        last = min(grammar.parse.sentence_of(index).last, index + 16)
        for position in range(index + 1, last):
            if not grammar.is_any(position, "comparison_prepositions"):
                continue
            head = grammar.tokens[position].head
            above = {token.index for token in grammar.parse.ancestors(head)}
            if head > position and index in above:
                frame.add(grammar.words[position], head)
                return

    def _share_object(self, frame: Frame, index: int) -> None:
        """« a attaqué et pris la ville »: the object stands with the last verb only."""
        for child in self.grammar.parse.children(index):
            if child.dep == "conj" and self.grammar.is_verb(child.index):
                for target in self.grammar.objects(child.index):
                    frame.add("object", target)

    # -- nouns ---------------------------------------------------------------------------------

    def _read_noun(self, index: int) -> Frame:
        grammar = self.grammar
        frame = Frame(index, None)
        self._add_noun_complements(frame, index)
        first = grammar.first_conjunct(index)
        if first != index and not frame.get("par") and grammar.tokens[first].pos in NOMINAL:
            for slot, tokens in self.noun(first).slots.items():
                if slot in ("par", "poss", "contre", "entre", "avec"):
                    for token in tokens:
                        frame.add(slot, token)
        self._add_participles(frame, index)
        self._add_governor(frame, index)
        self._add_aim_holder(frame, index)
        self._add_host(frame, index)
        return frame

    def _add_host(self, frame: Frame, index: int) -> None:
        """« les FDS en lutte contre X »: who is in the fight stands right before it."""
        grammar = self.grammar
        if grammar.preposition(index) != "en" or frame.get("par") or frame.get("poss"):
            return
        position = index - 2
        while (
            position >= 0
            and grammar.tokens[position].pos == "PUNCT"
            and grammar.words[position] in ')»"'
        ):
            position -= 1
        if position >= 0 and self._names_actor(position):
            frame.add("par", position)
            return
        verb = grammar.governing_verb(index)
        if verb is not None and grammar.tokens[index].dep != "obj":
            for subject in self.verb(verb).get("subject"):
                frame.add("par", subject)

    def _add_noun_complements(self, frame: Frame, index: int) -> None:
        grammar = self.grammar
        for preposition, token in grammar.complements(index):
            for one in grammar.conjuncts(token):
                frame.add(preposition, one)
        for child in grammar.parse.children(index):
            if child.dep == "nsubj" and grammar.child(index, "cop") is None:
                frame.add("par", child.index)
            if child.dep == "det" and grammar.is_any(child.index, "possessives"):
                frame.add("poss", child.index)
            if child.dep in ("amod", "appos", "nmod", "conj", "flat:name") and (
                child.pos in ("ADJ", "NOUN", "PROPN", "VERB")
                and grammar.preposition(child.index) is None
            ):
                frame.add("adj", child.index)
                for grandchild in grammar.parse.children(child.index):
                    if grandchild.dep in ("amod", "conj") and grandchild.pos == "ADJ":
                        frame.add("adj", grandchild.index)
        clause = next(
            (
                c.index
                for c in grammar.parse.children(index)
                if c.dep in ("acl", "ccomp", "xcomp", "acl:relcl", "nmod")
                and grammar.is_infinitive(c.index)
            ),
            None,
        )
        frame.clause = clause if clause is not None else self._purpose(index)

    def _purpose(self, index: int) -> int | None:
        """« une réunion destinée à relancer … »: the infinitive that tells the aim of a noun."""
        grammar = self.grammar
        for child in grammar.parse.children(index):
            if child.dep.startswith("acl") and grammar.is_any(child.index, "purposive_participles"):
                inner = grammar.clause_of(child.index)
                if inner is not None:
                    return inner
        return None

    def _add_aim_holder(self, frame: Frame, index: int) -> None:
        """« Dans le viseur de X, la reprise de Y »: the aim is X's."""
        grammar = self.grammar
        verb = grammar.tokens[index].head
        if verb == index or frame.get("par") or grammar.subject(verb) != index:
            return
        for child in grammar.parse.children(verb):
            if child.pos == "NOUN" and grammar.lemmas[child.index] in self._aims:
                for preposition, token in grammar.complements(child.index):
                    if preposition in ("de", "pour") and self._is_actor_like(token):
                        frame.add("par", token)

    def _add_participles(self, frame: Frame, index: int) -> None:
        """« lancée par X », « visant Y », « perpétré contre Z » after the noun."""
        grammar = self.grammar
        for child in grammar.parse.children(index):
            if not child.dep.startswith(("acl", "amod")) or child.index < index:
                continue
            verb = child.index
            if not grammar.is_verb(verb) and child.pos != "ADJ":
                continue
            if child.dep == "acl:relcl":
                self._add_relative(frame, index, verb)
                continue
            carries = grammar.is_any(verb, "light_verbs") or grammar.is_any(verb, "occurring_verbs")
            for preposition, token in grammar.complements(verb):
                slot = preposition
                if slot == "par" and not carries:
                    continue
                if slot not in ("par", "contre", "entre", "avec", "sur", "a", "a l'encontre de"):
                    continue
                for one in grammar.conjuncts(token):
                    frame.add(slot, one)
            if grammar.is_any(verb, "aiming_verbs") and not grammar.is_past_participle(verb):
                for target in grammar.objects(verb):
                    for one in grammar.conjuncts(target):
                        frame.add("visant", one)

    def _add_relative(self, frame: Frame, index: int, verb: int) -> None:
        """« une offensive que mène l'armée », « l'attaque qui a visé X »."""
        grammar = self.grammar
        if grammar.is_any(verb, "light_verbs") and index in grammar.objects(verb):
            subject = grammar.subject(verb)
            if subject is not None and subject != index:
                frame.add("par", subject)
        if grammar.is_any(verb, "aiming_verbs") and grammar.subject(verb) == index:
            for target in grammar.objects(verb):
                for one in grammar.conjuncts(target):
                    frame.add("entre" if grammar.lemmas[verb] == "opposer" else "visant", one)

    def _add_governor(self, frame: Frame, index: int) -> None:
        """What a verb that only carries the noun gives it: « mène une offensive contre X »."""
        grammar = self.grammar
        carried = index
        token = grammar.tokens[carried]
        while token.dep in ("nmod", "obl:arg", "obl:mod", "conj") and token.head != carried:
            head = token.head
            phase = grammar.is_any(head, "phase_nouns") and grammar.preposition(carried) == "de"
            if not phase and token.dep != "conj":
                break
            if token.dep == "conj" and grammar.tokens[head].pos not in NOMINAL:
                break
            if phase:
                for slot in ("poss", "par"):
                    for filler in self.noun(head).slots.get(slot, []):
                        frame.add(slot, filler)
            carried, token = head, grammar.tokens[head]
        verb = token.head
        if verb == carried or not grammar.is_verb(verb):
            return
        surface = grammar.subject(verb)
        is_object = carried in grammar.objects(verb)
        is_subject = surface is not None and grammar.first_conjunct(carried) == surface
        passive = grammar.passive(verb)
        frame.carrier = verb
        if (is_object and not passive) or (is_subject and passive):
            self._lend(frame, verb, passive)
        elif is_subject and not passive:
            self._aim(frame, verb)
        elif token.dep.startswith("obl") and grammar.preposition(carried) in ("a", "de", "en"):
            if grammar.is_any(verb, "light_verbs") and token.dep == "obl:arg" and not passive:
                for subject in self._subjects(verb):
                    frame.add("par", subject)
                frame.verb = verb

    def _lend(self, frame: Frame, verb: int, passive: bool) -> None:
        grammar = self.grammar
        governed = self.verb(verb)
        if grammar.is_any(verb, "light_verbs"):
            frame.verb = verb
            slot = "announcer" if grammar.is_any(verb, "announcing_verbs") else "par"
            for subject in governed.get("subject"):
                frame.add(slot, subject)
        elif grammar.is_any(verb, "suffering_verbs"):
            frame.verb = verb
            for subject in governed.get("subject"):
                frame.add("contre", subject)
        else:
            return
        for slot in ("contre", "sur", "avec", "entre", "a", "a l'encontre de", "pour"):
            for token in governed.get(slot):
                frame.add(slot, token)

    def _aim(self, frame: Frame, verb: int) -> None:
        grammar = self.grammar
        if grammar.is_any(verb, "aiming_verbs"):
            frame.verb = verb
            governed = self.verb(verb)
            slot = "entre" if grammar.lemmas[verb] == "opposer" else "visant"
            for token in governed.get("object"):
                frame.add(slot, token)
            if slot == "entre":
                for token in governed.get("a"):
                    frame.add("entre", token)
        elif grammar.is_any(verb, "occurring_verbs") or grammar.is_any(verb, "toll_verbs"):
            frame.verb = verb
            governed = self.verb(verb)
            for slot in ("entre", "contre", "avec", "sur"):
                for token in governed.get(slot):
                    frame.add(slot, token)

    def _subjects(self, verb: int) -> list[int]:
        return self.verb(verb).get("subject")
