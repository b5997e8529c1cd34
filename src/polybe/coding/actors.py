"""All actor mentions of one document: names, roles, unknown persons and bodies, put together."""

from __future__ import annotations

from ..codebook import Codebook
from .acronyms import join_acronyms
from .actor_draft import ActorDraft
from .actor_index import ActorIndex
from .adjective_actors import AdjectiveActors
from .appositions import join_appositions, join_titles
from .belongings import join_belongings, join_past_offices
from .grammar import Grammar
from .named_actors import NamedActors
from .nationalities import Setting
from .noun_phrases import NounPhrases
from .role_actors import RoleActors
from .role_names import RoleNames
from .short_names import join_short_names
from .unknown_actors import UnknownActors


class Actors:
    """The actor mentions of one document, looked up by token.

    ``drafts`` are in the order found and may grow while reports are read; ``by_token`` gives for a
    token the mention it stands in; ``names`` are the catalogue's names in the text, ``setting``
    the countries that it tells of, ``adjectives`` the actors of the adjectives asked for.
    """

    def __init__(self, grammar: Grammar, codebook: Codebook, published: str | None) -> None:
        """Read names and nationality words; ``published`` is an ISO date, None when not known."""
        self._index = ActorIndex(grammar, codebook, published)
        self._phrases = NounPhrases(self._index)
        self._unknown = UnknownActors(self._index, self._phrases)
        self._role_names = RoleNames(self._index)
        self._adjectives = AdjectiveActors(self._index, self._role_names)
        self.drafts = self._index.drafts
        self.by_token = self._index.by_token
        self.names = self._index.names
        self.setting = self._index.nationalities.setting
        self.adjectives = self._adjectives.read

    def find(self) -> None:
        """Find names, then whom the catalogue does not know, then roles, and join them.

        The order matters: a role takes in the names beside it, a short name the full one before.
        """
        NamedActors(self._index).add()
        self._unknown.add_persons()
        self._unknown.add_bodies()
        RoleActors(self._index, self._phrases, self._role_names).add()
        join_acronyms(self._index)
        join_belongings(self._index)
        join_short_names(self._index)
        self._unknown.add_titled()
        join_appositions(self._index)
        join_titles(self._index)
        join_past_offices(self._index)

    def add_unknown(self, index: int) -> ActorDraft:
        """A mention for a noun phrase that must be somebody, known by nothing but its words."""
        return self._unknown.add_phrase(index)

    def from_adjective(self, index: int, military: bool) -> list[ActorDraft]:
        """The actors that the adjective of an event noun names; none when it names nobody.

        A nationality word names the state, its forces when the act is `military`.
        """
        return self._adjectives.at(index, military)

    def demonym(self, index: int) -> tuple[str, ...]:
        """The countries that a nationality word may mean; none for any other word."""
        return self._index.nationalities.of(index)

    def is_adjective(self, index: int) -> bool:
        """Whether a word names somebody beside a noun: a nationality, or « rebel »."""
        roles = self._index.language.role_adjectives
        named = self.demonym(index) or self.compound(index)
        return bool(named) or self._index.grammar.lemmas[index] in roles

    def compound(self, index: int) -> list[str]:
        """The two countries of a compound such as « américano-russe »; empty for any other word."""
        return self._index.nationalities.compound(index)


__all__ = ["ActorDraft", "Actors", "Setting"]
