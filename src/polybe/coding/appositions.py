"""Two phrases for one person: « le chef du putsch, le général X, … »."""

from __future__ import annotations

from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_REACH = 5  # tokens after a role within which its comma is looked for


def join_appositions(actors: ActorIndex) -> None:
    """Make a role the person who is named between commas after it by another phrase."""
    for draft in actors.drafts:
        if draft.kind != "role" or draft.role is None or not draft.role.person or draft.plural:
            continue
        other = _after_comma(actors, draft)
        if other is not None and other.name != draft.name and _is_apposed(actors, other):
            draft.take(other.root())


def _after_comma(actors: ActorIndex, draft: ActorDraft) -> ActorDraft | None:
    """The role or person that begins right after the first comma behind a mention."""
    words = actors.grammar.words
    for start in range(draft.last + 1, min(draft.last + _REACH, len(words)) + 1):
        if words[start - 1] == ",":
            other = actors.by_token.get(start)
            if other is None or other.first != start:
                return None
            return other if other.kind in ("role", "person") else None
    return None


def _is_apposed(actors: ActorIndex, other: ActorDraft) -> bool:
    """Whether a phrase names a person and a comma closes it."""
    words = actors.grammar.words
    inner = actors.by_token.get(other.last - 1)
    named = other.kind == "person" or (inner is not None and inner.kind == "person")
    return named and words[other.last : other.last + 1] == [","]
