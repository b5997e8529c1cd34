"""Actors by the catalogue's names: which of those who share a name is meant."""

from __future__ import annotations

from ..codebook.catalogue import Actor
from ..model import Token
from .actor_draft import ActorDraft
from .actor_index import ActorIndex
from .names import NameMatch

_PERSON_LABELS = ("PER", "PERSON")


class NamedActors:
    """Makes mentions of the catalogue's names in one document."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._full = frozenset(i for m in actors.names if m.use == "name" for i in m.actors)

    def add(self) -> None:
        """List every name of the catalogue that means somebody here."""
        for match in self._actors.names:
            draft = self._draft(match)
            if draft is not None:
                self._actors.add(draft)

    def _draft(self, match: NameMatch) -> ActorDraft | None:
        grammar = self._actors.grammar
        first, last = grammar.token_range(match.span)
        if match.use == "members" and grammar.tokens[first].pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        actor = self._choose(match)
        if actor is None:
            return None
        head = self._actors.head_of(first, last)
        person = actor.kind == "person"
        return ActorDraft(
            first,
            last,
            head,
            match.span,
            _kind(match, actor),
            name=actor.name,
            actor=actor.id,
            country=actor.country,
            sector=actor.sector_on(self._actors.published),
            plural=grammar.plural(head),
            gender=self._actors.person_gender(first) if person else grammar.gender(head),
        )

    def _choose(self, match: NameMatch) -> Actor | None:
        """The actor that a shared name means here; None for a surname that fits nobody."""
        actors = [self._actors.catalogue.actors[i] for i in match.actors]
        if match.use == "surname":
            return self._choose_bearer(match, actors)
        if len(actors) == 1:
            return actors[0]
        countries = self._actors.nationalities.setting.countries
        settled = (
            a for a in actors if a.country in countries or any(c in countries for c in a.active)
        )
        return next(settled, actors[0])

    def _choose_bearer(self, match: NameMatch, actors: list[Actor]) -> Actor | None:
        """The bearer of a surname: named in full in the text, else the only one in the news."""
        if self._part_of_longer_name(match):
            return None
        named = next((a for a in actors if a.id in self._full), None)
        if named is not None:
            return named
        in_the_news = [a for a in actors if self._in_the_news(a)]
        return in_the_news[0] if len(in_the_news) == 1 else None

    def _part_of_longer_name(self, match: NameMatch) -> bool:
        """Whether a surname touches another name: « Melania Trump » is not the president."""
        first, last = self._actors.grammar.token_range(match.span)
        tokens = self._actors.grammar.tokens
        beside = [*tokens[max(first - 1, 0) : first], *tokens[last : last + 1]]
        return any(self._is_other_name(token) for token in beside)

    def _is_other_name(self, token: Token) -> bool:
        grammar = self._actors.grammar
        return (
            token.pos == "PROPN"
            and token.text[0].isupper()
            and token.text != "M."
            and token.entity in _PERSON_LABELS
            and grammar.words[token.index] not in self._actors.language.roles
            and not grammar.is_any(token.index, "civil_titles")
        )

    def _in_the_news(self, actor: Actor) -> bool:
        """Whether a surname alone may mean this person: an office held about the date."""
        date = self._actors.published
        if date is None:
            return actor.country in self._actors.nationalities.setting.countries
        return any(o.held_on(date) or o.start[:4] == date[:4] for o in actor.offices)


def _kind(match: NameMatch, actor: Actor) -> str:
    if match.use in ("state", "capital", "members"):
        return match.use
    if actor.kind == "state" and match.use in ("name", "acronym", "seat"):
        return "name"
    return actor.kind
