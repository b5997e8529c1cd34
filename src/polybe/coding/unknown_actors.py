"""Persons and bodies that the catalogue does not know, by the parser's entities and by titles."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Token
from .actor_draft import ActorDraft
from .actor_index import ActorIndex
from .noun_phrases import NounPhrases

_PERSON_LABELS = ("PER", "PERSON")
_BODY_LABELS = ("ORG",)


class UnknownActors:
    """Makes mentions of whom the catalogue has no name for; their sector is unknown."""

    def __init__(self, actors: ActorIndex, phrases: NounPhrases) -> None:
        self._actors = actors
        self._phrases = phrases

    def add_persons(self) -> None:
        """List the persons that the parser sees where no name of the catalogue stands."""
        for first, last in self._entities(_PERSON_LABELS):
            start = self._start_of_person(first, last)
            if start is not None:
                self._add_person(start, last, self._actors.person_gender(start))

    def add_bodies(self) -> None:
        """List the organisations that the parser sees where no name of the catalogue stands."""
        grammar = self._actors.grammar
        for first, last in self._entities(_BODY_LABELS):
            if self._actors.holds(first, last) or not self._names_body(first, last):
                continue
            head = self._actors.head_of(first, last)
            draft = self._draft(first, last, head, "organisation")
            draft.plural, draft.gender = grammar.plural(head), grammar.gender(head)
            self._actors.add(draft)

    def add_titled(self) -> None:
        """List « M. Lèbre », whose full name the text never gives."""
        by_token, tokens = self._actors.by_token, self._actors.grammar.tokens
        for index, token in enumerate(tokens[:-1]):
            name = index + 1
            if index in by_token or name in by_token or tokens[name].pos != "PROPN":
                continue
            if token.text[0].isupper() and self._is_title(index):
                last = self._actors.end_of_name(index + 2)
                self._add_person(index, last, self._actors.person_gender(name))

    def add_phrase(self, index: int) -> ActorDraft:
        """A mention for a noun phrase that must be somebody, known by nothing but its words."""
        known = self._actors.by_token.get(index)
        if known is not None:
            return known
        grammar = self._actors.grammar
        first = self._phrases.start(index)
        last = self._actors.end_of_name(self._phrases.end(index + 1))
        draft = self._draft(first, last, index, "role")
        draft.plural, draft.gender = grammar.plural(index), grammar.gender(index)
        draft.definite = self._phrases.definite(index)
        return self._actors.add(draft)

    def _entities(self, labels: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """The first and last (exclusive) tokens of the parser's entities of some labels."""
        tokens = self._actors.grammar.tokens
        index = 0
        while index < len(tokens):
            last = index + 1
            label = tokens[index].entity
            if label in labels:
                while last < len(tokens) and _goes_on(tokens[last], label):
                    last += 1
                yield index, last
            index = last

    def _start_of_person(self, first: int, last: int) -> int | None:
        """Where the name of an entity begins, a title counted; None when it is no full name."""
        tokens = self._actors.grammar.tokens
        while first < last and tokens[first].pos not in ("PROPN", "NOUN", "X"):
            first += 1
        if first == last or self._actors.holds(first, last):
            return None
        if last - first < 2 + self._is_title(first):
            return None
        if first and self._is_title(first - 1):
            first -= 1
        capitals = tokens[first].text[0].isupper() and tokens[last - 1].text[0].isupper()
        return first if capitals else None

    def _add_person(self, first: int, last: int, gender: str | None) -> None:
        draft = self._draft(first, last, self._actors.head_of(first, last), "person")
        draft.plural, draft.gender = False, gender
        self._actors.add(draft)

    def _draft(self, first: int, last: int, head: int, kind: str) -> ActorDraft:
        """A mention called by its own words, of whom nothing else is known."""
        span = self._actors.grammar.span(first, last)
        name = self._actors.text_of(span)
        return ActorDraft(first, last, head, span, kind, name=name, sector="UNK")

    def _names_body(self, first: int, last: int) -> bool:
        """Whether an entity is a body's name, and no role, nationality or stray sign."""
        grammar, roles = self._actors.grammar, self._actors.language.roles
        token = grammar.tokens[first]
        if token.pos not in ("PROPN", "NOUN") or not token.text[0].isupper():
            return False
        if len(token.text) == 1 or "-" in token.text or self._is_title(first):
            return False
        if token.pos == "NOUN" and grammar.lemmas[first] in roles:
            return False
        if last - first == 1 and grammar.words[first] in roles:
            return False
        if self._actors.nationalities.of(first):
            return False
        if first and grammar.lemmas[first - 1] in self._actors.sites:
            return False  # « place Tahrir »
        return any(grammar.tokens[i].pos == "PROPN" for i in range(first, last))

    def _is_title(self, index: int) -> bool:
        return self._actors.grammar.is_any(index, "civil_titles")


def _goes_on(token: Token, label: str) -> bool:
    return token.entity == label and not token.entity_start
