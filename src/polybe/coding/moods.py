"""The standing of a deed by its own verb: negation, condition, adverbs, mood and tense."""

from __future__ import annotations

from collections.abc import Iterator

from .stance_words import StanceWords
from .status import Status

_BEFORE_NEGATION, _AFTER_VERB = 6, 8  # tokens within which « ne » finds its negative word
_OPEN_MOODS = ("Tense=Fut", "Mood=Cnd", "Mood=Imp", "Mood=Sub")
_COMPOUND = frozenset({"aux:tense", "aux:pass", "aux"})


class Moods:
    """Reads the status that verbs have by themselves."""

    def __init__(self, words: StanceWords) -> None:
        self.words = words
        self.grammar = words.grammar

    def of(self, index: int) -> str:
        """The status of a verb's deed, whatever stands above it; `actual` when nothing tells."""
        condition = self.words.condition(index)
        if condition is not None and not self._concedes(index, condition):
            # « s'il ne part pas » is a condition before it is a denial
            return Status("hypothetical", "conditionals", condition)
        negation = self._negation(index)
        if negation is not None:
            return Status("denied", "negations", negation)
        if condition is not None:
            return "actual"
        return self._by_adverb(index) or self._by_tense(index)

    # -- negation ------------------------------------------------------------------------------

    def negated(self, index: int) -> bool:
        """Whether a verb is negated: « ne » with a negative word, not « ne … que »; or « sans »."""
        return self._negation(index) is not None

    def _negation(self, index: int) -> int | None:
        """The word that negates a verb; None when none does."""
        particle = next(self._particles(index), None)
        if particle is None:
            return self.words.mark(index, "without")
        sentence = self.grammar.parse.sentence_of(index)
        first = max(sentence.first, particle - _BEFORE_NEGATION)
        last = min(sentence.last, index + _AFTER_VERB)
        fillers = self.words.lists["negative_fillers"]
        negative = any(word in fillers for word in self.grammar.words[first:last])
        return particle if negative else None

    def _particles(self, index: int) -> Iterator[int]:
        """Each « ne » of a verb, its own first, then those of its auxiliaries."""
        negations = self.words.lists["negations"]
        for bearer in self.grammar.bearers(index):
            for child in self.grammar.parse.children(bearer):
                if self.grammar.words[child.index] in negations:
                    yield child.index

    # -- conditions ----------------------------------------------------------------------------

    def _concedes(self, index: int, mark: int) -> bool:
        """« Si X refuse, Y négocie »: whether a bare « si » sets two facts against each other.

        It does before a main clause in the present.  A condition has its main clause in the
        future, the conditional, or under a modal verb.
        """
        if self.grammar.phrase(mark) not in self.grammar.language.grammar["bare_conditionals"]:
            return False
        main = self._main_clause(index)
        if main is None or main < index or self.words.is_modal(main):
            return False
        bearers = self.grammar.bearers(main)
        finite = any(self.grammar.has(i, "VerbForm=Fin") for i in bearers)
        return finite and not any(self.grammar.has(i, m) for i in bearers for m in _OPEN_MOODS)

    def _main_clause(self, index: int) -> int | None:
        """The verb that a condition is set to, as governor or, wrongly parsed, beside it."""
        token = self.grammar.tokens[index]
        if token.dep == "advcl":
            return token.head
        for child in self.grammar.parse.children(index):
            if child.dep == "parataxis" and child.index > index:
                return child.index
        return None

    def _has_condition(self, index: int) -> bool:
        """Whether a clause of condition hangs on a verb."""
        return any(
            child.dep == "advcl" and self.words.condition(child.index) is not None
            for child in self.grammar.parse.children(index)
        )

    # -- adverbs, mood and tense ---------------------------------------------------------------

    def _by_adverb(self, index: int) -> str | None:
        lists = self.words.lists
        for child in self.grammar.parse.children(index):
            word = self.grammar.words[child.index]
            if word in lists["hypothetical_adverbs"]:
                return Status("hypothetical", "hypothetical_adverbs", child.index)
            if word in lists["alleged_adverbs"]:
                return Status("alleged", "alleged_adverbs", child.index)
        return None

    def _by_tense(self, index: int) -> str:
        """Hearsay conditional, future; the auxiliary bears the mood when there is one."""
        bearers = self.grammar.bearers(index)
        for bearer in bearers[1:]:
            if self.words.is_modal(bearer):
                return self._by_modal(index, bearer)
        for bearer in bearers:
            if self.grammar.has(bearer, "Mood=Cnd"):
                return self._by_conditional(index, bearer)
        for bearer in bearers:
            if self.grammar.has(bearer, "Tense=Fut"):
                if self._has_condition(index):
                    return Status("hypothetical", "condition", bearer)
                return Status("planned", "future", bearer)
        return "actual"

    def _by_modal(self, index: int, bearer: int) -> str:
        """« may », « will »: the status of an auxiliary, none certain under a condition."""
        if self._has_condition(index):
            return Status("hypothetical", "condition", bearer)
        return self.words.verb_status(bearer) or "actual"

    def _by_conditional(self, index: int, bearer: int) -> str:
        if self._is_future_of_past(index):
            return Status("planned", "future_of_past", bearer)
        compound = any(a.dep in _COMPOUND for a in self.grammar.auxiliaries(index))
        if compound or not self._has_condition(index):
            return Status("alleged", "conditional", bearer)
        return Status("hypothetical", "condition", bearer)

    def _is_future_of_past(self, index: int) -> bool:
        """A simple conditional under « a dit que » is a future seen from the past."""
        if self.grammar.tokens[index].dep != "ccomp":
            return False
        return not any(
            a.dep == "aux:tense" and self.grammar.has(a.index, "Mood=Cnd")
            for a in self.grammar.auxiliaries(index)
        )
