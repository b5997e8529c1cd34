"""Actors by what they are: role phrases with their country, and people by nationality."""

from __future__ import annotations

from ..codebook.language import RoleEntry
from .actor_draft import ActorDraft
from .actor_index import ActorIndex
from .compositions import Compositions
from .noun_phrases import NounPhrases
from .role_countries import RoleCountries
from .role_names import RoleNames
from .role_phrases import RolePhrases

_LANDS = ("state", "organisation")
_HEADS = ("NOUN", "ADJ", "PROPN", "VERB")


class RoleActors:
    """Makes mentions of the role phrases of one document: « les autorités locales du Mali »."""

    def __init__(self, actors: ActorIndex, phrases: NounPhrases, names: RoleNames) -> None:
        self._actors = actors
        self._phrases = phrases
        self._names = names
        self._roles = RolePhrases(actors.grammar, actors.language)
        self._countries = RoleCountries(actors)
        self._compositions = Compositions(actors)

    def add(self) -> None:
        """List the roles and peoples that stand where no name is."""
        for index, token in enumerate(self._actors.grammar.tokens):
            if token.pos in _HEADS and index not in self._actors.by_token:
                self._add_at(index)

    def _add_at(self, index: int) -> None:
        matched = self._roles.at(index)
        if matched is None:
            self._add_people(index)
            return
        length, role = matched
        if length > 1 or not self._roles.is_label(index):
            self._add_role(index, length, role)

    def _add_role(self, index: int, length: int, role: RoleEntry) -> None:
        """List the role phrase of `length` tokens that begins at a token.

        Its noun need not come first: « ancien président ».
        """
        grammar = self._actors.grammar
        head = self._actors.head_of(index, index + length)
        first = min(index, self._phrases.start(head))
        last = self._phrases.end(index + length)
        draft = ActorDraft(
            first,
            last,
            head,
            grammar.span(first, last),
            "role",
            sector=role.sector,
            country=self._countries.of(head, first, last, role),
            plural=grammar.plural(head),
            gender=self._phrases.gender(head),
            role=role,
            definite=self._phrases.definite(head),
        )
        self._names.give(draft, role, index + length)
        self._compositions.join(draft, role)
        self._actors.add(draft)
        draft.also.extend([*self._coordinated(draft, role), *self._joined_before(draft, role)])

    def _joins(self, index: int) -> bool:
        grammar = self._actors.grammar
        return grammar.words[index] == "," or grammar.is_form(index, "and_words")

    def _coordinated(self, draft: ActorDraft, role: RoleEntry) -> list[ActorDraft]:
        """« soldats thaïlandais et cambodgiens »: each adjective names an actor of its own."""
        tokens, nationalities = self._actors.grammar.tokens, self._actors.nationalities
        found: list[ActorDraft] = []
        index = draft.last
        if not nationalities.of(index - 1):
            return []
        while index + 1 < len(tokens) and self._joins(index):
            if not nationalities.of(index + 1) or tokens[index + 1].pos not in ("ADJ", "NOUN"):
                break
            found.append(self._by_nationality(index + 1, draft, role))
            index += 2
        return found

    def _joined_before(self, draft: ActorDraft, role: RoleEntry) -> list[ActorDraft]:
        """« Thai and Cambodian soldiers », « US and British forces »: the words before its own."""
        tokens, nationalities = self._actors.grammar.tokens, self._actors.nationalities
        found: list[ActorDraft] = []
        index = draft.first - 1
        if not nationalities.of(draft.first):
            return []
        while index > 0 and self._joins(index):
            named = self._actors.by_token.get(index - 1)
            if named is not None and named.kind in _LANDS and tokens[named.head].head == draft.head:
                found.append(named)
                index = named.first - 1
            elif nationalities.of(index - 1) and tokens[index - 1].head == draft.head:
                found.append(self._by_nationality(index - 1, draft, role))
                index -= 2
            else:
                break
        return found

    def _by_nationality(self, index: int, like: ActorDraft, role: RoleEntry) -> ActorDraft:
        """The actor that a nationality word alone names beside a role of which it is another."""
        nationalities = self._actors.nationalities
        other = ActorDraft(
            index,
            index + 1,
            index,
            self._actors.grammar.span(index, index + 1),
            "role",
            sector=role.sector,
            country=nationalities.settle(nationalities.of(index)),
            plural=like.plural,
            gender=like.gender,
            role=role,
            definite=like.definite,
        )
        self._names.give(other, role, index + 1, like.head)
        self._actors.add(other)
        return other

    def _add_people(self, index: int) -> None:
        """« trois Américains »: people of a country, by a nationality word that is a noun."""
        countries = self._actors.nationalities.people(index)
        if not countries:
            return
        grammar = self._actors.grammar
        country = self._actors.nationalities.settle(countries)
        first = self._phrases.start(index)
        self._actors.add(
            ActorDraft(
                first,
                index + 1,
                index,
                grammar.span(first, index + 1),
                "role",
                name=f"people of {self._actors.catalogue.states[country].name}",
                country=country,
                sector="CVL",
                plural=grammar.plural(index),
                gender=grammar.gender(index),
                definite=self._phrases.definite(index),
            )
        )
