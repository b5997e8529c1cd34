"""Descriptions that point back: « le groupe », « les assaillants »."""

from __future__ import annotations

from collections.abc import Iterable

from ..codebook.language import RoleEntry
from .actors import ActorDraft, Actors
from .antecedents import REACH, mentions_before
from .grammar import Grammar

_REACH = 2 * REACH  # a description carries further than a pronoun
_SECTORS: dict[str, tuple[str | None, ...]] = {
    "UAF": ("UAF", "REB", "CRM", "PRM"),
    "REB": ("REB", "PRM", "OPP", "CRM"),
    "SOC": ("SOC", "EDU", "REB", "MED", None),
    "PTY": ("PTY", "OPP"),
}
"""Sectors of the actors that a description of a sector may point back to."""


def join_descriptions(grammar: Grammar, actors: Actors) -> None:
    """Give every role that points back the actor it stands for, where one is found."""
    bearers = {id(d.titled or d.antecedent) for d in actors.drafts if d.kind == "person"}
    for draft in sorted(actors.drafts, key=lambda d: d.first):
        role = draft.role
        if draft.kind != "role" or role is None or not _is_bare(grammar, actors, draft):
            continue
        repeats = _may_repeat(grammar, draft)
        if not repeats and not role.back:
            continue
        before = mentions_before(grammar, actors, draft.first, _REACH)
        other = _same_noun(grammar, draft, before, bearers) if repeats else None
        if other is None and role.back:
            other = _likely(draft, before, role)
        if other is not None:
            draft.take(other.root())


def _may_repeat(grammar: Grammar, draft: ActorDraft) -> bool:
    """Whether a description is one bare noun that may have been said before of somebody named."""
    bare = not draft.plural and draft.last == draft.head + 1
    return bare and _is_pointed_at(grammar, draft.head)


def _same_noun(
    grammar: Grammar, draft: ActorDraft, before: Iterable[ActorDraft], bearers: set[int]
) -> ActorDraft | None:
    """« le caporal » after « le caporal X », « l'association » after « l'Association des … ».

    `bearers` are the ids of the roles that a person bears.
    """
    noun = grammar.lemmas[draft.head]
    for other in before:
        if grammar.lemmas[other.head] != noun or other.plural != draft.plural:
            continue
        if other.actor is not None or other.kind == "organisation" or id(other) in bearers:
            return other
    return None


def _is_pointed_at(grammar: Grammar, index: int) -> bool:
    """Whether an article or « ce » stands before a noun, no adjective and no possessive."""
    determiner = grammar.determiner(index)
    if determiner is None or determiner.index != index - 1:
        return False
    return not grammar.is_any(determiner.index, "possessives")


def _is_bare(grammar: Grammar, actors: Actors, draft: ActorDraft) -> bool:
    """Whether a description is definite and says of nobody's it is."""
    if not draft.definite or draft.actor is not None or draft.antecedent is not None:
        return False
    if any(True for _ in grammar.complements(draft.head)):
        return False
    return not any(actors.demonym(index) for index in range(draft.head, draft.last))


def _likely(draft: ActorDraft, before: Iterable[ActorDraft], role: RoleEntry) -> ActorDraft | None:
    """The nearest mention of a kind and sector that a role may point back to."""
    sectors = _SECTORS.get(role.sector, ())
    kinds = ["group", "organisation", "members", "name"]
    if role.sector == "UAF":
        kinds.append("role")
    for other in before:
        if other is not draft and other.kind in kinds and other.sector in sectors:
            return other
    return None
