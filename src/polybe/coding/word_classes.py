"""What kind of thing a phrase names: somebody, ground, a deed, or a class of words of the packs."""

from __future__ import annotations

from collections.abc import Callable, Container

from ..codebook import Codebook
from ..codebook.classes import SECTORS_OF, known_classes
from .actor_draft import ActorDraft
from .grammar import Grammar

_GROUND_CLASSES = ("ground", "site", "state")


class WordClasses:
    """Tells the classes of one document's phrases, each known by its head.

    `actor_of` gives the actor a phrase stands for, or None; `place_tokens` are those of places.
    """

    def __init__(
        self,
        grammar: Grammar,
        codebook: Codebook,
        actor_of: Callable[[int], ActorDraft | None],
        place_tokens: Container[int],
    ) -> None:
        self._grammar = grammar
        self._classes = codebook.language.classes
        self._agent_endings = tuple(codebook.language.grammar["agent_endings"])
        self._deeds = codebook.predicates.nouns
        self._actor_of = actor_of
        self._place_tokens = place_tokens

    def is_human(self, index: int) -> bool:
        """Whether a noun that no role knows names a person by its make: « -eur », « -iste »."""
        if self._grammar.tokens[index].pos != "NOUN":
            return False
        lemma = self._grammar.lemmas[index]
        if lemma in self._deeds or lemma in self._classes.get("site", ()):
            return False
        return lemma in self._classes.get("person", ()) or lemma.endswith(self._agent_endings)

    def is_ground_noun(self, index: int) -> bool:
        """Whether a phrase is ground that can be held: a place, or a noun such as « quartier »."""
        if index in self._place_tokens:
            return True
        if self._grammar.is_form(index, "ungrounded_words"):
            return False
        lemma = self._grammar.lemmas[index]
        return any(lemma in self._classes.get(name, ()) for name in _GROUND_CLASSES)

    def _is_of_sector(self, head: int, wanted: frozenset[str]) -> bool:
        """Whether a phrase names an actor of a class's sector: a minister is official."""
        sectors = [SECTORS_OF[name] for name in wanted if name in SECTORS_OF]
        if not sectors:
            return False
        actor = self._actor_of(head)
        return actor is not None and any(actor.sector in of_class for of_class in sectors)

    def of(self, index: int) -> tuple[str, ...]:
        """The names of all classes that a phrase belongs to."""
        names = sorted(known_classes(self._classes))
        return tuple(name for name in names if self.belongs(index, frozenset({name})))

    def _stands_for_people(self, index: int) -> bool:
        """Whether a word alone is people: « deux d'entre eux », « ces derniers »."""
        grammar = self._grammar
        if grammar.tokens[index].pos == "NUM":
            return grammar.child(index, "nmod", "obl:mod") is None
        return grammar.plural(index) is True and grammar.is_any(index, "people_words")

    def belongs(self, index: int, wanted: frozenset[str]) -> bool:
        """Whether a phrase belongs to one of some classes of words.

        Beside the classes of the packs there are `actor`, `place` (ground as well) and `event`.
        """
        head = self._grammar.transparent(index)
        lemma, word = self._grammar.lemmas[head], self._grammar.words[head]
        lists = (self._classes.get(name, ()) for name in wanted)
        if any(lemma in words or word in words for words in lists):
            return True
        if "event" in wanted and lemma in self._deeds:
            return True
        if "place" in wanted and self.is_ground_noun(head):
            return True
        if "person" in wanted and self._stands_for_people(head):
            return True
        # whoever a phrase stands for is the dearest to know: asked last
        if "actor" in wanted and self._actor_of(head) is not None:
            return True
        return self._is_of_sector(head, wanted)
