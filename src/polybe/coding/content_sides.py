"""Sides told only in what is asked, promised, refused, threatened or condemned.

« a menacé de bombarder X » threatens X, « a rejeté l'offre de X » refuses X, « a exigé que X se
retire » asks X: the deed or word inside the content tells towards whom the speech act goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..codebook.ontology import SPEECH_ACTS, Code
from .actors import ActorDraft
from .contents import Contents
from .drafts import ReportDraft
from .scene import Scene
from .stance import Stance

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "ACCUSE"})
_RELEASE = Code("event", "RETREAT", "release")

_WORDS = frozenset({"proposal", "agreement", "claim_call", "demand_noun"})
"""Classes of nouns for a word or plan that is somebody's."""

_SAID = frozenset({"claim_call", "demand_noun"})
"""Classes of nouns for words: « de » tells whose they are, of a plan also what it is about."""

_OWNERS = ("by", "poss", "adj", "from")
"""Slots of a noun that tell whose word or plan it is, the surest first."""

_AGAINST = ("against", "with", "towards", "targeting")
"""Slots that name the other side of a deed threatened or refused that no predicate codes."""

_TOGETHER = ("with", "towards", "to", "for")
"""Slots that name for whom what is promised or accepted is done."""

_ASKED = ("from", "with", "by")
"""Slots that name of whom what is demanded is wanted: autonomy from X, a truce with X."""


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
        self._stance = Stance(scene.grammar, scene.codebook.language)
        self._events = {d.head: d for d in self.drafts if d.code.kind == "event"}
        self._readers: dict[str, Callable[[ReportDraft, int], list[ActorDraft]]] = {
            "REQUEST": self._asked,
            "AGREE": self._promised,
            "CONCEDE": self._promised,
            "REJECT": self._refused,
            "THREATEN": self._threatened,
            "ACCUSE": self._condemned,
        }

    def of(self, draft: ReportDraft) -> list[ActorDraft]:
        """Towards whom a speech act goes by its content; empty where that names nobody else."""
        reader = self._readers.get(draft.code.type)
        head = self._head(draft)
        if reader is None or head is None:
            return []
        acting = {side.identity for side in draft.actors}
        return [side for side in reader(draft, head) if side.identity not in acting]

    def _head(self, draft: ReportDraft) -> int | None:
        """The head of the content, or the noun of a fixed phrase that tells it: « reject call »."""
        if draft.predicate is None:
            return None
        if draft.content is not None:
            return self._contents.head_of(draft.predicate, draft.frame)
        within = range(*self.grammar.token_range(draft.trigger))
        return next((i for i in within if self.scene.belongs(i, _WORDS)), None)

    # -- each kind of speech act ---------------------------------------------------------------

    def _asked(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """« exige que X se retire »: who is to act; nobody where something is to be done to X."""
        if head == draft.frame.clause:
            return self._told_to_act(draft, head)
        if self.grammar.is_verb(head):
            return []
        frame = self.scene.frames.noun(head)
        return self._in_slots(draft, frame.get, _ASKED) or next(
            (
                self._told_to_act(draft, child.index)
                for child in self.grammar.parse.children(head)
                if child.dep in ("acl", "ccomp") and self.grammar.is_verb(child.index)
            ),
            [],
        )

    def _told_to_act(self, draft: ReportDraft, clause: int) -> list[ActorDraft]:
        if self._is_question(clause):
            return []
        frame = self.scene.frames.verb(clause)
        return self.scene.participants(frame.get("subject"), "subject", draft.code)

    def _is_question(self, clause: int) -> bool:
        """« demande si X viendra », « d'où il vient »: a question asks nobody to act."""
        return any(
            child.dep == "mark" and not self.grammar.is_any(child.index, "that_words")
            for child in self.grammar.parse.children(clause)
        )

    def _promised(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """Whom the deed promised goes to, or who asked for it; not whom it is to harm."""
        found = self._of_deeds(head, lambda inner: _is_cooperative(inner.code))
        hostile = any(not _is_cooperative(d.code) for d in self._inner(head))
        return found or ([] if hostile else self._of_plan(draft, head, _TOGETHER))

    def _refused(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """Whom the deed refused would go to, or whose word is refused."""
        found = self._of_deeds(head) or self._of_plan(draft, head, _AGAINST)
        if found or self.grammar.is_verb(head):
            return found
        # « proposed Israeli changes »: what is somebody's is refused to him
        return self._in_slots(draft, self.scene.frames.noun(head).get, ("poss", "adj"))

    def _threatened(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """Whom the harm would befall, or who must do otherwise for it not to come."""
        found = self._of_deeds(head)
        for inner in self._inner(head) if not found else ():
            if inner.code.type in _HOSTILE:
                # a country bombed is ground, one threatened with bombs is who is threatened
                target = inner.frame.get("object")
                found = found or self.scene.participants(target, "object", draft.code)
        return found or self._of_plan(draft, head, _AGAINST) or self._conditioned(draft)

    def _condemned(self, draft: ReportDraft, head: int) -> list[ActorDraft]:
        """« a condamné les frappes russes »: whoever the words themselves tell did it."""
        inner, content = self._events.get(head), draft.content
        if content is None or self.grammar.is_verb(head):
            return []
        if inner is None:  # « an inquiry into crimes committed by X »
            found = self._in_slots(draft, self.scene.frames.noun(head).get, ("by", "poss"))
        else:
            found = inner.actors if inner.code.type in _HOSTILE else []
        return [side for side in found if content.covers(side.span)]

    # -- deeds and plans -----------------------------------------------------------------------

    def _inner(self, head: int) -> Iterator[ReportDraft]:
        """The deeds told in a content: at its head, or by the object of its light verb."""
        for index in self._deeds(head):
            if index in self._events:
                yield self._events[index]

    def _deeds(self, head: int) -> Iterator[int]:
        yield from self.grammar.conjuncts(head)
        if self.grammar.is_verb(head):
            yield from self.scene.frames.verb(head).get("object")

    def _of_deeds(
        self,
        head: int,
        counts: Callable[[ReportDraft], bool] = lambda _: True,
    ) -> list[ActorDraft]:
        """Towards whom the deeds in a content go, the first that tells it."""
        told = (_faced_in(inner) for inner in self._inner(head) if counts(inner))
        return next((sides for sides in told if sides), [])

    def _of_plan(self, draft: ReportDraft, head: int, slots: tuple[str, ...]) -> list[ActorDraft]:
        """The other side of a deed that no predicate codes, or the owner of a plan or word."""
        for index in (*self._deeds(head), *self._answered(head)):
            verb = self.grammar.is_verb(index)
            frame = self.scene.frames.verb(index) if verb else self.scene.frames.noun(index)
            owners: tuple[str, ...] = ()
            if not verb and self.scene.belongs(index, _WORDS):
                owners = (*_OWNERS, "of") if self.scene.belongs(index, _SAID) else _OWNERS
            if found := self._in_slots(draft, frame.get, (*owners, *slots)):
                return found
        return []

    def _answered(self, head: int) -> list[int]:
        """« répondre à une demande », « comply with a demand »: the words that are answered."""
        if not self.grammar.is_verb(head):
            return []
        frame = self.scene.frames.verb(head)
        tokens = [token for slot in ("to", "with") for token in frame.get(slot)]
        return [token for token in tokens if self.scene.belongs(token, _WORDS)]

    def _in_slots(
        self, draft: ReportDraft, filled: Callable[[str], list[int]], slots: tuple[str, ...]
    ) -> list[ActorDraft]:
        told = (self.scene.participants(filled(slot), slot, draft.code) for slot in slots)
        return next((sides for sides in told if sides), [])

    def _conditioned(self, draft: ReportDraft) -> list[ActorDraft]:
        """« a menacé de partir si X ne cède pas »: X is who is threatened."""
        _, last = self.grammar.subtree_span(draft.head)
        for token in self.grammar.tokens[draft.head + 1 : last]:
            if token.dep == "advcl" and self._stance.is_conditional(token.index):
                subject = self.scene.frames.verb(token.index).get("subject")
                return self.scene.participants(subject, "subject", draft.code)
        return []


def _is_cooperative(code: Code) -> bool:
    return code.type not in _HOSTILE


def _faced_in(inner: ReportDraft) -> list[ActorDraft]:
    """Towards whom an act goes by the deed that it speaks of."""
    if inner.predicate is not None and inner.predicate.pos == "noun":
        if inner.code.type in SPEECH_ACTS:
            return inner.actors
    if inner.code.type in _MUTUAL:
        return inner.sides()
    # those let go are no party to the promise, nor are troops moved
    return [] if inner.code == _RELEASE or inner.code.type == "MOBILIZE" else inner.recipients
