"""What a role is called, and the actor of the catalogue that it means."""

from __future__ import annotations

from ..codebook.language import RoleEntry
from .actor_draft import ActorDraft
from .actor_index import ActorIndex


class RoleNames:
    """Names the roles of one document."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._grammar = actors.grammar
        self._catalogue = actors.catalogue
        self._of_bodies: set[int] = set()

    def give(self, draft: ActorDraft, role: RoleEntry, end: int, noun: int | None = None) -> None:
        """Give a role its canonical name, and its catalogue id when a country has one such body.

        The words of the codebook's phrase end before the token `end`; its noun is the phrase's
        head, or `noun` where it stands with another adjective.

        An indefinite phrase (« un soldat ») that names no country keeps its own words.
        """
        names_country = self._names_country(draft)
        if not draft.definite and not names_country:
            draft.name = self._actors.text_of(draft.span)
            return
        if role.office and self._is_of_a_body(draft.head, end):
            draft.name, draft.sector = self._actors.text_of(draft.span), "UNK"
            self._of_bodies.add(id(draft))
            return
        draft.name = self._canonical(draft, role, draft.head if noun is None else noun)
        self._give_body(draft, role)
        if (
            role.office
            and not draft.plural
            and (names_country or not self._take_office_before(draft, role))
        ):
            self._give_holder(draft, role.office)

    def _is_of_a_body(self, head: int, end: int) -> bool:
        """« le président de l'association » holds no office of state, « du pays » does."""
        grammar = self._grammar
        for preposition, token in grammar.complements(head):
            noun = token >= end and grammar.tokens[token].pos in ("NOUN", "PROPN")
            if preposition != "of" or not noun:
                continue
            name = self._actors.by_token.get(token)
            land = name is not None and name.names_land
            return not land and not grammar.is_any(token, "realms")
        return False

    def _canonical(self, draft: ActorDraft, role: RoleEntry, noun: int) -> str:
        """The role's name in the codebook's words; the text's when it wants an unknown country."""
        phrase = self._actors.text_of(draft.span)
        if role.office and draft.plural:
            return phrase
        state = self._catalogue.states.get(draft.country or "")
        if state is None and "{country}" in role.name:
            return phrase
        return role.name.format(
            country=state.name if state else "",
            noun=self._grammar.lemmas[noun],
            phrase=phrase,
        )

    def _names_country(self, draft: ActorDraft) -> bool:
        """Whether the phrase itself tells its country."""
        if self._actors.nationalities.any_in(draft.head, draft.last):
            return True
        if self._grammar.is_any(draft.head, "relational_nouns"):
            return False
        inside = (self._actors.by_token.get(i) for i in range(draft.head, draft.last))
        return any(d is not None and d.names_land for d in inside)

    def _give_body(self, draft: ActorDraft, role: RoleEntry) -> None:
        """Make the only army or government of a country the one of the catalogue."""
        country = draft.country
        if country is None or country not in self._catalogue.states:
            return
        if role.sector == "GOV" and (role.body or role.country == "complement"):
            body = self._catalogue.government(country)
        elif role.sector == "MIL" and role.body:
            body = self._catalogue.forces(country)
        else:
            return
        draft.actor, draft.name = body.id, body.name

    def _take_office_before(self, draft: ActorDraft, role: RoleEntry) -> bool:
        """« le ministre » after « le ministre français de la Défense »: the one named before."""
        for other in reversed(self._actors.drafts):
            same = other.role is not None and other.role.office == role.office
            if same and other.first < draft.first and id(other) not in self._of_bodies:
                draft.take(other.root())
                return True
        return False

    def _give_holder(self, draft: ActorDraft, office: str) -> None:
        """Make an office of a country the person who held it when the article appeared."""
        date, country = self._actors.published, draft.country
        if date is None or country is None or country not in self._catalogue.states:
            return
        holder = self._catalogue.holder(office, country, date)
        if holder is not None:
            draft.actor, draft.name = holder.id, holder.name
