"""Sides told only in what is asked, promised, refused or threatened.

« a menacé de bombarder X » threatens X, « a rejeté l'offre de X » refuses X, « a exigé que X se
retire » asks X: the deed or word inside the content tells towards whom the speech act goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..codebook.ontology import SPEECH_ACTS, Code
from .actors import ActorDraft
from .contents import Contents
from .drafts import ReportDraft
from .scene import Scene

_TOWARDS = frozenset({"AGREE", "REJECT", "THREATEN", "CONCEDE"})
"""Speech acts that go to whom the deed in their content goes to."""

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
_RELEASE = Code("event", "RETREAT", "release")
_OWNERS = ("by", "poss", "adj", "from", "of")
"""Slots of a noun that tell whose word or plan it is, the surest first."""

_AIMED = ("against", "with", "towards", "targeting")
"""Slots that name the other side of a deed that no predicate codes."""

_TOGETHER = ("with", "towards")
"""The same of a deed promised or accepted."""


def share_content_sides(drafts: Iterable[ReportDraft], scene: Scene) -> None:
    """Give speech acts with no recipient the side that their content tells, in place."""
    sides = _ContentSides(drafts, scene)
    for draft in sides.drafts:
        if draft.code.kind == "event" and not draft.recipients:
            draft.recipients = sides.of(draft)


class _ContentSides:
    """Reads the other sides of the speech acts of one document."""

    def __init__(self, drafts: Iterable[ReportDraft], scene: Scene) -> None:
        self.drafts = list(drafts)
        self.scene = scene
        self.grammar = scene.grammar
        self._contents = Contents(scene)
        self._events = {d.head: d for d in self.drafts if d.code.kind == "event"}

    def of(self, draft: ReportDraft) -> list[ActorDraft]:
        """Towards whom a speech act goes by its content; empty where that names nobody else."""
        if draft.predicate is None or draft.content is None:
            return []
        head = self._contents.head_of(draft.predicate, draft.frame)
        if head is None:
            return []
        if draft.code.type == "REQUEST":
            found = self._asked(draft, head)
        elif draft.code.type in _TOWARDS:
            found = self._faced(draft, head)
        else:
            found = []
        acting = {side.identity for side in draft.actors}
        return [side for side in found if side.identity not in acting]

    def _asked(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """« exige que X se retire »: who is to act; nobody where something is to be done to X."""
        if head != draft.frame.clause or self._is_question(head):
            return []
        frame = self.scene.frames.verb(head)
        return self.scene.participants(frame.get("subject"), "subject", draft.code)

    def _is_question(self, clause: int) -> bool:
        """« demande si X viendra », « d'où il vient »: a question asks nobody to act."""
        return any(
            child.dep == "mark" and not self.grammar.is_any(child.index, "that_words")
            for child in self.grammar.parse.children(clause)
        )

    def _faced(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        for index in self._deeds(head):
            inner = self._events.get(index)
            found = self._aimed_at(draft, index) if inner is None else _faced_in(draft, inner)
            if not found and inner is not None and _is_threat_of_harm(draft, inner):
                # a country bombed is ground, one threatened with bombs is who is threatened
                target = inner.frame.get("object")
                found = self.scene.participants(target, "object", draft.code)
            if found:
                return found
        return []

    def _deeds(self, head: int) -> Iterator[int]:
        """The deeds of a content: its head, and what its light verb or coordination adds."""
        yield from self.grammar.conjuncts(head)
        if self.grammar.is_verb(head):
            yield from self.scene.frames.verb(head).get("object")

    def _aimed_at(self, draft: ReportDraft, index: int) -> list[ActorDraft]:
        """The other side of a deed that no predicate codes, or the owner of a plan or word."""
        verb = self.grammar.is_verb(index)
        frame = self.scene.frames.verb(index) if verb else self.scene.frames.noun(index)
        slots: tuple[str, ...] = _AIMED if draft.code.type in ("THREATEN", "REJECT") else _TOGETHER
        if not verb and self.scene.belongs(index, _WORDS):
            slots = (*_OWNERS, *_AIMED)
        for slot in slots:
            if found := self.scene.participants(frame.get(slot), slot, draft.code):
                return found
        return []


_WORDS = frozenset({"proposal", "claim", "agreement", "decision"})
"""Classes of nouns for a word or plan that is somebody's."""


def _is_threat_of_harm(outer: ReportDraft, inner: ReportDraft) -> bool:
    return outer.code.type == "THREATEN" and inner.code.type in _HOSTILE


def _faced_in(outer: ReportDraft, inner: ReportDraft) -> list[ActorDraft]:
    """Towards whom an act goes by the deed that it speaks of."""
    if inner.predicate is not None and inner.predicate.pos == "noun":
        if inner.code.type in SPEECH_ACTS:
            return inner.actors
    if inner.code.type in _MUTUAL:
        return inner.sides()
    if inner.code == _RELEASE:  # those let go are no party to the promise
        return []
    if outer.code.type in ("AGREE", "CONCEDE") and inner.code.type in _HOSTILE:
        return []
    return inner.recipients
