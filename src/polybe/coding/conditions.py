"""Conditions: what a predicate must find before its words state a fact."""

from __future__ import annotations

from ..codebook.ontology import SPEECH_ACTS, Code
from ..codebook.predicates import Predicate
from ..model import Token
from .actors import ActorDraft
from .drafts import ReportDraft
from .frames import Frame
from .matching import PredicateMatch
from .refusals import Refusal
from .scene import Scene

_UNARMED = frozenset({"CVL", "REF", "JRN", "MED", "BUS", "EDU", "REL", "SOC", "LAB", "AGR"})
_AT_WORK = frozenset({"LAB", "MED", "JRN"})
_STATE_ARMS = frozenset({"GOV", "MIL", "COP"})
_BRANCHES = frozenset({"GOV", "LEG", "JUD", "CVL"})
"""Sectors whose bodies one holds an office in, and people who are none."""
_SAID = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONCEDE"})
_UNDONE_BY_NOBODY = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE", "COERCE"})
_OF_FORCES = (Code("event", "RETREAT", "withdraw"), Code("event", "COERCE", "restrict"))
_DEEDS = frozenset({"event"})
_LACKING = {
    kind: Refusal(f"no_{kind}") for kind in ("event", "control", "force", "toll", "relation")
}


class Conditions:
    """Judges frames before they are read and drafts after they are filled."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar

    # -- before reading ------------------------------------------------------------------------

    def unmet(self, predicate: Predicate, frame: Frame) -> Refusal | None:
        """The first slot whose fillers belong to none of the classes wanted; None when all do."""
        for slot, wanted in predicate.conditions.items():
            fillers = _fillers(frame, slot)
            if any(self._fits(token, slot, wanted) for token in fillers):
                continue
            if not self._may_be_untold(predicate, frame, slot):
                return Refusal("condition", slot, tuple(fillers))
        return None

    def _fits(self, token: int, slot: str, wanted: frozenset[str]) -> bool:
        """Whether a filler belongs to a class wanted; « Israeli » beside a noun is somebody too."""
        if slot == "adj" and "actor" in wanted and self.scene.is_actors_adjective(token):
            return True
        return self.scene.belongs(token, wanted)

    def _may_be_untold(self, predicate: Predicate, frame: Frame, slot: str) -> bool:
        """Whether a slot is empty and may be."""
        if frame.get(slot):
            return False
        if slot == "subject" and frame.passive:
            return True  # « ont été interpellés »: by whom is not told
        # « leurs destructions »: an act with an agent need not name its object
        return predicate.pos == "noun" and bool(frame.get("by") or frame.get("poss"))

    # -- the noun itself -----------------------------------------------------------------------

    def names_no_deed(self, match: PredicateMatch) -> bool:
        """Whether a noun under another with « de » is no deed told: a label, or a deed ended."""
        token = self.grammar.tokens[match.head]
        if token.dep == "compound" and self._qualifies_somebody(token):
            return True
        if token.pos != "NOUN" or token.dep != "nmod":
            return False
        if self.grammar.preposition(match.head) != "of":
            return False
        # « la levée des sanctions »: what is told is the end of the deed
        return self.grammar.is_any(token.head, "ending_nouns") or self._is_label(match, token.head)

    def _qualifies_somebody(self, token: Token) -> bool:
        """« riot police », « coup leaders »: the word tells what kind of people they are."""
        holder = self.scene.actors.by_token.get(token.head)
        return holder is not None and holder.head == token.head

    def _is_label(self, match: PredicateMatch, governor: int) -> bool:
        """Whether a noun tells the kind of another: « groupe de combat », « lieu de détention »."""
        grammar = self.grammar
        if match.predicate.code.kind in ("force", "toll", "relation") or grammar.plural(match.head):
            return False
        if grammar.determiner(match.head) is not None:
            return False
        before = match.head - 1
        if grammar.relation(before) == "of" and grammar.is_form(before, "contracted_articles"):
            return False
        return not self._heads_deed(governor)

    def _heads_deed(self, index: int) -> bool:
        """Whether a noun such as « début » or « projet » has a deed under it, not a label."""
        stance = self.grammar.language.stance
        lists = ("sought_nouns", "planned_nouns", "hypothetical_nouns")
        if self.grammar.is_any(index, "phase_nouns"):
            return True
        return any(self.grammar.lemmas[index] in stance[name] for name in lists)

    # -- after filling -------------------------------------------------------------------------

    def lack(self, predicate: Predicate, draft: ReportDraft) -> Refusal | None:
        """What a draft lacks that its predicate requires, or that its kind cannot be without.

        None when it lacks nothing.  A noun of rank may lose recipients that are states, in place:
        offices are no membership.
        """
        filled = self._filled(predicate, draft)
        if lacking := predicate.requires - filled:
            return Refusal("required", min(lacking))
        if not _can_act(predicate.code, draft):
            return Refusal("unarmed")
        if predicate.code.type in ("SUPPORT", "SUPPORTS") and _are_one_state(draft):
            return Refusal("one_state")
        if not self._tells_by_content(draft):
            filled.discard("content")
        return None if _is_whole(predicate, draft, filled) else _LACKING[predicate.code.kind]

    def _tells_by_content(self, draft: ReportDraft) -> bool:
        """Whether what is asked, refused, lifted … makes a fact though nobody is named."""
        passive = draft.frame.passive
        if not passive and not (draft.frame.get("subject") or draft.frame.get("to")):
            return False
        if draft.code.type not in (_UNDONE_BY_NOBODY if passive else _SAID):
            return False
        return not self._only_describes(draft) and not self._tells_itself(draft)

    def _only_describes(self, draft: ReportDraft) -> bool:
        """« une élection contestée »: a participle right after its noun, alone."""
        token = self.grammar.tokens[draft.head]
        if not token.dep.startswith(("acl", "amod")) or not draft.frame.passive:
            return False
        return token.head == token.index - 1 and draft.frame.clause is None

    def _tells_itself(self, draft: ReportDraft) -> bool:
        """« l'appel de l'ONU a été ignoré »: by whom is untold; the appeal stays the fact."""
        content, deeds = draft.content, draft.frame.get("object")
        if content is None or not draft.frame.passive:
            return False
        if not any(self.scene.belongs(deed, _DEEDS) for deed in deeds):
            return False
        return any(content.covers(actor.span) for actor in self.scene.actors.drafts)

    def _filled(self, predicate: Predicate, draft: ReportDraft) -> set[str]:
        """The roles that a draft has somebody or something in."""
        roles = {
            "actor": draft.actors or self._has_nameless_speaker(predicate, draft.frame),
            "recipient": draft.recipients,
            "place": draft.places or self._has_ground(predicate, draft.frame),
            "content": draft.content is not None,
            "figure": draft.figures,
        }
        return {role for role, filler in roles.items() if filler}

    def _has_nameless_speaker(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether somebody asks, refuses, accuses whom no list knows: « le REN-LAC appelle … »."""
        if predicate.pos != "verb" or predicate.code.type not in SPEECH_ACTS:
            return False
        return any(self._may_speak(token) for token in frame.get("subject"))

    def _may_speak(self, index: int) -> bool:
        token = self.grammar.tokens[index]
        return token.pos == "PROPN" or token.entity in ("PER", "ORG") or self.scene.is_human(index)

    def _has_ground(self, predicate: Predicate, frame: Frame) -> bool:
        tokens = (token for slot in predicate.slots["place"] for token in frame.get(slot))
        if predicate.code.mode == "visit":
            return any(token in self.scene.place_at for token in tokens)
        return any(self.scene.is_ground_noun(self.grammar.transparent(t)) for t in tokens)


def _fillers(frame: Frame, slot: str) -> list[int]:
    """What stands in a slot; the slot `clause` holds the head of the complement clause."""
    if slot == "clause" and frame.clause is not None:
        return [frame.clause]
    return frame.get(slot)


def _can_act(code: Code, draft: ReportDraft) -> bool:
    """Whether those who act can: civilians are no force, nor withdraw, nor restrict others.

    Workers strike, but no target.
    """
    if code.type == "ASSAULT":
        unable = _AT_WORK
    elif code.kind == "force" or code.type == "MOBILIZE" or code in _OF_FORCES:
        unable = _UNARMED
    else:
        return True
    return not draft.actors or any(d.sector not in unable for d in draft.actors)


def _are_one_state(draft: ReportDraft) -> bool:
    """Whether both sides are arms of one state: a government's support for its own troops."""
    if not draft.actors or not draft.recipients:
        return False
    sides = draft.sides()
    arms = all(d.sector in _STATE_ARMS and d.country is not None for d in sides)
    return arms and len({d.country for d in sides}) == 1


def _is_whole(predicate: Predicate, draft: ReportDraft, filled: set[str]) -> bool:
    """Whether a draft has what reports of its kind cannot be without."""
    match predicate.code.kind:
        case "relation":
            return len({d.identity for d in draft.sides()}) > 1 and _names_both(predicate, draft)
        case "toll":
            return _tells_toll(predicate, draft)
        case "control":
            return "place" in filled or bool(predicate.fixed)
        case "force":
            return "actor" in filled or "figure" in filled
    return predicate.pos != "verb" or _has_sides(predicate.code, draft, filled)


def _names_both(predicate: Predicate, draft: ReportDraft) -> bool:
    """A noun of rank relates a named person and a named body, or it tells nothing.

    Offices of state are no membership; ground is not led but held.
    """
    code = predicate.code
    if code.type not in ("MEMBER", "LEADS"):
        return True
    if code.type == "LEADS" and any(d.names_land for d in draft.recipients):
        return False
    if predicate.pos != "noun":
        return True
    draft.recipients = [d for d in draft.recipients if not d.names_land]
    person = any(d.kind == "person" for d in draft.actors)
    return person and any(_is_body(d) for d in draft.recipients)


def _is_body(draft: ActorDraft) -> bool:
    """Whether a mention is a body that one belongs to, and no branch of the state."""
    if draft.actor is not None or draft.kind != "role" or draft.role is None:
        return True
    return not draft.role.person and draft.sector not in _BRANCHES


def _tells_toll(predicate: Predicate, draft: ReportDraft) -> bool:
    """A toll is a count, a person named, or somebody told by a verb; never a mere wish."""
    if draft.status == "sought":
        return False
    if draft.figures or any(d.root().kind == "person" for d in draft.recipients):
        return True
    return predicate.pos == "verb" and any(d.kind != "pronoun" for d in draft.recipients)


def _has_sides(code: Code, draft: ReportDraft, filled: set[str]) -> bool:
    """Whether the event of a verb befalls somebody or somewhere; a meeting needs two."""
    if code.type == "CONSULT":
        return _meets(code, draft, filled)
    if filled & {"actor", "recipient", "content"}:
        return True
    return "place" in filled and code.type in ("ASSAULT", "COERCE")


def _meets(code: Code, draft: ReportDraft, filled: set[str]) -> bool:
    """Whether a meeting told by a verb has two sides, one of them untold or not."""
    sides = draft.sides()
    crowd = any(side.plural for side in draft.recipients)
    if code.mode == "phone" and (crowd or not draft.actors):
        return False  # « appelle les habitants » asks them something
    if code.mode == "visit" and sides and "place" in filled:
        return True  # whoever goes somewhere meets somebody there
    # a body meets by itself: « le Conseil de sécurité s'est réuni »
    if len(sides) > 1 or any(side.plural or side.kind == "organisation" for side in sides):
        return True
    return bool(sides and draft.frame.get("with"))
