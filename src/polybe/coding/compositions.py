"""Roles put together with the names beside them: one person, or the body that a role is of."""

from __future__ import annotations

from collections.abc import Iterator

from ..codebook.language import RoleEntry
from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_BODIES = ("group", "organisation", "members", "name", "force")
_SECTORS_OF_BODIES = ("REB", "UNK", "UAF", "PRM", "MIL", "SOC", "CRM")
"""Sectors of roles that are the very body beside them: « les combattants du Front »."""

_LONGEST_OF = 8  # tokens after a role that its complement takes at most
_OF_COMPLEMENT = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_HANGING_DEPS = (
    "appos",
    "compound",
    "conj",
    "flat:name",
    "nmod",
    "nmod:poss",
    "flat:foreign",
)
_AFTER_APPOSITION = frozenset({",", ".", ")", "»", ";", ":", '"'})


class Compositions:
    """Joins the roles of one document with the names that stand beside them."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._grammar = actors.grammar

    def join(self, draft: ActorDraft, role: RoleEntry) -> None:
        """Make a role the person in apposition to it, or that of the body it is of."""
        beside = list(self._beside(draft))
        person = next((d for d in beside if d.kind == "person"), None)
        if person is not None and self._is_body(draft) and not self._is_of(person):
            person = None  # « le président de l'association, X »: X is no association
        body = next((d for d in beside if d.kind in _BODIES), None)
        if person is None and body is not None:
            self._join_body(draft, body, role)
        elif person is not None and self._is_of(person):
            self._belong_to(draft, person, role)
        elif person is not None:
            _join_person(draft, person)

    def _is_body(self, draft: ActorDraft) -> bool:
        return self._grammar.lemmas[draft.head] in self._actors.language.classes["body_led"]

    def _is_of(self, person: ActorDraft) -> bool:
        return self._grammar.preposition(person.head) == "of"

    def _join_body(self, draft: ActorDraft, body: ActorDraft, role: RoleEntry) -> None:
        """« un porte-parole du Front » is somebody of the body, « les combattants du Front » it."""
        somebody = role.person and not role.back and role.sector == "UNK"
        if somebody and draft.plural is not True:
            draft.name = f"{self._grammar.lemmas[draft.head]} of {body.name}"
        elif role.sector in _SECTORS_OF_BODIES:
            draft.name, draft.actor = body.name, body.actor
        else:
            return
        draft.country, draft.sector = body.country, body.sector

    def _belong_to(self, draft: ActorDraft, person: ActorDraft, role: RoleEntry) -> None:
        """« les troupes de X »: the forces or government of the state that X leads."""
        catalogue, country = self._actors.catalogue, person.country
        if not role.body or country is None or country not in catalogue.states:
            return
        if role.sector in ("GOV", "MIL"):
            governs = role.sector == "GOV"
            body = catalogue.government(country) if governs else catalogue.forces(country)
            draft.actor, draft.name, draft.country = body.id, body.name, body.country

    def _beside(self, draft: ActorDraft) -> Iterator[ActorDraft]:
        """Names inside a role's phrase, in apposition to it, or its complement with « de »."""
        for index in range(draft.head, min(draft.last + 1, len(self._grammar.tokens))):
            name = self._actors.by_token.get(index)
            if name is not None and name.first >= draft.head:
                yield name
        yield from self._hanging(draft)
        name = self._apposed_after_comma(draft)
        if name is not None:
            yield name

    def _hanging(self, draft: ActorDraft) -> Iterator[ActorDraft]:
        """Names that hang on a role's noun and mean the same, or what it is of."""
        for child in self._grammar.parse.children(draft.head):
            name = self._actors.by_token.get(child.index)
            if name is None or child.dep not in _HANGING_DEPS:
                continue
            before = self._grammar.preposition(child.index)
            after_comma = draft.last <= name.first <= draft.last + 2
            apposed = child.dep in ("appos", "flat:name") or (
                child.dep in ("nmod", "conj") and before is None and after_comma
            )
            if apposed or before == "of" or child.dep == "compound":
                yield name

    def _apposed_after_comma(self, draft: ActorDraft) -> ActorDraft | None:
        """A person named between commas right after a role."""
        words = self._grammar.words
        start = self._comma_after(draft) + 1
        if words[start - 1 : start] != [","]:
            return None
        name = self._actors.by_token.get(start)
        if name is None or name.kind != "person" or name.first != start:
            return None
        closed = name.last >= len(words) or words[name.last] in _AFTER_APPOSITION
        return name if closed or self._hangs_on(name, draft) else None

    def _comma_after(self, draft: ActorDraft) -> int:
        """Right after a role, or after what the role is of: « the head of the party, X, »."""
        grammar = self._grammar
        complement = draft.last < len(grammar.tokens) and grammar.relation(draft.last) == "of"
        if not complement or draft.role is None or not draft.role.person:
            return draft.last
        for position in range(draft.last + 1, min(draft.last + _LONGEST_OF, len(grammar.tokens))):
            token = grammar.tokens[position]
            if token.pos not in _OF_COMPLEMENT:
                return position
        return draft.last

    def _hangs_on(self, name: ActorDraft, draft: ActorDraft) -> bool:
        return any(child.index == name.head for child in self._grammar.parse.children(draft.head))


def _join_person(role: ActorDraft, person: ActorDraft) -> None:
    """Make a role and the person who bears it one actor."""
    if person.actor is None:
        person.country = role.country or person.country
        person.sector = role.sector if role.sector != "UNK" else person.sector
    role.name, role.actor = person.name, person.actor
    role.country = person.country or role.country
    if person.sector not in (None, "UNK"):
        role.sector = person.sector
    role.plural = person.plural = False
    person.gender = role.gender
    if person.first >= role.last:
        person.antecedent = role
