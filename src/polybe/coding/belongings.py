"""People by the body they are of, or were of: « des membres du parti », « l'ancien ministre X »."""

from __future__ import annotations

from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_UNTOLD = (None, "UNK")
_FORMER = "ELI"
_OF_NO_SECTOR = ("person", "pronoun")
"""Kinds of mentions that lend a person near them no sector: « le fils de X » is no official."""


def join_belongings(actors: ActorIndex) -> None:
    """Give people whom their noun leaves open the sector and country of the body they are of."""
    for draft in list(actors.drafts):
        if not _is_open(draft):
            continue
        body = body_of(actors, draft)
        if body is not None and body.kind not in _OF_NO_SECTOR and body not in draft.also:
            _belong(actors, draft, body)


def join_past_offices(actors: ActorIndex) -> None:
    """In an article without a date, a title tells that a person's office is over."""
    if actors.published is not None:
        return
    past = {
        draft.actor
        for draft in actors.drafts
        if draft.role is not None and draft.role.sector == _FORMER and draft.actor is not None
    }
    for draft in actors.drafts:
        if draft.actor in past and draft.sector == "GOV":
            draft.sector = _FORMER


def body_of(actors: ActorIndex, draft: ActorDraft) -> ActorDraft | None:
    """The mention that a role's complement with « de » is; None when it has none."""
    for preposition, token in actors.grammar.complements(draft.head):
        body = actors.by_token.get(token)
        if preposition == "of" and body is not None and body is not draft and body.head == token:
            return body
    return None


def _is_open(draft: ActorDraft) -> bool:
    role = draft.role
    return role is not None and role.person and draft.sector in _UNTOLD


def _belong(actors: ActorIndex, draft: ActorDraft, body: ActorDraft) -> None:
    sector = "GOV" if body.names_land else body.sector
    bearers = [draft]
    if draft.actor is None:
        bearers += [
            other
            for other in actors.drafts
            if other.kind == "person" and other.actor is None and other.name == draft.name
        ]
    for bearer in bearers:
        if bearer.sector in _UNTOLD:
            bearer.sector = sector
            bearer.country = body.country or bearer.country
