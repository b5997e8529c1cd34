"""Which actors are worth a mention though no report uses them, and which places stay places."""

from __future__ import annotations

from collections.abc import Iterable

from .actors import ActorDraft
from .numbering import mention_key
from .scene import PlaceDraft, Scene

_ONLY_WHEN_USED = ("pronoun", "adjective", "unknown")
_WHOLES = ("role", "members")
_PEOPLE = ("CVL", "REF")


def actors_to_give(scene: Scene) -> list[ActorDraft]:
    """Actor mentions: those used, and names and roles found anywhere that are no ground."""
    found: dict[object, ActorDraft] = {}
    for draft in scene.actors.drafts:
        if draft.titled is None and (draft.used or _stands_alone(scene, draft)):
            kept = found.get(mention_key(draft))
            if kept is None or (draft.used and not kept.used):
                found[mention_key(draft)] = draft
    return sorted(found.values(), key=lambda d: d.span)


def places_to_give(scene: Scene, actors: Iterable[ActorDraft]) -> list[PlaceDraft]:
    """Place mentions: no span used as an actor and not as a place, and no part of an actor."""
    powers = [actor.span for actor in actors if actor.names_land]
    return [
        place
        for place in scene.places
        if place.used
        or not (
            any(span.overlaps(place.span) for span in powers) or _is_part_of_actor(scene, place)
        )
    ]


def _stands_alone(scene: Scene, draft: ActorDraft) -> bool:
    """Whether an actor is worth a mention though no report uses it."""
    if draft.kind in _ONLY_WHEN_USED or _is_part_of_other(scene, draft):
        return False
    if draft.names_land:
        return _acts(scene, draft)
    return draft.kind != "role" or _is_somebody(scene, draft)


def _is_somebody(scene: Scene, draft: ActorDraft) -> bool:
    """Whether a role that no report uses speaks of people or a body, and not of a thing."""
    if draft.role is not None and draft.role.thing:
        return False
    grammar = scene.grammar
    if grammar.child(draft.head, "cop") is not None:
        return False  # « il était chef de la police » tells what he is
    put_there = grammar.language.grammar["put_there_prepositions"]
    if grammar.tokens[draft.head].dep in ("obl", "nmod") and (
        grammar.preposition(draft.head) in put_there
    ):
        return False
    return not any(place.span.covers(draft.span) for place in scene.places)


def _acts(scene: Scene, draft: ActorDraft) -> bool:
    """Whether a state's name that no report uses stands as an actor and not as ground."""
    grammar = scene.grammar
    token = grammar.tokens[draft.head]
    if token.dep in ("nsubj", "nsubj:pass", "obl:agent", "iobj"):
        return not _only_is(scene, token.head)
    preposition = grammar.preposition(draft.head)
    if preposition is None:
        return token.dep in ("obj", "conj") and grammar.determiner(draft.head) is not None
    return preposition in ("with", "against", "between", "by", "towards")


def _only_is(scene: Scene, verb: int) -> bool:
    """« le pays reste le plus pauvre »: of a land it is told what it is, not what it does."""
    grammar = scene.grammar
    return grammar.is_any(verb, "stative_verbs") or grammar.child(verb, "cop") is not None


def _is_part_of_other(scene: Scene, draft: ActorDraft) -> bool:
    """« des membres de la bande »: what the larger mention is of is no mention of its own."""
    grammar = scene.grammar
    if grammar.tokens[draft.head].dep == "nmod" and grammar.preposition(draft.head) == "of":
        whole = scene.actors.by_token.get(grammar.tokens[draft.head].head)
        if whole is not None and whole is not draft and whole.kind in _WHOLES:
            return _is_of_several(whole) and not _is_its_name(whole, draft)
    return draft.kind == "role" and any(
        other is not draft and other.used and other.span.covers(draft.span)
        for other in scene.actors.drafts
    )


def _is_of_several(whole: ActorDraft) -> bool:
    """Whether a mention is of members, whom the complement only says where they belong."""
    return whole.kind == "members" or bool(whole.plural) or not whole.definite


def _is_its_name(whole: ActorDraft, draft: ActorDraft) -> bool:
    """« une coalition des Forces démocratiques »: the complement names the very body."""
    persons = whole.plural or (whole.role is not None and whole.role.person)
    return not persons and draft.kind != "role" and draft.identity == whole.identity


def _is_part_of_actor(scene: Scene, place: PlaceDraft) -> bool:
    """« les autorités du Mali », « le procureur de la ville de Gao » leave no place."""
    grammar = scene.grammar
    if grammar.preposition(place.head) != "of":
        return False
    whole = scene.actors.by_token.get(grammar.tokens[place.head].head)
    if whole is not None and whole.head == grammar.tokens[place.head].head and _is_office(whole):
        return True
    return any(
        draft.span != place.span and draft.span.covers(place.span)
        for draft in scene.actors.drafts
        if not draft.names_land and not (draft.role is not None and draft.role.thing)
    )


def _is_office(whole: ActorDraft) -> bool:
    """Whether a mention is of one who holds or knows something, not of people who live there."""
    return whole.role is not None and not whole.role.thing and whole.sector not in _PEOPLE
