"""The country of a role: its adjective, its complement, else the article's own."""

from __future__ import annotations

from ..codebook.language import RoleEntry
from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_BEARERS = ("state", "capital", "person")  # kinds of names whose country a role takes
_BODIES = ("organisation", "group")


class RoleCountries:
    """Finds the countries of the roles of one document."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._grammar = actors.grammar

    def of(self, index: int, first: int, last: int, role: RoleEntry) -> str | None:
        """The country, or PLOVER code, of the role phrase from `first` to `last`, exclusive.

        ``index`` is its noun.  None when the role has none, or the text does not tell it.
        """
        if role.country == "none":
            return None
        told = self._by_nationality(first, last)
        if role.country.isupper():
            return told or role.country
        if told or self._grammar.is_any(index, "relational_nouns"):
            return told
        told = self._by_complement(index) or self._by_name_inside(index, last)
        if told:
            return told
        if role.country != "setting" or self._is_of_another(index, last):
            return self._of_body(index)
        return self._actors.nationalities.setting.home

    def _by_nationality(self, index: int, last: int) -> str | None:
        nationalities = self._actors.nationalities
        for position in range(index, last):
            countries = nationalities.of(position)
            if countries:
                return nationalities.settle(countries)
        return None

    def _by_complement(self, index: int) -> str | None:
        for preposition, token in self._grammar.complements(index):
            country = _country_borne(self._actors.by_token.get(token))
            if country and preposition in ("of", "in", "to"):
                return country
        return None

    def _by_name_inside(self, index: int, last: int) -> str | None:
        """The country of the first name inside the phrase."""
        drafts = (self._actors.by_token.get(position) for position in range(index, last))
        return _country_borne(next((draft for draft in drafts if draft is not None), None))

    def _is_of_another(self, index: int, last: int) -> bool:
        """Whether a phrase says of whom it is, so that the article's own country is not meant."""
        grammar = self._grammar
        regional = self._actors.language.grammar["regional_adjectives"]
        if any(lemma in regional for lemma in grammar.lemmas[index + 1 : last]):
            return True
        return any(
            preposition == "of" and grammar.tokens[token].pos == "PROPN"
            for preposition, token in grammar.complements(index)
        )

    def _of_body(self, index: int) -> str | None:
        """The country or PLOVER code of the body that a role is of: « le chef de l'Otan »."""
        for preposition, token in self._grammar.complements(index):
            draft = self._actors.by_token.get(token)
            if preposition == "of" and draft is not None and draft.kind in _BODIES:
                return draft.country
        return None


def _country_borne(draft: ActorDraft | None) -> str | None:
    """The country of a name that gives it to a role beside it; None for any other mention."""
    return draft.country if draft is not None and draft.kind in _BEARERS else None
