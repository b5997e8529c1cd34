"""Two phrases for one person: « le chef du putsch, le général X, … », « le général » and « X »."""

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


def join_titles(actors: ActorIndex) -> None:
    """Tell names that are part of a phrase, title and all: « le général X » is one mention.

    « Le président malien X » stays two, since the phrase alone tells who is meant.
    """
    roles = {d.last: d for d in actors.drafts if d.kind == "role"}
    for name in actors.drafts:
        phrase = roles.get(name.last) if name.kind == "person" else None
        if phrase is None or phrase.first >= name.first or phrase.identity != name.identity:
            continue
        if not actors.nationalities.any_in(phrase.first, name.first):
            name.titled = phrase


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
