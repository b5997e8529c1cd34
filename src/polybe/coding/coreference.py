"""Who is meant by a pronoun or a possessive: an actor named before."""

from __future__ import annotations

from ..model import Span
from .actors import ActorDraft, Actors
from .antecedents import Antecedents, Wanted
from .grammar import Grammar


class Coreference:
    """Resolves words of one document to the actors they stand for.

    ``spoke`` lists those who speak in the text, in the order read; whoever reads statements fills
    it, since « a-t-il dit » means the last of them more often than not.
    """

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self.grammar = grammar
        self.actors = actors
        self.spoke: list[ActorDraft] = []
        self._resolved: dict[int, ActorDraft | None] = {}
        self._antecedents = Antecedents(grammar, actors, self.pronoun, self.spoke)

    def pronoun(
        self, index: int, *, animate: bool = False, speaker: ActorDraft | None = None
    ) -> ActorDraft | None:
        """A mention for a pronoun with its antecedent; None when nobody fits.

        `animate` tells that the pronoun must stand for somebody, as where it is said to speak;
        `speaker` is whoever speaks the words it stands in, whom a third person does not mean.
        """
        if index not in self._resolved or (animate and self._resolved[index] is None):
            self._resolved[index] = None  # a pronoun met again on the way is no antecedent
            self._resolved[index] = self._resolve(index, animate, speaker)
        return self._resolved[index]

    def possessor(self, index: int) -> ActorDraft | None:
        """Whom a possessive (« son », « leurs ») stands for; no mention is made for it."""
        plural = self.grammar.is_form(index, "possessives_plural")
        owner = self._clause_subject(index)
        if owner is not None and self._antecedents.fits(owner, plural or None, None):
            if plural or not owner.plural:
                return owner
        return self._antecedents.choose(Wanted(index, plural, None, possessive=True))

    def speaker_pronoun(self, index: int, speaker: ActorDraft | None) -> ActorDraft | None:
        """A mention for « nous » or « je » inside a quote: the one who speaks."""
        if speaker is None:
            return None
        draft = self._mention(index)
        draft.take(speaker)
        self._resolved[index] = draft
        return draft

    def unresolved(self, index: int) -> ActorDraft:
        """A mention for a pronoun that stands for somebody, nobody knows whom."""
        draft = self._resolved.get(index) or self._mention(index)
        self._resolved[index] = draft
        return draft

    def _clause_subject(self, index: int) -> ActorDraft | None:
        """The actor that is subject of the clause in which a possessive stands."""
        verb = self.grammar.governing_verb(index)
        subject = self.grammar.subject(verb) if verb is not None else None
        if subject is None or subject == self.grammar.tokens[index].head:
            return None
        draft = self.actors.by_token.get(subject)
        if draft is None or draft.head != subject or draft.first <= index < draft.last:
            return None
        return draft

    def _resolve(self, index: int, animate: bool, speaker: ActorDraft | None) -> ActorDraft | None:
        wanted = Wanted(
            index,
            self._number(index),
            self._gender(index),
            animate=animate,
            excluded=frozenset() if speaker is None else frozenset({speaker.identity}),
        )
        antecedent = self._antecedents.choose(wanted)
        if antecedent is None:
            return None
        draft = self._mention(index)
        draft.take(antecedent.root())
        return draft

    def _number(self, index: int) -> bool | None:
        """True for a plural pronoun, None when it does not say."""
        if self.grammar.is_form(index, "pronouns_plural"):
            return True
        singular = self.grammar.is_form(index, "pronouns_singular")
        return False if singular else self.grammar.plural(index)

    def _gender(self, index: int) -> str | None:
        """The gender that a pronoun shows, whatever the parser says of « l' » and « leur »."""
        if self.grammar.is_form(index, "pronouns_genderless"):
            return None
        if self.grammar.is_form(index, "pronouns_feminine"):
            return "Fem"
        masculine = self.grammar.is_form(index, "pronouns_masculine")
        return "Masc" if masculine else self.grammar.gender(index)

    def _mention(self, index: int) -> ActorDraft:
        """A mention of a pronoun, without what joins it to its verb (« -t-il »)."""
        token = self.grammar.tokens[index]
        joints = self.grammar.language.grammar["clitic_joints"]
        joint = max((each for each in joints if token.text.startswith(each)), key=len, default="")
        clitic = len(joint) if token.text != joint else 0
        draft = ActorDraft(
            index,
            index + 1,
            index,
            Span(token.start + clitic, token.end),
            "pronoun",
            plural=self.grammar.plural(index),
            gender=self.grammar.gender(index),
        )
        self.actors.drafts.append(draft)
        return draft
