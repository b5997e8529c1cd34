"""Short names: « Hamdok », or « Abdalla », after a person whose full name the text gave."""

from __future__ import annotations

from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_NAME_TAGS = ("PROPN", "NOUN", "X", "ADJ")


def join_short_names(actors: ActorIndex) -> None:
    """Give every last or given name that stands alone the person whose full name has it."""
    full = _full_names(actors)
    for index, word in enumerate(actors.grammar.words):
        person = full.get(word)
        if person is not None and _may_be_short_name(actors, index, person):
            _join(actors, index, person)


def _full_names(actors: ActorIndex) -> dict[str, ActorDraft]:
    """Persons named in two words or more, by the last and, where no two share it, the first.

    Of two who share a last name the one told first counts.
    """
    words = actors.grammar.words
    full: dict[str, ActorDraft] = {}
    given: dict[str, set[object]] = {}
    for draft in sorted(actors.drafts, key=lambda d: d.first):
        if draft.kind == "person" and draft.last - draft.first > 1:
            full.setdefault(words[draft.last - 1], draft)
            if not actors.grammar.is_any(draft.first, "civil_titles"):
                given.setdefault(words[draft.first], set()).add(draft.identity)
    for draft in sorted(actors.drafts, key=lambda d: d.first):
        if draft.kind == "person" and len(given.get(words[draft.first], ())) == 1:
            full.setdefault(words[draft.first], draft)
    return full


def _may_be_short_name(actors: ActorIndex, index: int, person: ActorDraft) -> bool:
    token, holder = actors.grammar.tokens[index], actors.by_token.get(index)
    if holder is not None and holder.kind != "role":
        return False
    if not token.text[0].isupper() or token.pos not in _NAME_TAGS:
        return False
    return not person.first <= index < person.last


def _join(actors: ActorIndex, index: int, person: ActorDraft) -> None:
    """Make a last name, or the role phrase that ends in it, that person."""
    holder = actors.by_token.get(index)
    if holder is not None and holder.head != index:
        holder.take(person)
        return
    short = _short_draft(actors, index, person)
    actors.put(short)
    before = actors.by_token.get(short.first - 1)
    if (
        before is not None
        and before.kind == "role"
        and before.role is not None
        and before.role.person
    ):
        before.take(short.root())  # « Premier ministre Hamdok »


def _short_draft(actors: ActorIndex, index: int, person: ActorDraft) -> ActorDraft:
    grammar = actors.grammar
    first = index - 1 if index and grammar.is_any(index - 1, "civil_titles") else index
    return ActorDraft(
        first,
        index + 1,
        actors.head_of(first, index + 1),
        grammar.span(first, index + 1),
        "person",
        name=person.name,
        actor=person.actor,
        country=person.country,
        sector=person.sector,
        antecedent=person,
        plural=False,
        gender=person.gender,
    )
