"""Descriptions that point back: « le groupe », « les assaillants »."""

from __future__ import annotations

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
        if not _join_same_noun(grammar, actors, draft, bearers) and role.back:
            _join(grammar, actors, draft, role)


def _join_same_noun(grammar: Grammar, actors: Actors, draft: ActorDraft, bearers: set[int]) -> bool:
    """« le caporal » after « le caporal X », « l'association » after « l'Association des … ».

    `bearers` are the ids of the roles that a person bears.
    """
    noun = grammar.lemmas[draft.head]
    if draft.plural or draft.last != draft.head + 1 or not _is_pointed_at(grammar, draft.head):
        return False
    for other in mentions_before(grammar, actors, draft.first, _REACH):
        if grammar.lemmas[other.head] != noun or other.plural != draft.plural:
            continue
        if other.actor is not None or other.kind == "organisation" or id(other) in bearers:
            draft.take(other.root())
            return True
    return False


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


def _join(grammar: Grammar, actors: Actors, draft: ActorDraft, role: RoleEntry) -> None:
    sectors = _SECTORS.get(role.sector, ())
    kinds = ["group", "organisation", "members", "name"]
    if role.sector == "UAF":
        kinds.append("role")
    for other in mentions_before(grammar, actors, draft.first, _REACH):
        if other is not draft and other.kind in kinds and other.sector in sectors:
            draft.take(other.root())
            return
