"""Speakers: who says what a verb or noun of saying tells."""

from __future__ import annotations

from ..codebook.predicates import Predicate
from .actors import ActorDraft
from .frames import Frame
from .grammar import SUBJECTS
from .scene import Scene

_MEMORY = 4  # sentences after which the last speaker is forgotten
_INVERSION_REACH = 3  # tokens after a verb within which its subject may follow it

_SILENT = (
    "document",
    "information",
    "law",
    "topic",
    "agreement",
    "proposal",
    "money",
    "weapon",
    "ground",
    "feeling",
    "talks",
    "relations",
    "sanction",
    "charge",
    "claim",
)
"""Classes of nouns that do not speak by themselves."""


_HUNG = frozenset({"appos", "nmod", "dep"})


class Speakers:
    """Finds the speakers of statements."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar

    def of(self, index: int, predicate: Predicate, frame: Frame) -> list[ActorDraft]:
        """Who speaks by the verb or noun at a token; empty when nobody is found.

        A verb's speaker may be a noun that no role knows, or whoever spoke last.
        """
        speakers = [
            speaker
            for slot in predicate.slots["actor"]
            for speaker in self.scene.participants(frame.get(slot), slot, predicate.code)
        ]
        if speakers or predicate.pos != "verb":
            return speakers
        found = (
            self._inverted(index)
            or self._somebody(index, frame)
            or self._last(index, frame)
            or self._body(index, frame)
            or self._pronoun(index, frame)
        )
        return [found] if found is not None else []

    def follows_verb(self, index: int) -> bool:
        """« …, a-t-il déclaré »: whether the subject stands after the verb or its auxiliary."""
        subject = self.grammar.child(index, *SUBJECTS)
        if subject is None:
            inserted = self.grammar.tokens[index].dep in ("parataxis", "ROOT")
            return inserted and self._inverted(index) is not None
        if subject.index > index:
            return True
        auxiliaries = self.grammar.auxiliaries(index)
        return bool(auxiliaries) and auxiliaries[0].index < subject.index < index

    def _inverted(self, index: int) -> ActorDraft | None:
        """The subject right after its verb that the parser took for something else."""
        grammar = self.grammar
        for position in range(index + 1, index + 1 + _INVERSION_REACH):
            named = self.scene.actors.by_token.get(position)
            if named is None or named.first != position:
                continue
            free = grammar.preposition(named.head) is None
            if free and grammar.tokens[named.head].head == index:
                return named
        return self._after_adjunct(index)

    def _after_adjunct(self, index: int) -> ActorDraft | None:
        """« …, a déclaré dans la soirée M. X »: a person hung on the adjunct before him."""
        grammar = self.grammar
        for child in grammar.parse.children(index):
            if child.dep.startswith("obl") and child.index > index:
                for inner in grammar.parse.children(child.index):
                    named = self.scene.actors.by_token.get(inner.index)
                    if inner.dep in _HUNG and named is not None and named.kind == "person":
                        return named if grammar.preposition(inner.index) is None else None
        return None

    # -- somebody ------------------------------------------------------------------------------

    def _somebody(self, index: int, frame: Frame) -> ActorDraft | None:
        """The subject of a verb of saying is somebody, whatever noun names it.

        A participle hung on a thing (« …, déclarant que ») takes the subject of the verb above.
        """
        for token in frame.get("subject"):
            somebody = self._behind(token) or self._unknown(token) or self.scene.apposed(token)
            if somebody is not None:
                return somebody
        return self._above(index) if self.grammar.is_present_participle(index) else None

    def _behind(self, token: int) -> ActorDraft | None:
        """« l'entourage de X », « un communiqué de X »: X speaks where the noun is nobody."""
        if self._can_speak(token):
            return None
        for preposition, inner in self.grammar.complements(token):
            named = self.scene.draft_of(inner) if preposition == "of" else None
            if named is not None:
                return named
        return None

    def _unknown(self, token: int) -> ActorDraft | None:
        """A noun or name that nothing else knows, taken for somebody; None for a thing."""
        pos = self.grammar.tokens[token].pos
        somebody = pos == "NOUN" and self._can_speak(token)
        if somebody or (pos == "PROPN" and self.scene.draft_of(token) is None):
            return self.scene.actors.add_unknown(token)
        return None

    def _body(self, index: int, frame: Frame) -> ActorDraft | None:
        """« la centrale affirme que »: who declares is somebody, whatever noun names it.

        What a text or a figure may do as well (« indique que ») tells nothing of its subject.
        """
        if not self._declares(index, frame):
            return None
        grammar = self.grammar
        for token in frame.get("subject"):
            before = grammar.words[grammar.subtree_span(token)[0] - 1] if token else ""
            aside = token > index and before == ","
            noun = grammar.tokens[token].pos == "NOUN" and not grammar.is_any(token, "time_nouns")
            if noun and not aside and not self._is_thing(token):
                return self.scene.actors.add_unknown(token)
        return None

    def _declares(self, index: int, frame: Frame) -> bool:
        """Whether a finite verb says what only somebody says: with a clause or words quoted."""
        grammar = self.grammar
        if frame.passive or not any(grammar.has(i, "VerbForm=Fin") for i in grammar.bearers(index)):
            return False
        told = frame.clause is not None or self.follows_verb(index)
        denied = grammar.is_any(index, "denying_verbs")
        return grammar.is_any(index, "declaring_verbs") and (told or denied)

    def _above(self, index: int) -> ActorDraft | None:
        above = self.grammar.governing_verb(self.grammar.tokens[index].head)
        subject = self.grammar.subject(above) if above is not None else None
        return self.scene.resolve(subject) if subject is not None else None

    def _can_speak(self, token: int) -> bool:
        """Whether a noun that no role knows names somebody who can speak."""
        return self.scene.is_human(token) and not self._is_thing(token)

    def _is_thing(self, token: int) -> bool:
        """Whether a noun names a deed, a quantity, a text or a matter, which does not speak."""
        codebook, lemma = self.scene.codebook, self.grammar.lemmas[token]
        if lemma in codebook.predicates.nouns or self.grammar.is_any(token, "transparent_nouns"):
            return True
        classes = codebook.language.classes
        return any(lemma in classes.get(name, ()) for name in _SILENT)

    # -- pronouns ------------------------------------------------------------------------------

    def _last(self, index: int, frame: Frame) -> ActorDraft | None:
        """« …, ajoute-t-il » with nobody else in sight: whoever spoke last, some sentences back."""
        grammar, spoke = self.grammar, self.scene.coreference.spoke
        pronouns = [t for t in frame.get("subject") if self._is_he_or_she(t)]
        if not pronouns or not spoke or grammar.impersonal(index):
            return None
        last, sentence = spoke[-1], grammar.parse.sentence_of(index)
        if sentence.number - grammar.parse.sentence_of(last.head).number > _MEMORY:
            return None
        gender = "Fem" if grammar.is_form(pronouns[0], "pronouns_feminine") else "Masc"
        return last if not last.plural and last.root().gender in (None, gender) else None

    def _is_he_or_she(self, token: int) -> bool:
        subject = self.grammar.is_form(token, "pronouns_subject")
        return subject and self.grammar.is_form(token, "pronouns_singular")

    def _pronoun(self, index: int, frame: Frame) -> ActorDraft | None:
        """« Elle explique que » where nobody is in sight whom it could mean."""
        speaks = self.follows_verb(index) or self._declares(index, frame)
        if frame.passive or not speaks or self.grammar.impersonal(index):
            return None
        for token in frame.get("subject"):
            if self.grammar.is_form(token, "pronouns_subject"):
                return self.scene.coreference.unresolved(token)
        return None
