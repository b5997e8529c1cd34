"""How far the noun phrase of an actor reaches, and what its article tells."""

from __future__ import annotations

from ..model import Token
from .actor_draft import ActorDraft
from .actor_index import ActorIndex

_BEFORE_NOUNS = ("DET", "NUM", "ADJ", "ADV")
_BEFORE_NOUN_DEPS = ("det", "nummod", "amod", "advmod")
_OWNERS = ("compound", "nmod:poss")


class NounPhrases:
    """Noun phrases of one document, names already found in it taken for what they are."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._grammar = actors.grammar

    def start(self, index: int) -> int:
        """The first token of a noun's phrase, back over its article, numbers and adjectives.

        A pointing word (« ce ») is the first; a contracted article (« du ») is left out, since
        it is half a preposition.
        """
        first = index
        while first > 0 and self._stands_before(self._grammar.tokens[first - 1], index, first):
            before = self._grammar.tokens[first - 1]
            if self._grammar.is_any(first - 1, "pointing_determiners"):
                return first - 1
            if before.pos == "DET" and self._is_half_preposition(first - 1):
                return first
            first = self._start_of_owner(first - 1, index)
        return first

    def _start_of_owner(self, before: int, index: int) -> int:
        """Where a word before a noun begins, its own name whole: « Red Cross staff »."""
        token = self._grammar.tokens[before]
        if token.head != index or token.dep not in _OWNERS:
            return before
        name = self._actors.by_token.get(before)
        if name is not None:
            return min(name.first, before)
        while before and self._is_part(self._grammar.tokens[before - 1], token.index):
            before -= 1
        return before

    def _is_part(self, token: Token, name: int) -> bool:
        return token.head == name and token.dep == "compound" and token.text[0].isupper()

    def _is_half_preposition(self, index: int) -> bool:
        contracted = self._grammar.is_form(index, "contracted_articles")
        return contracted and not self._grammar.is_form(index, "partitive_articles")

    def end(self, last: int) -> int:
        """Where a phrase ends whose noun ends at `last`, both exclusive.

        It goes on over adjectives to a complement that is a name (« de X »), or to a name that
        follows at once, unless it is a state's or its capital's.
        """
        tokens = self._grammar.tokens
        while last < len(tokens) and self._is_adjective(tokens[last]):
            last += 1
        complement = self._complement(last)
        if complement is not None:
            return complement.last
        name = self._actors.by_token.get(last)
        if name is not None and name.first == last and not name.names_land:
            return name.last
        return last

    def definite(self, index: int) -> bool:
        """Whether a noun's phrase is definite: no indefinite article, no number."""
        determiner = self._grammar.determiner(index)
        if determiner is None:
            return True
        if "Definite=Ind" in determiner.morph:
            return False
        return self._grammar.child(index, "nummod") is None

    def gender(self, index: int) -> str | None:
        """The gender that a phrase shows: its article's, since « porte-parole » has either."""
        determiner = self._grammar.determiner(index)
        shown = self._grammar.gender(determiner.index) if determiner is not None else None
        return shown or self._grammar.gender(index)

    def _stands_before(self, token: Token, index: int, first: int) -> bool:
        """Whether a token belongs before a noun whose phrase begins at `first` so far."""
        if self._is_of_owner(token, index):
            return True
        return (
            token.head in (index, first)
            and token.dep in _BEFORE_NOUN_DEPS
            and token.pos in _BEFORE_NOUNS
            and token.index not in self._actors.by_token
        )

    def _is_of_owner(self, token: Token, index: int) -> bool:
        """« Syria's president », « Hamas fighters »: a name before the noun that it belongs to."""
        if token.dep in ("case", "det", "flat:name"):
            token = self._grammar.tokens[token.head]
        return token.head == index and token.dep in _OWNERS

    def _is_adjective(self, token: Token) -> bool:
        if token.pos == "ADJ" and token.dep in ("amod", "conj"):
            return True
        return bool(self._actors.nationalities.of(token.index))

    def _complement(self, index: int) -> ActorDraft | None:
        """The name that a « de » at a token puts after a noun; None when there is none."""
        tokens = self._grammar.tokens
        if index >= len(tokens) or tokens[index].pos != "ADP":
            return None
        return self._name_after(index) if self._grammar.relation(index) == "of" else None

    def _name_after(self, index: int) -> ActorDraft | None:
        """The name that follows a preposition, an article between them or not."""
        for position in (index + 1, index + 2):
            draft = self._actors.by_token.get(position)
            if draft is not None:
                return draft if draft.first == position else None
            tokens = self._grammar.tokens
            if position >= len(tokens) or tokens[position].pos != "DET":
                return None
        return None
