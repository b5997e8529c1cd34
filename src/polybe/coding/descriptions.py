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
    for draft in sorted(actors.drafts, key=lambda d: d.first):
        role = draft.role
        if draft.kind == "role" and role is not None and role.back:
            if _is_bare(grammar, actors, draft):
                _join(grammar, actors, draft, role)


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
