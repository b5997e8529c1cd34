"""Sharing: what facts of one document complete in each other, and which tell the same twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..codebook.ontology import Code
from .actors import ActorDraft
from .drafts import ReportDraft
from .grammar import Grammar
from .scene import Scene

_PRESENCE = Code("force", "PRESENT")


def share_sides(drafts: Iterable[ReportDraft], scene: Scene) -> list[ReportDraft]:
    """The facts without those told twice; the rest completed, in place, by what others tell.

    « l'offensive » with nobody named takes the sides of another « l'offensive » of the article;
    ground taken is taken from whoever the same sentence says holds it; the dead of a fight are of
    those who fight; troops are where they are for those whom they help.
    """
    kept = _counted_once(_without_doubles(list(drafts), scene.grammar))
    _give_tolls_their_cause(kept, scene)
    for draft in kept:
        if draft.code == _PRESENCE and not draft.recipients:
            _share_helped(draft, kept)
        if draft.code.kind == "event" and not draft.actors and _is_bare(draft, scene.grammar):
            sides = next(_sides_of_same_noun(draft, scene), [])
            draft.actors = [d for d in sides if d not in draft.recipients]
        if draft.code.kind == "control" and draft.code.type == "GAINS" and not draft.recipients:
            _share_holders(draft, kept, scene.grammar)
    return kept


# -- told twice ------------------------------------------------------------------------------------


def _without_doubles(drafts: list[ReportDraft], grammar: Grammar) -> list[ReportDraft]:
    """A verb and the noun it carries tell one fact: « déclarer l'état d'urgence »."""
    verbs = {d.head: d for d in drafts if grammar.is_verb(d.head)}
    kept = []
    for draft in drafts:
        if any(_names_within(other, draft) for other in drafts):
            continue
        carrier = None if draft.head in verbs else verbs.get(grammar.tokens[draft.head].head)
        if carrier is None or not _is_double(draft, carrier, grammar):
            kept.append(draft)
    return kept


def _names_within(whole: ReportDraft, part: ReportDraft) -> bool:
    """« tentative de putsch »: the noun inside the words of another fact tells no second one."""
    if whole.head == part.head or whole.code.type != part.code.type:
        return False
    return whole.trigger != part.trigger and whole.trigger.covers(part.trigger)


def _is_double(draft: ReportDraft, carrier: ReportDraft, grammar: Grammar) -> bool:
    """Whether the fact of a noun is that of the verb right above it."""
    if carrier.code.kind != draft.code.kind:
        return False
    if carrier.trigger.overlaps(draft.trigger):
        return True
    if carrier.code.type != draft.code.type:
        return False
    return draft.head in grammar.objects(carrier.head) or draft.head in carrier.frame.get("object")


def _counted_once(drafts: list[ReportDraft]) -> list[ReportDraft]:
    """One count of men is one force: « le déploiement de 200 soldats supplémentaires »."""
    counted: set[int] = set()
    doubles: set[int] = set()
    for draft in sorted((d for d in drafts if d.code.kind == "force"), key=lambda d: d.head):
        figures = {id(figure) for figure in draft.figures}
        if figures & counted:
            doubles.add(id(draft))
        counted |= figures
    return [d for d in drafts if id(d) not in doubles]


# -- causes of tolls -------------------------------------------------------------------------------


def _give_tolls_their_cause(drafts: list[ReportDraft], scene: Scene) -> None:
    """« les combats entre X et Y ont fait dix morts »: the dead are X's and Y's."""
    events = {d.head: d for d in drafts if d.code.kind == "event"}
    for toll in drafts:
        if toll.code.kind != "toll" or toll.actors:
            continue
        verb = _causing_verb(toll, scene.grammar)
        subject = scene.grammar.subject(verb) if verb is not None else None
        if subject is None:
            continue
        if subject in events:
            causers = events[subject].actors
        elif verb != toll.head:
            causer = scene.resolve(subject)
            causers = [causer] if causer is not None else []
        else:
            continue
        toll.actors = [d for d in causers if d not in toll.recipients]


def _causing_verb(toll: ReportDraft, grammar: Grammar) -> int | None:
    """The verb whose subject causes a toll: « tuer », « faire dix morts »; None when passive."""
    carrier = toll.frame.carrier
    if carrier is not None and carrier != toll.head:
        return carrier if grammar.is_any(carrier, "toll_verbs") else None
    return toll.head if grammar.is_verb(toll.head) and not toll.frame.passive else None


# -- sides of other facts --------------------------------------------------------------------------


def _share_helped(presence: ReportDraft, drafts: list[ReportDraft]) -> None:
    """Troops there to help are there for whom they help, and are taken to help."""
    for aid in drafts:
        if aid.code.type == "AID" and any(d in presence.actors for d in aid.actors):
            presence.recipients = list(aid.recipients)
            if aid.status == "sought":
                aid.status = "actual"


def _share_holders(gain: ReportDraft, drafts: list[ReportDraft], grammar: Grammar) -> None:
    """Ground is taken from whoever the same sentence says holds it."""
    sentence = grammar.parse.sentence_of(gain.head)
    for hold in drafts:
        if hold.code.type == "HOLDS" and any(place in gain.places for place in hold.places):
            if grammar.parse.sentence_of(hold.head) == sentence:
                gain.recipients = [d for d in hold.actors if d not in gain.actors]


def _is_bare(draft: ReportDraft, grammar: Grammar) -> bool:
    """Whether a known deed is named by its noun alone: not « la cinquième attaque »."""
    if not grammar.is_definite(draft.head):
        return False
    return grammar.child(draft.head, "amod", "nmod", "nummod") is None


def _sides_of_same_noun(draft: ReportDraft, scene: Scene) -> Iterator[list[ActorDraft]]:
    """The sides of the other known mentions of a noun of action, the nearest first."""
    for index in sorted(_same_nouns(draft, scene.grammar), key=lambda i: abs(i - draft.head)):
        determiner = scene.grammar.determiner(index)
        if determiner is not None and "Definite=Ind" in determiner.morph:
            continue
        frame = scene.frames.noun(index)
        sides: list[ActorDraft] = []
        for slot in ("by", "poss"):
            sides.extend(scene.participants(frame.get(slot), slot, draft.code))
        if sides:
            yield sides


def _same_nouns(draft: ReportDraft, grammar: Grammar) -> list[int]:
    lemma, plural = grammar.lemmas[draft.head], grammar.plural(draft.head)
    return [
        token.index
        for token in grammar.tokens
        if grammar.lemmas[token.index] == lemma
        and token.pos == "NOUN"
        and token.index != draft.head
        and grammar.plural(token.index) == plural
    ]
