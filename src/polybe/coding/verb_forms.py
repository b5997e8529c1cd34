"""Verb forms: voice, participles, infinitives, auxiliaries, verbs that stand for nobody's act."""

from __future__ import annotations

from functools import cached_property

from ..model import Token
from .remembering import remembered
from .words import Words

CLAUSES = frozenset({"ccomp", "xcomp"})
"""Relations of a complement clause to its verb."""

_EXPLETIVES = ("expl", "obj", "iobj", "dep", "obl")
_FINITE_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl:subj"})


class VerbForms(Words):
    """Words, and what the form of a verb tells; needs no arguments of the verb to be known."""

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb that states something (no auxiliary, no copula)."""
        token = self.tokens[index]
        return token.pos in ("VERB", "AUX") and not token.dep.startswith(("aux", "cop"))

    @remembered
    def governing_verb(self, index: int) -> int | None:
        """The nearest verb, or predicate with a copula, above a token; None when there is none."""
        for ancestor in self.parse.ancestors(index):
            if self.is_verb(ancestor.index) or self.auxiliaries(ancestor.index):
                return ancestor.index
        return None

    @remembered
    def auxiliaries(self, index: int) -> list[Token]:
        """Auxiliaries and copula of a verb or predicate, in text order; not to be changed."""
        return [c for c in self.parse.children(index) if c.dep.startswith(("aux", "cop"))]

    def bearers(self, index: int) -> list[int]:
        """The words that bear mood and tense: a verb and then its auxiliaries."""
        return [index, *(a.index for a in self.auxiliaries(index))]

    @remembered
    def passive(self, index: int) -> bool:
        """Whether a verb's surface subject is what the act is done to."""
        deps = {child.dep for child in self.parse.children(index)}
        if "aux:pass" in deps or self._made_to_suffer(index):
            return True
        if not self.is_past_participle(index):
            return False
        if "nsubj:pass" in deps:
            return True
        if any(dep.startswith("aux") for dep in deps):
            return False
        token = self.tokens[index]
        if token.dep == "conj" and self.is_past_participle(token.head):
            return self.passive(token.head)
        intransitive = self.language.grammar["intransitive_participles"]
        return self.lemmas[index] not in intransitive and "obj" not in deps

    def _made_to_suffer(self, index: int) -> bool:
        """« se font tuer », « s'est fait arrêter »: the reflexive causative is a passive."""
        if not self.is_infinitive(index):
            return False
        making = [self.tokens[index].head] if self.tokens[index].dep == "xcomp" else []
        making += [child.index for child in self.parse.children(index) if child.index < index]
        causing = self.language.grammar["reflexive_passives"]
        if not any(self.lemmas[verb] in causing for verb in making):
            return False
        return any(self.reflexive(verb) for verb in (index, *making))

    @remembered
    def is_past_participle(self, index: int) -> bool:
        """Whether a token is a past participle."""
        morph = self.tokens[index].morph
        if "VerbForm=Part" not in morph or "Tense=Past" not in morph:
            return False
        word = self.words[index]
        if word.endswith(self._finite_endings):
            return False  # « nous contrôlons » taken for a participle
        # « dit-il », « le ministre écrit que » taken for participles
        return not (word.endswith(self._twin_endings) and self._is_finite_twin(index))

    @cached_property
    def _finite_endings(self) -> tuple[str, ...]:
        return tuple(self.language.grammar["finite_endings"])

    @cached_property
    def _twin_endings(self) -> tuple[str, ...]:
        return tuple(self.language.grammar["twin_endings"])

    def _is_finite_twin(self, index: int) -> bool:
        """Whether a form that is both participle and finite is finite here.

        It is when it has a subject and no auxiliary.
        """
        if self.tokens[index].dep.startswith(("acl", "amod")):
            return False
        deps = [child.dep for child in self.parse.children(index)]
        if any(dep.startswith("aux") for dep in deps):
            return False
        return any(dep in _FINITE_SUBJECTS for dep in deps)

    def is_present_participle(self, index: int) -> bool:
        """Whether a token is a present participle."""
        morph = self.tokens[index].morph
        return "VerbForm=Part" in morph and "Tense=Pres" in morph

    def is_infinitive(self, index: int) -> bool:
        """Whether a token is an infinitive."""
        return "VerbForm=Inf" in self.tokens[index].morph

    def is_perfect(self, index: int) -> bool:
        """Whether an infinitive tells of something done: « avoir pris »."""
        return self.is_past_participle(index) and self.child(index, "aux:tense") is not None

    def is_set_off(self, index: int) -> bool:
        """« …, faisant deux morts »: a present participle after a comma goes with the clause."""
        return index > 0 and self.is_present_participle(index) and self.words[index - 1] == ","

    def coordinated_participle(self, index: int) -> int | None:
        """« demandant … et appelant … » where the second was hung on a noun of the first.

        Gives the first for the second; None for any other word.
        """
        if not self.is_present_participle(index) or self.child(index, "cc") is None:
            return None
        for ancestor in self.parse.ancestors(index):
            if self.is_present_participle(ancestor.index):
                return ancestor.index
            if self.is_verb(ancestor.index):
                return None
        return None

    def reflexive(self, index: int) -> bool:
        """Whether a verb is pronominal here."""
        return any(
            self.is_form(c.index, "reflexive_pronouns") and c.dep.startswith(_EXPLETIVES)
            for c in self.parse.children(index)
        )

    def _is_of_somebody(self, index: int) -> bool:
        """« il est prêt à partir », « it is willing to leave »: an adjective of who is to act."""
        stance = self.language.stance
        lists = (stance["hypothetical_adjectives"], stance["planned_adjectives"])
        if not any(self.lemmas[index] in names for names in lists):
            return False
        children = self.parse.children(index)
        return any(c.dep in CLAUSES and self.is_infinitive(c.index) for c in children)

    def impersonal(self, index: int) -> bool:
        """Whether « il » before a verb stands for nobody: « il faut », « il s'agit »."""
        impersonal = self.language.grammar["impersonal_verbs"]
        if self.lemmas[index] in impersonal:
            return True
        having = self.lemmas[index] in self.language.grammar["having_verbs"]
        adjective = self.tokens[index].pos == "ADJ" and not self._is_of_somebody(index)
        for child in self.parse.children(index):
            if having and self.is_form(child.index, "having_words"):
                return True
            if adjective and child.dep in CLAUSES:
                return True
            if child.dep == "xcomp" and self.lemmas[child.index] in impersonal:
                return True
        return False
