"""Stance: whether a fact is told as actual, alleged, planned, sought, hypothetical or denied.

The status of a fact is read off the verb that carries it and off what stands above it in the tree:
moods, negation, verbs and nouns that make a deed an aim, a plan, a fear or a charge.
"""

from __future__ import annotations

from ..codebook.language import Language
from .governors import Governors
from .grammar import Grammar
from .moods import Moods
from .slots import Frame
from .stance_words import StanceWords
from .status import Status

_STRENGTH = {"actual": 0, "alleged": 1, "planned": 2, "sought": 3, "hypothetical": 4, "denied": 5}
_PHRASE_REACH = 3  # tokens before a noun phrase in which a phrase of condition may stand


def stronger(first: str, second: str) -> str:
    """The status that goes further from plain fact."""
    return first if _STRENGTH[first] >= _STRENGTH[second] else second


class Stance:
    """Reads the status of facts in one document."""

    def __init__(self, grammar: Grammar, language: Language) -> None:
        self.grammar = grammar
        self._words = StanceWords(grammar, language)
        self._moods = Moods(self._words)
        self._governors = Governors(self._moods)

    def negated(self, index: int) -> bool:
        """Whether a verb is negated: « ne » with a negative word, not « ne … que »; or « sans »."""
        return self._moods.negated(index)

    def is_conditional(self, index: int) -> bool:
        """Whether a verb's clause is a condition: « si X cède », « unless X yields »."""
        return self._words.condition(index) is not None

    def of_verb(self, index: int) -> str | None:
        """The status of the deed of a verb; None when the deed is told as not even wanted."""
        own = self._moods.of(index)
        return own if own != "actual" else self._governors.status(index)

    def of_noun(self, frame: Frame) -> str | None:
        """The status of the deed of a noun, with the verb that carries it when there is one.

        None when the deed is told as not even wanted.
        """
        told = self._by_qualifier(frame.head) or self._by_preposition(frame.head)
        if told is not None:
            return told
        if frame.verb is not None:
            return self._by_carrier(frame.verb)
        return self._as_aim(frame.head) or self._governors.status(frame.head)

    def _by_carrier(self, verb: int) -> str | None:
        """The status of the light verb, or that which a verb such as « prévoir » gives."""
        status = self.of_verb(verb)
        if status != "actual":
            return status
        if self.grammar.is_any(verb, "aiming_verbs"):
            return "actual"  # « une attaque a visé la caserne » aims and hits
        return self._words.verb_status(verb) or "actual"

    # -- adjectives ----------------------------------------------------------------------------

    def _by_qualifier(self, index: int) -> str | None:
        """« une attaque présumée », « un éventuel retrait », « la prochaine réunion »."""
        for qualifier in self._qualifiers(index):
            status = self._words.qualifier_status(qualifier)
            if status is not None:
                return status
        return self._as_of_alleged(index)

    def _as_of_alleged(self, index: int) -> str | None:
        """« l'auteur présumé de l'attaque »: alleged where the noun above is; else None."""
        token = self.grammar.tokens[index]
        if token.dep != "nmod" or self.grammar.tokens[token.head].pos != "NOUN":
            return None
        for qualifier in self._qualifiers(token.head):
            if self._words.has_form(qualifier, "alleged_words"):
                return Status("alleged", "alleged_words", qualifier)
        return None

    def _qualifiers(self, index: int) -> list[int]:
        children = self.grammar.parse.children(index)
        return [child.index for child in children if child.dep in ("amod", "acl")]

    # -- prepositions --------------------------------------------------------------------------

    def _by_preposition(self, index: int) -> str | None:
        """« sans », « en cas de », « avant » before a noun of action."""
        preposition = self.grammar.preposition(index)
        if preposition is None:
            return None
        if preposition in self._words.lists["without"]:
            return Status("denied", "without", index)
        if self._follows_condition(index):
            return Status("hypothetical", "conditional_phrases", index)
        if preposition in self._words.lists["before"] and self._is_told_in_present(index):
            return Status("planned", "before", index)
        return None

    def _follows_condition(self, index: int) -> bool:
        """« en cas d'attaque »: a phrase of condition right before a noun phrase or in it."""
        grammar = self.grammar
        opening = [c.index for c in grammar.parse.children(index) if c.dep in ("case", "det")]
        first = min([index, *opening])
        head = grammar.tokens[index].head
        start = min(first, head) if head < index else first
        words = " ".join(grammar.normal(i) for i in range(max(0, start - _PHRASE_REACH), index))
        phrases = self._words.lists["conditional_phrases"]
        return any(f" {phrase} " in f" {words} " or words.endswith(phrase) for phrase in phrases)

    def _is_told_in_present(self, index: int) -> bool:
        """« avant une réunion », told in the present: still to come."""
        grammar = self.grammar
        verb = grammar.governing_verb(index)
        if verb is None or grammar.child(verb, "aux:tense") is not None:
            return False
        return any(
            grammar.has(i, "VerbForm=Fin")
            and (grammar.has(i, "Tense=Pres") or grammar.has(i, "Tense=Fut"))
            for i in grammar.bearers(verb)
        )

    # -- aims ----------------------------------------------------------------------------------

    def _as_aim(self, index: int) -> str | None:
        """« la reconquête de la ville reste une priorité » is sought; None of what is no aim."""
        grammar = self.grammar
        token = grammar.tokens[index]
        if token.dep != "nsubj" or token.head == index:
            return None
        named = [c.index for c in grammar.parse.children(token.head) if c.dep in ("xcomp", "obj")]
        aims = self._words.lists["sought_nouns"]
        for name in (token.head, *named):
            if grammar.tokens[name].pos == "NOUN" and grammar.lemmas[name] in aims:
                return Status("sought", "sought_nouns", name)
        return None
