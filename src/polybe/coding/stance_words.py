"""The words that set the standing of facts, found on the tokens of one document."""

from __future__ import annotations

from ..codebook.language import Language
from .grammar import Grammar
from .status import Status

_VERB_LISTS = (
    ("modal_planned", "planned"),
    ("modal_possible", "hypothetical"),
    ("sought_verbs", "sought"),
    ("planned_verbs", "planned"),
    ("hypothetical_verbs", "hypothetical"),
    ("denied_verbs", "denied"),
)
_NOUN_LISTS = (
    ("sought_nouns", "sought"),
    ("planned_nouns", "planned"),
    ("hypothetical_nouns", "hypothetical"),
)
_GOVERNING_ADJECTIVES = (
    ("hypothetical_adjectives", "hypothetical"),
    ("planned_adjectives", "planned"),
)
_QUALIFIERS = (
    ("alleged_words", "alleged"),
    ("hypothetical_words", "hypothetical"),
    ("planned_words", "planned"),
)


class StanceWords:
    """Asks of a token what the lists of ``stance.toml`` make of it; no tree is climbed here."""

    def __init__(self, grammar: Grammar, language: Language) -> None:
        self.grammar = grammar
        self.lists = language.stance

    # -- statuses given by lists ---------------------------------------------------------------

    def verb_status(self, index: int) -> str | None:
        """The status that a verb gives to the deed it governs; None when it gives none."""
        return self._by_lemma(index, _VERB_LISTS)

    def noun_status(self, index: int) -> str | None:
        """The status that a noun such as « volonté » gives to the deed it governs, or None."""
        return self._by_lemma(index, _NOUN_LISTS)

    def _by_lemma(self, index: int, lists: tuple[tuple[str, str], ...]) -> str | None:
        lemma = self.grammar.lemmas[index]
        for name, status in lists:
            if lemma in self.lists[name]:
                return Status(status, name, index)
        return None

    def governing_adjective_status(self, index: int) -> str | None:
        """The status that « prêt à », « susceptible de » gives to the deed it governs, or None."""
        return self._by_form(index, _GOVERNING_ADJECTIVES)

    def qualifier_status(self, index: int) -> str | None:
        """The status that « présumé », « éventuel », « prochain » gives to its noun, or None."""
        return self._by_form(index, _QUALIFIERS)

    def _by_form(self, index: int, lists: tuple[tuple[str, str], ...]) -> str | None:
        for name, status in lists:
            if self.has_form(index, name):
                return Status(status, name, index)
        return None

    # -- words ---------------------------------------------------------------------------------

    def has_form(self, index: int, name: str) -> bool:
        """Whether an adjective or participle, in any gender and number, stands in a list."""
        word, endings = (
            self.grammar.words[index],
            self.grammar.language.grammar["adjective_endings"],
        )
        stems = (word.removesuffix(ending) for ending in endings)
        return not self.lists[name].isdisjoint((self.grammar.lemmas[index], word, *stems))

    def is_modal(self, index: int) -> bool:
        """Whether a verb is « devoir », « pouvoir » and the like."""
        lemma = self.grammar.lemmas[index]
        return lemma in self.lists["modal_planned"] or lemma in self.lists["modal_possible"]

    def passes_mood_on(self, index: int) -> bool:
        """Whether the mood of a verb is that of the deed it governs."""
        return self.is_modal(index) or self.grammar.lemmas[index] in self.lists["actual_verbs"]

    def mark(self, index: int, name: str) -> int | None:
        """The preposition or conjunction of a list that opens the phrase of a token; or None."""
        for child in self.grammar.parse.children(index):
            if child.dep in ("mark", "case"):
                if self.grammar.phrase(child.index) in self.lists[name]:
                    return child.index
        return None

    def aim(self, index: int) -> str | None:
        """« pour libérer la ville » is sought; None of what is no aim."""
        # what completes a verb is no aim: « began to withdraw »
        may_be = self.grammar.is_infinitive(index) and self.grammar.tokens[index].dep != "xcomp"
        mark = self.mark(index, "purposes") if may_be else None
        return None if mark is None else Status("sought", "purposes", mark)

    def condition(self, index: int) -> int | None:
        """The conjunction that makes a clause a condition: « si », « à moins que »; or None."""
        for child in self.grammar.parse.children(index):
            if child.dep == "mark" and self._is_conditional(child.index):
                return child.index
        return None

    def _is_conditional(self, index: int) -> bool:
        phrase = self.grammar.phrase(index)
        conditionals = self.lists["conditionals"]
        bare = self.grammar.language.grammar["bare_conditionals"]
        return phrase in conditionals or phrase.split()[-1] in bare
