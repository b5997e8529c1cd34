"""The standing of a deed by what stands above it: « veut », « la menace de », « pour »."""

from __future__ import annotations

from ..model import Token
from .moods import Moods
from .status import Status

_HIGHEST = 8  # governors looked at
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_GOVERNED = frozenset({"xcomp", "ccomp", "obj", "obl:arg", "advcl", "obl:mod", "nsubj:pass"})
_OF_NOUN = frozenset({"nmod", "acl", "obl:arg", "obl:mod", "xcomp", "ccomp"})
_NOMINAL = frozenset({"obj", "obl:arg", "nsubj:pass"})
_PASSING = frozenset({"xcomp", "conj", "obl:arg"})


class Governors:
    """Reads the status that verbs and nouns give to the deeds they govern."""

    def __init__(self, moods: Moods) -> None:
        self.moods = moods
        self.words = moods.words
        self.grammar = moods.grammar

    def status(self, index: int) -> str | None:
        """The status by the nearest governor that says something, `actual` when none does.

        None when the deed is told as not even wanted: « X ne veut pas négocier ».
        """
        token = self.grammar.tokens[index]
        for _ in range(_HIGHEST):
            if token.head == token.index:
                return "actual"
            status = self._by_link(token)
            if status is not None:
                return None if status == "unwanted" else status
            if not self._passes(token):
                return "actual"
            token = self.grammar.tokens[token.head]
            own = self._mood_passed_on(token.index)
            if own != "actual":
                return own
        return "actual"

    def _mood_passed_on(self, index: int) -> str:
        """The status of a verb's own mood where it holds of what the verb governs too."""
        if self.grammar.is_verb(index) and self.words.passes_mood_on(index):
            return self.moods.of(index)
        return "actual"

    # -- one governor --------------------------------------------------------------------------

    def _by_link(self, token: Token) -> str | None:
        """The status that a governor gives to a word; `unwanted`, or None when it gives none."""
        if self.grammar.is_present_participle(token.index):
            return None
        if self._is_hearsay(token):
            return Status("alleged", "alleged_passives", token.head)
        pos = self.grammar.tokens[token.head].pos
        if pos == "NOUN":
            return self._by_noun(token)
        if pos in _VERBAL:
            return self._by_verb(token) if token.dep in _GOVERNED else self._by_adjective(token)
        return None

    def _by_verb(self, token: Token) -> str | None:
        grammar = self.grammar
        if token.dep == "advcl" and not grammar.is_infinitive(token.index):
            condition = self.words.condition(token.index)
            if condition is None:
                return None
            return Status("hypothetical", "conditionals", condition)
        if token.dep == "nsubj:pass" and not self._is_planning(token.head):
            return None
        aim = self.words.aim(token.index)
        if aim is not None:
            return aim
        status = None if token.dep == "obl:mod" else self.words.verb_status(token.head)
        return self._by_adjective(token) if status is None else self._weighed(status, token)

    def _is_planning(self, verb: int) -> bool:
        return self.grammar.lemmas[verb] in self.words.lists["planned_verbs"]

    def _weighed(self, status: str, token: Token) -> str | None:
        """What is left of a verb's status for a perfect, an object aimed at, a negated verb."""
        grammar = self.grammar
        if status in ("planned", "sought") and grammar.is_perfect(token.index):
            return None
        if token.dep in _NOMINAL and grammar.is_any(token.head, "aiming_verbs"):
            return None
        if self.moods.negated(token.head):
            denied = status in ("planned", "hypothetical")
            return Status("denied", "negated_governor", token.head) if denied else "unwanted"
        return status

    def _by_adjective(self, token: Token) -> str | None:
        """« prêt à partir », « susceptible d'attaquer »."""
        if self.grammar.tokens[token.head].pos == "AUX":
            return None
        if not self.grammar.is_infinitive(token.index):
            return None
        return self.words.governing_adjective_status(token.head)

    def _is_hearsay(self, token: Token) -> bool:
        """« is said to have fled »: an infinitive under a passive verb of saying or believing."""
        grammar = self.grammar
        verbs = grammar.language.stance["alleged_passives"]
        infinitive = grammar.is_infinitive(token.index) or grammar.is_perfect(token.index)
        if grammar.lemmas[token.head] not in verbs or not infinitive:
            return False
        return grammar.passive(token.head)

    def _by_noun(self, token: Token) -> str | None:
        """« la volonté de négocier », « un projet d'attaque », « une réunion pour … »."""
        grammar = self.grammar
        if grammar.is_past_participle(token.index):
            return None
        aim = self.words.aim(token.index)
        if aim is not None or token.dep not in _OF_NOUN:
            return aim
        if token.dep.startswith(("nmod", "obl")):
            if grammar.preposition(token.index) not in ("of", "to", None):
                return None
        return self.words.noun_status(token.head)

    # -- climbing ------------------------------------------------------------------------------

    def _passes(self, token: Token) -> bool:
        """Whether what is said of the governor holds of a word too."""
        grammar = self.grammar
        if token.dep == "conj" and grammar.is_infinitive(token.head):
            return grammar.is_infinitive(token.index)
        if token.dep == "obj":
            return grammar.is_any(token.head, "light_verbs")
        if token.dep == "nmod":
            return grammar.is_any(token.head, "phase_nouns")
        if token.dep == "advcl":
            return grammar.is_infinitive(token.index)
        return token.dep in _PASSING
