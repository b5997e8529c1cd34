"""Who takes part: the actors in the slots of a predicate, without names that are only ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..codebook.ontology import SPEECH_ACTS, Code
from .actors import ActorDraft, Actors
from .grammar import Grammar
from .references import References
from .slots import Frame

_GROUND_TYPES = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST"})
"""Event types for which a bare state or town after a preposition of place is the ground."""

_GROUND_KINDS = frozenset({"control", "toll", "force"})

_BODIES = frozenset({"group", "organisation", "members"})
_OF_BODIES = frozenset({"MEMBER", "LEADS"})
_DOERS = frozenset({"subject", "by"})

_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "THREATEN"})
_TARGETED = frozenset({"object", "against", "on", "targeting"})
_AGAINST = frozenset({"against"})
"""Slots in which anything that is somebody's names whom a deed is done to."""

_HUMAN_SLOTS = frozenset({"subject", "object", "by", "of"})


class SlotActors:
    """Reads the actors of slots in one document.

    `is_human` tells whether a noun that no role knows names a person, `is_body` whether it names
    a body that people belong to, `is_arm` whether it names what one fights with, `is_target`
    what is hit for whose it is; `noun_frame` gives the frame of a noun.
    """

    def __init__(
        self,
        grammar: Grammar,
        actors: Actors,
        references: References,
        is_human: Callable[[int], bool],
        is_body: Callable[[int], bool],
        is_arm: Callable[[int], bool],
        is_target: Callable[[int], bool],
        noun_frame: Callable[[int], Frame],
    ) -> None:
        self._grammar = grammar
        self._actors = actors
        self._references = references
        self._is_human = is_human
        self._is_body = is_body
        self._is_arm = is_arm
        self._is_target = is_target
        self._noun_frame = noun_frame
        self._acting = grammar.language.grammar["acting_prepositions"]
        self._ground = grammar.language.grammar["ground_prepositions"]

    def among(self, tokens: Iterable[int], slot: str, code: Code) -> list[ActorDraft]:
        """The actors among the fillers of a slot of a predicate that states `code`, each once."""
        found: list[ActorDraft] = []
        for index in tokens:
            if slot == "adj":
                drafts = self._by_adjective(index, code)
            else:
                drafts = self._by_phrase(index, slot, code)
            found.extend(draft for draft in drafts if draft not in found)
        return found

    def _by_adjective(self, index: int, code: Code) -> list[ActorDraft]:
        """Whom the adjective of a noun of action names; none where the noun is an actor itself."""
        head = self._grammar.tokens[index].head
        holder = self._actors.by_token.get(head)
        if holder is not None and holder.head == head:
            return []
        military = code.type in ("ASSAULT", "MOBILIZE") or code.kind in ("force", "control")
        drafts = self._actors.from_adjective(index, military)
        apposed = self._references.draft_of(index)
        if drafts or apposed is None:
            return drafts
        # « US aid », « rebel attack »: beside a noun stands whoever does it; in apposition a body
        beside = self._grammar.tokens[index].dep == "compound"
        return [apposed] if beside or apposed.kind in _BODIES else []

    def _by_phrase(self, index: int, slot: str, code: Code) -> list[ActorDraft]:
        speaks = code.kind == "statement" or (slot == "subject" and code.type in SPEECH_ACTS)
        draft = self._references.resolve(index, animate=speaks)
        if draft is None and self._is_of_somebody(index, slot, code):
            return self._owners(index, slot, code)
        if draft is None and self._is_somebody(index, slot, code):
            draft = self._actors.add_unknown(index)
        if draft is None or self._is_ground(draft, slot, code):
            return []
        return [draft, *draft.also]

    def _is_of_somebody(self, index: int, slot: str, code: Code) -> bool:
        """Whether what is no actor stands for whose it is: arms that strike, posts that are hit."""
        if code.kind == "event" and slot in _TARGETED and code.type in _HARMING:
            cuts = slot == "on" and code.type == "SANCTION"  # « sanctions on Iranian oil »
            return slot in _AGAINST or cuts or self._is_target(index)
        return slot in _DOERS and code.kind != "statement" and self._is_arm(index)

    def _owners(self, index: int, slot: str, code: Code) -> list[ActorDraft]:
        """« les chars de l'armée », « des drones ukrainiens »: whose a thing is."""
        frame = self._noun_frame(index)
        for owner in ("poss", "of"):
            found = self.among(frame.get(owner), owner, code)
            # « des positions en Syrie », « les villes du Mali »: a land is no owner but the ground
            if found and not (slot in _TARGETED and found[0].names_land):
                return found
        for token in frame.get("adj"):
            named = self._actors.by_token.get(token)
            if named is not None and named.kind != "adjective":
                return [named, *named.also]
        told = next((t for t in frame.get("adj") if self._by_adjective(t, code)), None)
        return [] if told is None else self.among(self._grammar.conjuncts(told), "adj", code)

    def _is_somebody(self, index: int, slot: str, code: Code) -> bool:
        """Whether what no role and no name knows must be an actor there."""
        if slot in _HUMAN_SLOTS and self._is_human(index):
            return True
        return slot == "of" and code.type in _OF_BODIES and self._is_body(index)

    def _is_ground(self, draft: ActorDraft, slot: str, code: Code) -> bool:
        """Whether the name of a state or capital is where a thing happens, not who does it."""
        if not draft.names_land or slot == "subject" or slot in self._acting:
            return False
        grounded = code.kind == "event" and code.type in _GROUND_TYPES
        if grounded or code.kind in _GROUND_KINDS:
            return slot != "of" or draft.kind == "capital" or not self._has_article(draft)
        if slot != "to":
            return slot in self._ground
        dep = self._grammar.tokens[draft.head].dep
        return dep not in ("obl:arg", "iobj", "nmod") or (draft.kind == "capital" and dep == "nmod")

    def _has_article(self, draft: ActorDraft) -> bool:
        """Whether an article stands before a name: « de la Russie », « du Mali »."""
        if self._grammar.determiner(draft.head) is not None:
            return True
        case = self._grammar.child(draft.head, "case")
        return case is not None and self._grammar.is_form(case.index, "contracted_articles")
