"""Places of facts: the ground named in the phrases of a fact, else in its clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..codebook.ontology import SPEECH_ACTS
from ..model import Place
from .drafts import ReportDraft
from .fact_clauses import carriers, clause_around
from .scene import PlaceDraft, Scene

_FINENESS = {"country": 0, "region": 1, "admin1": 2, "district": 3, "city": 4, "site": 5}
_TOWN = _FINENESS["city"]
_LOCAL = _FINENESS["district"]
_MOST_OF_CLAUSE = 2  # places that a fact may take from its clause alone
_INNER = frozenset({"nmod", "appos", "conj", "flat:name", "obl:arg"})
_OFFICIALS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
"""Whose phrase tells what they hold or come from, not where something befalls them."""


class FactPlaces:
    """Finds the places of facts; `triggers` are the head tokens of all facts of the document."""

    def __init__(self, scene: Scene, triggers: Collection[int]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.triggers = triggers

    def of(self, draft: ReportDraft) -> list[PlaceDraft]:
        """The places of a fact: those it has, else those it governs, else those of its clause."""
        return most_specific(draft.places or self._governed(draft) or self._in_clause(draft))

    # -- phrases -------------------------------------------------------------------------------

    def _governed(self, draft: ReportDraft) -> list[PlaceDraft]:
        """Places in the complements of a fact, else in the phrases that name whom it befalls."""
        for head in carriers(self.grammar, draft):
            phrases = self._spoken_at(head) if _is_speech(draft) else self._phrases(head, draft)
            found = _distinct(p for p in phrases if is_free(p, draft))
            if found:
                return found
        if _is_speech(draft):
            return []
        people = (side for side in draft.recipients if side.sector not in _OFFICIALS)
        sides = (p for side in people for p in self._inside(side.head))
        return _distinct(p for p in sides if is_free(p, draft))

    def _spoken_at(self, head: int) -> Iterator[PlaceDraft]:
        """Where something is said: adjuncts of the verb, nothing of what is said."""
        spoken_at = self.grammar.language.grammar["spoken_at_prepositions"]
        for preposition, token in self.grammar.complements(head):
            adjunct = self.grammar.tokens[token].dep in ("obl:mod", "obl:arg")
            if adjunct and preposition in spoken_at and token in self.scene.place_at:
                yield self.scene.place_at[token]

    def _phrases(self, head: int, draft: ReportDraft) -> Iterator[PlaceDraft]:
        """Places that a verb or noun governs with a preposition of place, or as its object."""
        place_at, grammar = self.scene.place_at, self.grammar
        for child in grammar.parse.children(head):
            if child.dep in ("obj", "nsubj:pass") and child.index in place_at:
                yield from self._inside(child.index)
        if head == draft.head:
            for token in draft.frame.get("targeting"):
                if token in place_at:
                    yield from self._inside(token)
        for preposition, phrase in grammar.complements(head):
            for token in grammar.conjuncts(phrase):
                if self._tells_where(preposition, token):
                    yield from self._inside(token)

    def _tells_where(self, preposition: str, token: int) -> bool:
        """Whether places in a complement are those of the deed."""
        if token in self.scene.place_at and self._is_locative(preposition):
            return True
        holding = self.grammar.language.grammar["holding_prepositions"]
        if preposition not in holding or token in self.triggers:
            return False
        return preposition != "of" or self.scene.draft_of(token) is None

    def _inside(self, head: int) -> list[PlaceDraft]:
        """Places named inside a phrase, not inside a clause of it; the outermost first."""
        found: list[PlaceDraft] = []
        level = [head]
        for index in level:
            place = self.scene.place_at.get(index)
            if place is not None and place not in found:
                found.append(place)
            level.extend(
                child.index
                for child in self.grammar.parse.children(index)
                if child.dep in _INNER and child.index not in self.triggers
            )
        return found

    # -- clauses -------------------------------------------------------------------------------

    def _in_clause(self, draft: ReportDraft) -> list[PlaceDraft]:
        """Places of the clause that no other fact has a better claim to."""
        if _is_speech(draft) or self._is_nested(draft.head):
            return []
        clause = clause_around(self.grammar, draft.head)
        found = [
            place
            for place in self.scene.places
            if self._is_ground(place, draft)
            and clause_around(self.grammar, place.head) == clause
            and not self._is_owned(place.head, draft.head)
        ]
        return found[:_MOST_OF_CLAUSE]

    def _is_nested(self, index: int) -> bool:
        """Whether a noun of action is only a complement of another noun."""
        token = self.grammar.tokens[index]
        if token.pos != "NOUN" or token.dep != "nmod":
            return False
        return not self.grammar.is_any(token.head, "phase_nouns")

    def _is_ground(self, place: PlaceDraft, draft: ReportDraft) -> bool:
        """Whether a place stands after a preposition of place and acts in no role of a fact."""
        preposition = self.grammar.preposition(place.head)
        if preposition is None or not self._is_locative(preposition):
            return False
        return is_free(place, draft)

    def _is_locative(self, preposition: str) -> bool:
        if preposition in self.grammar.language.grammar["locative_prepositions"]:
            return True
        last = self.grammar.language.relation(preposition.split()[-1])
        return preposition != "of" and last in ("of", "to")

    def _is_owned(self, index: int, trigger: int) -> bool:
        """Whether a place hangs on another trigger than this one, below their common clause."""
        for token in self.grammar.parse.ancestors(index):
            if token.index == trigger:
                return False
            if token.index in self.triggers and token.pos == "NOUN":
                return True
            if self.grammar.is_verb(token.index):
                return False
            holder = self.scene.actors.by_token.get(token.index)
            if holder is not None and holder.kind == "role":
                return True
        return False


def _is_speech(draft: ReportDraft) -> bool:
    return draft.code.type in SPEECH_ACTS


def _distinct(places: Iterable[PlaceDraft]) -> list[PlaceDraft]:
    found: list[PlaceDraft] = []
    for place in places:
        if place not in found:
            found.append(place)
    return found


def is_free(place: PlaceDraft, draft: ReportDraft) -> bool:
    """Whether the name of a place is not used as an actor of this very fact."""
    return not any(side.names_land and side.span.overlaps(place.span) for side in draft.sides())


def most_specific(places: list[PlaceDraft]) -> list[PlaceDraft]:
    """Of nested places the innermost; a site with the town or district it lies in."""
    ranks = [_fineness(place) for place in places]
    finest_named = max((rank for rank in ranks if rank < _FINENESS["site"]), default=_LOCAL)
    least = min(finest_named, _LOCAL)
    return [place for place, rank in zip(places, ranks, strict=True) if rank >= least]


def _fineness(place: PlaceDraft) -> int:
    known = place.place.precision if isinstance(place.place, Place) else "city"
    return _FINENESS.get(place.precision or known, _TOWN)
