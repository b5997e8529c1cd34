"""Who a phrase stands for: the mention it names, its pronoun's antecedent, the text's author."""

from __future__ import annotations

from collections.abc import Callable

from ..codebook.language import Language
from ..model import Span
from .actors import ActorDraft, Actors
from .coreference import Coreference
from .grammar import Grammar


class References:
    """Resolves the phrases of one document, each known by its head.

    `speaker_of` tells who speaks the words in which a token stands, None outside quotes.
    """

    def __init__(
        self,
        grammar: Grammar,
        language: Language,
        actors: Actors,
        coreference: Coreference,
        speaker_of: Callable[[int], ActorDraft | None],
    ) -> None:
        self._grammar = grammar
        self._classes = language.classes
        self._actors = actors
        self._coreference = coreference
        self._speaker_of = speaker_of

    def draft_of(self, index: int) -> ActorDraft | None:
        """The actor mention that a phrase's head belongs to; None when it names no actor."""
        for token in dict.fromkeys((index, self._grammar.transparent(index))):
            draft = self._actors.by_token.get(token)
            if draft is not None and (draft.head == token or self._is_named_by(draft, token)):
                return draft
        return None

    def apposed(self, index: int) -> ActorDraft | None:
        """The name in apposition to a phrase: « un des chercheurs, X »."""
        for child in self._grammar.parse.children(index):
            if child.dep in ("appos", "nmod", "conj", "flat:name"):
                draft = self._actors.by_token.get(child.index)
                if draft is not None and draft.kind == "person":
                    return draft
        return None

    def ends_actor(self, index: int) -> bool:
        """Whether a token is the last of an actor's name or phrase."""
        draft = self._actors.by_token.get(index)
        return draft is not None and draft.last == index + 1

    def resolve(self, index: int, *, animate: bool = False) -> ActorDraft | None:
        """The actor that a phrase stands for, pronouns and possessives resolved.

        `animate` tells that the phrase must stand for somebody, as where it is said to speak.
        """
        grammar, token = self._grammar, self._grammar.tokens[index]
        if grammar.is_form(index, "one_words") and token.pos in ("PRON", "NUM", "NOUN"):
            return self.apposed(index)
        if token.pos == "DET" and grammar.is_any(index, "possessives"):
            return self._possessor(index)
        draft = self.draft_of(index)
        if draft is not None:
            return self._before_bracket(draft)
        if token.pos == "PRON" or grammar.is_any(index, "pronouns_back"):
            return self._pronoun(index, animate)
        return self._beside(index)

    def _is_named_by(self, draft: ActorDraft, token: int) -> bool:
        """Whether a phrase whose head lies inside a mention is that mention."""
        if not draft.first <= token < draft.last:
            return False
        if draft.kind != "role" or token == draft.first:
            return True
        return self._grammar.tokens[token].dep in ("flat:name", "fixed", "flat:foreign")

    def _before_bracket(self, draft: ActorDraft) -> ActorDraft:
        """« Jean Martin (UMP) a dit »: the person, not the party in the brackets after him."""
        if draft.first < 2 or self._grammar.words[draft.first - 1] != "(":
            return draft
        before = self._actors.by_token.get(draft.first - 2)
        return before if before is not None and before.kind == "person" else draft

    def _beside(self, index: int) -> ActorDraft | None:
        """Somebody whom a phrase that is no mention itself ends with, speaks for, or is."""
        if self.ends_actor(index):
            return self._actors.by_token[index]
        author = self._author(index)
        if author is None and self._grammar.tokens[index].pos in ("NUM", "NOUN"):
            return self.apposed(index)
        return author

    def _author(self, index: int) -> ActorDraft | None:
        """Who speaks by a text: the one it is of, or the subject of the verb that has it made.

        « la résolution du Conseil », « a adopté une résolution demandant … ».
        """
        grammar = self._grammar
        if not self._is_text(grammar.lemmas[index]):
            return None
        for preposition, token in grammar.complements(index):
            draft = self.draft_of(token)
            if preposition == "of" and draft is not None:
                return draft
        verb = grammar.governing_verb(index)
        if verb is None or grammar.tokens[index].dep in ("nsubj", "nsubj:pass"):
            return None
        subject = grammar.subject(verb)
        return self.draft_of(subject) if subject is not None else None

    def _is_text(self, lemma: str) -> bool:
        return any(lemma in self._classes.get(name, ()) for name in ("document", "information"))

    def _possessor(self, index: int) -> ActorDraft | None:
        if self._grammar.is_form(index, "possessives_speaker"):
            return self._speaker_of(index)
        return self._coreference.possessor(index)

    def _pronoun(self, index: int, animate: bool) -> ActorDraft | None:
        grammar = self._grammar
        if grammar.is_any(index, "pronouns_speaker"):
            speaker = self._speaker_of(index)
            if grammar.is_form(index, "pronouns_general"):
                return None
            return self._coreference.speaker_pronoun(index, speaker)
        if grammar.is_form(index, "pronouns_indefinite"):
            return self._indefinite(index)
        if not (grammar.is_any(index, "pronouns_third") or grammar.is_any(index, "pronouns_back")):
            return None
        empty = grammar.is_form(index, "pronouns_empty")
        if empty and grammar.impersonal(grammar.tokens[index].head):
            return None
        return self._coreference.pronoun(index, animate=animate, speaker=self._speaker_of(index))

    def _indefinite(self, index: int) -> ActorDraft:
        """« ceux qui … », « certains »: people not named."""
        existing = self._actors.by_token.get(index)
        if existing is not None:
            return existing
        token = self._grammar.tokens[index]
        draft = ActorDraft(
            index,
            index + 1,
            index,
            Span(token.start, token.end),
            "unknown",
            name=token.text,
            sector="UNK",
            plural=True,
            definite=False,
        )
        self._actors.drafts.append(draft)
        self._actors.by_token[index] = draft
        return draft
