"""Stance: whether a fact is told as actual, alleged, planned, sought, hypothetical or denied.

The status of a fact is read off the verb that carries it and off what stands above it in the tree:
moods, negation, verbs and nouns that make a deed an aim, a plan, a fear or a charge.
"""

from __future__ import annotations

from ..codebook.language import Language
from .frames import Frame
from .grammar import Grammar

_STRENGTH = {"actual": 0, "alleged": 1, "planned": 2, "sought": 3, "hypothetical": 4, "denied": 5}
_CLIMB = 8


class Stance:
    """Reads the status of facts in one document."""

    def __init__(self, grammar: Grammar, language: Language) -> None:
        self.grammar = grammar
        self.words = language.stance

    def of_verb(self, index: int) -> str | None:
        """The status of the deed of a verb; None when the deed is told as not even wanted."""
        own = self._own(index)
        if own != "actual":
            return own
        return self._from_above(index)

    def of_noun(self, frame: Frame) -> str | None:
        """The status of the deed of a noun, with the verb that carries it when there is one.

        None when the deed is told as not even wanted.
        """
        index = frame.head
        adjective = self._adjectives(index)
        if adjective is not None:
            return adjective
        without = self.grammar.preposition(index)
        if without is not None and self._listed(without, "without"):
            return "denied"
        if without is not None and self._phrase_before(index, "conditional_phrases"):
            return "hypothetical"
        if without is not None and self._ahead(index, without):
            return "planned"
        if frame.verb is not None:
            status = self.of_verb(frame.verb)
            return self._verb_status(frame.verb) or status if status == "actual" else status
        if self._is_aim(index):
            return "sought"
        return self._from_above(index)

    def _ahead(self, index: int, preposition: str) -> bool:
        """« avant une réunion », told in the present: still to come."""
        if preposition not in self.words["before"]:
            return False
        verb = self.grammar.governing_verb(index)
        if verb is None:
            return False
        bearers = [verb, *(a.index for a in self.grammar.auxiliaries(verb))]
        if any(a.dep == "aux:tense" for a in self.grammar.auxiliaries(verb)):
            return False
        return any(
            self.grammar.has(i, f"Tense={tense}") and self.grammar.has(i, "VerbForm=Fin")
            for i in bearers
            for tense in ("Pres", "Fut")
        )

    def _is_aim(self, index: int) -> bool:
        """« la reconquête de la ville reste une priorité »."""
        grammar = self.grammar
        token = grammar.tokens[index]
        if token.dep != "nsubj" or token.head == index:
            return False
        head = token.head
        named = [
            head,
            *(c.index for c in grammar.parse.children(head) if c.dep in ("xcomp", "obj")),
        ]
        return any(
            grammar.tokens[i].pos == "NOUN" and grammar.lemmas[i] in self.words["sought_nouns"]
            for i in named
        )

    # -- the word itself -----------------------------------------------------------------------

    def _own(self, index: int) -> str:
        """Status by the verb's own mood, tense, negation and adverbs."""
        if self.negated(index):
            return "denied"
        for child in self.grammar.parse.children(index):
            if child.dep == "mark" and self._conditional(child.index):
                return "actual" if self._concedes(index, child.index) else "hypothetical"
        adverb = self._adverb(index)
        if adverb is not None:
            return adverb
        return self._mood(index)

    def _concedes(self, index: int, mark: int) -> bool:
        """« Si X refuse, Y négocie »: a bare « si » before a main clause in the present sets against.

        A condition has its main clause in the future, the conditional, or under a modal verb.
        """
        if self._phrase(mark) not in ("si", "s'"):
            return False
        token = self.grammar.tokens[index]
        main = (
            token.head
            if token.dep == "advcl"
            else next(
                (
                    c.index
                    for c in self.grammar.parse.children(index)
                    if c.dep == "parataxis" and c.index > index
                ),
                None,
            )
        )
        if main is None or main < index:
            return False
        bearers = [main, *(a.index for a in self.grammar.auxiliaries(main))]
        open_mood = any(
            self.grammar.has(i, m)
            for i in bearers
            for m in ("Tense=Fut", "Mood=Cnd", "Mood=Imp", "Mood=Sub")
        )
        lemma = self.grammar.lemmas[main]
        modal = lemma in self.words["modal_planned"] or lemma in self.words["modal_possible"]
        finite = any(self.grammar.has(i, "VerbForm=Fin") for i in bearers)
        return finite and not open_mood and not modal

    def negated(self, index: int) -> bool:
        """Whether a verb is negated: « ne » with a negative word, not « ne … que »."""
        grammar = self.grammar
        particles = [
            c.index
            for c in grammar.parse.children(index)
            if grammar.words[c.index] in self.words["negations"]
        ]
        for auxiliary in grammar.auxiliaries(index):
            particles.extend(
                c.index
                for c in grammar.parse.children(auxiliary.index)
                if grammar.words[c.index] in self.words["negations"]
            )
        if not particles:
            return self._marked_without(index)
        first = particles[0]
        sentence = grammar.parse.sentence_of(index)
        window = range(max(sentence.first, first - 6), min(sentence.last, index + 8))
        fillers = [i for i in window if grammar.words[i] in self.words["negative_fillers"]]
        if fillers:
            return True
        return False

    def _marked_without(self, index: int) -> bool:
        return any(
            c.dep in ("mark", "case") and self._phrase(c.index) in self.words["without"]
            for c in self.grammar.parse.children(index)
        )

    def _phrase(self, index: int) -> str:
        fixed = [c.index for c in self.grammar.parse.children(index) if c.dep == "fixed"]
        return " ".join(self.grammar.normal(i) for i in [index, *fixed])

    def _conditional(self, index: int) -> bool:
        phrase = self._phrase(index)
        words = self.words["conditionals"]
        return phrase in words or phrase.split()[-1] in ("si", "s'") and "si" in words

    def _adverb(self, index: int) -> str | None:
        for child in self.grammar.parse.children(index):
            word = self.grammar.words[child.index]
            if word in self.words["hypothetical_adverbs"]:
                return "hypothetical"
            if word in self.words["alleged_adverbs"]:
                return "alleged"
        return None

    def _mood(self, index: int) -> str:
        """Hearsay conditional, future; the auxiliary bears the mood when there is one."""
        grammar = self.grammar
        bearers = [index, *(a.index for a in grammar.auxiliaries(index))]
        conditional = any(grammar.has(i, "Mood=Cnd") for i in bearers)
        if conditional:
            compound = any(
                a.dep in ("aux:tense", "aux:pass", "aux") for a in grammar.auxiliaries(index)
            )
            if self._under_past(index):
                return "planned"
            return "alleged" if compound or not self._has_if_clause(index) else "hypothetical"
        if any(grammar.has(i, "Tense=Fut") for i in bearers):
            return "planned"
        return "actual"

    def _under_past(self, index: int) -> bool:
        """A conditional under « a dit que » is a future seen from the past."""
        token = self.grammar.tokens[index]
        if token.dep != "ccomp":
            return False
        return not any(
            a.dep == "aux:tense" and self.grammar.has(a.index, "Mood=Cnd")
            for a in self.grammar.auxiliaries(index)
        )

    def _has_if_clause(self, index: int) -> bool:
        return any(
            c.dep == "advcl"
            and any(
                g.dep == "mark" and self._conditional(g.index)
                for g in self.grammar.parse.children(c.index)
            )
            for c in self.grammar.parse.children(index)
        )

    # -- what stands above ---------------------------------------------------------------------

    def _from_above(self, index: int) -> str | None:
        """Status by the verbs and nouns that govern a deed, the nearest that says something."""
        grammar = self.grammar
        current = index
        for _ in range(_CLIMB):
            token = grammar.tokens[current]
            if token.head == current:
                return "actual"
            head = token.head
            status = self._by_link(current, head)
            if status == "unwanted":
                return None
            if status is not None:
                return status
            if not self._passes(current):
                return "actual"
            current = head
            if grammar.is_verb(current) and current != index:
                own = self._own(current)
                if own != "actual" and self._is_modal(current):
                    return own
        return "actual"

    def _by_link(self, current: int, head: int) -> str | None:
        """Status that a governor gives to what it governs; None when it gives none."""
        grammar = self.grammar
        token = grammar.tokens[current]
        lemma = grammar.lemmas[head]
        if grammar.is_present_participle(current):
            return None
        if grammar.tokens[head].pos in ("VERB", "AUX", "ADJ") and token.dep in (
            "xcomp",
            "ccomp",
            "obj",
            "obl:arg",
            "advcl",
            "obl:mod",
            "nsubj:pass",
        ):
            if token.dep in ("advcl", "obl:mod") and not grammar.is_infinitive(current):
                if token.dep == "advcl" and any(
                    c.dep == "mark" and self._conditional(c.index)
                    for c in grammar.parse.children(current)
                ):
                    return "hypothetical"
                if token.dep == "advcl":
                    return None
            if token.dep == "nsubj:pass" and lemma not in self.words["planned_verbs"]:
                return None
            purpose = self._purpose(current)
            if purpose is not None:
                return purpose
            status = self._verb_status(head)
            if status is not None and (token.dep != "obl:mod"):
                if grammar.is_perfect(current) and status in ("planned", "sought"):
                    return None
                nominal = token.dep in ("obj", "obl:arg", "nsubj:pass")
                if nominal and grammar.is_any(head, "aiming_verbs"):
                    return None
                if self.negated(head):
                    return "denied" if status in ("planned", "hypothetical") else "unwanted"
                return status
        if grammar.is_infinitive(current) and grammar.tokens[head].pos in ("ADJ", "VERB"):
            for name, status in (
                ("hypothetical_adjectives", "hypothetical"),
                ("planned_adjectives", "planned"),
            ):
                if self._is(head, name):
                    return status
        if grammar.tokens[head].pos == "NOUN" and not grammar.is_past_participle(current):
            if grammar.is_infinitive(current):
                purpose = self._purpose(current)
                if purpose is not None:
                    return purpose
            for name, status in (
                ("sought_nouns", "sought"),
                ("planned_nouns", "planned"),
                ("hypothetical_nouns", "hypothetical"),
            ):
                if lemma in self.words[name] and token.dep in (
                    "nmod",
                    "acl",
                    "obl:arg",
                    "obl:mod",
                    "xcomp",
                    "ccomp",
                ):
                    if token.dep.startswith(("nmod", "obl")) and grammar.preposition(
                        current
                    ) not in ("de", "a", None):
                        continue
                    return status
        return None

    def _verb_status(self, head: int) -> str | None:
        lemma = self.grammar.lemmas[head]
        if lemma in self.words["modal_planned"]:
            return "planned"
        if lemma in self.words["modal_possible"]:
            return "hypothetical"
        for name in ("sought", "planned", "hypothetical", "denied"):
            if lemma in self.words[f"{name}_verbs"]:
                return name
        return None

    def _is_modal(self, index: int) -> bool:
        """Whether the mood of a verb passes to the deed it governs."""
        lemma = self.grammar.lemmas[index]
        return (
            lemma in self.words["actual_verbs"]
            or lemma in self.words["modal_planned"]
            or lemma in self.words["modal_possible"]
        )

    def _purpose(self, current: int) -> str | None:
        """« pour libérer la ville » is an aim."""
        if not self.grammar.is_infinitive(current):
            return None
        for child in self.grammar.parse.children(current):
            if (
                child.dep in ("mark", "case")
                and self._phrase(child.index) in self.words["purposes"]
            ):
                return "sought"
        return None

    def _passes(self, current: int) -> bool:
        """Whether what is said of the governor holds of this word too."""
        dep = self.grammar.tokens[current].dep
        if dep == "conj" and self.grammar.is_infinitive(self.grammar.tokens[current].head):
            return self.grammar.is_infinitive(current)
        if dep == "obj" and not self.grammar.is_any(
            self.grammar.tokens[current].head, "light_verbs"
        ):
            return False
        if dep == "nmod" and not self.grammar.is_any(
            self.grammar.tokens[current].head, "phase_nouns"
        ):
            return False
        return dep in ("xcomp", "conj", "obj", "nmod", "obl:arg", "advcl") and not (
            dep == "advcl" and not self.grammar.is_infinitive(current)
        )

    # -- adjectives and phrases ----------------------------------------------------------------

    def _adjectives(self, index: int) -> str | None:
        """« une attaque présumée », « un éventuel retrait », « la prochaine réunion »."""
        for child in self.grammar.parse.children(index):
            if child.dep not in ("amod", "acl"):
                continue
            for name, status in (
                ("alleged_words", "alleged"),
                ("hypothetical_words", "hypothetical"),
                ("planned_words", "planned"),
            ):
                if self._is(child.index, name):
                    return status
        governor = self.grammar.tokens[index]
        if governor.dep == "nmod" and self.grammar.tokens[governor.head].pos == "NOUN":
            head = governor.head
            for child in self.grammar.parse.children(head):
                if child.dep in ("amod", "acl") and self._is(child.index, "alleged_words"):
                    return "alleged"
        return None

    def _is(self, index: int, name: str) -> bool:
        """Whether an adjective or participle, in any gender and number, stands in a list."""
        word = self.grammar.words[index]
        stem = word.rstrip("s")
        forms = (self.grammar.lemmas[index], word, stem, stem.removesuffix("e"))
        return any(form in self.words[name] for form in forms)

    def _phrase_before(self, index: int, name: str) -> bool:
        grammar = self.grammar
        first = min(
            [index, *(c.index for c in grammar.parse.children(index) if c.dep in ("case", "det"))]
        )
        head = grammar.tokens[index].head
        start = min(first, head if head < index else first)
        before = " ".join(grammar.normal(i) for i in range(max(0, start - 3), index))
        return any(
            f" {phrase} " in f" {before} " or before.endswith(phrase) for phrase in self.words[name]
        )

    def _listed(self, phrase: str, name: str) -> bool:
        return phrase in self.words[name]


def stronger(first: str, second: str) -> str:
    """The status that goes further from plain fact."""
    return first if _STRENGTH[first] >= _STRENGTH[second] else second
