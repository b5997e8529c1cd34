"""Actors by the adjective of an event noun: « frappes russes », « attaque djihadiste »."""

from __future__ import annotations

from .actor_draft import ActorDraft
from .actor_index import ActorIndex
from .role_names import RoleNames


class AdjectiveActors:
    """Makes mentions of adjectives, one reading each, when somebody asks who they name."""

    def __init__(self, actors: ActorIndex, names: RoleNames) -> None:
        self._actors = actors
        self._names = names
        self.read: dict[int, list[ActorDraft]] = {}

    def at(self, index: int, military: bool) -> list[ActorDraft]:
        """The actors that an adjective names; none when it names nobody.

        A nationality word names the state, its forces when the act is `military`; an adjective
        such as « djihadiste » names them by what they are.
        """
        if index not in self.read:
            self.read[index] = self._states(index, military) or self._roles(index)
            self._actors.drafts.extend(self.read[index])
        return self.read[index]

    def _states(self, index: int, military: bool) -> list[ActorDraft]:
        nationalities, catalogue = self._actors.nationalities, self._actors.catalogue
        meant = nationalities.of(index)
        countries = nationalities.compound(index) or (
            [nationalities.settle(meant)] if meant else []
        )
        drafts = []
        for country in countries:
            actor = catalogue.forces(country) if military else catalogue.government(country)
            draft = self._draft(index)
            draft.name, draft.actor = actor.name, actor.id
            draft.country, draft.sector = country, actor.sector
            drafts.append(draft)
        return drafts

    def _roles(self, index: int) -> list[ActorDraft]:
        role = self._actors.language.role_adjectives.get(self._actors.grammar.lemmas[index])
        if role is None:
            return []
        draft = self._draft(index)
        draft.role, draft.sector = role, role.sector
        draft.country = self._actors.nationalities.setting.home
        self._names.give(draft, role, index + 1)
        return [draft]

    def _draft(self, index: int) -> ActorDraft:
        span = self._actors.grammar.span(index, index + 1)
        return ActorDraft(index, index + 1, index, span, "adjective")
