"""Which actor named before a word it most likely stands for.

There are no French coreference models to be had without a download, so this is the old rule of the
nearest compatible antecedent: number and gender must not clash, a subject is preferred to a
complement, the same sentence to the one before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from .actors import ActorDraft, Actors
from .grammar import SUBJECTS, Grammar

REACH = 3
"""Sentences back within which an antecedent is looked for."""

_SENTENCE_COST = 2.5  # what each sentence between takes off
_TOKEN_COST = 0.01
_NAMED_KINDS = ("person", "group", "organisation", "members")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The word at ``index`` that wants an antecedent, and what it shows of it.

    ``plural`` and ``gender`` are None where it does not show them; ``animate`` tells that the
    antecedent must be somebody who can speak; ``excluded`` are identities of whom it cannot mean.
    """

    index: int
    plural: bool | None
    gender: str | None
    possessive: bool = False
    animate: bool = False
    excluded: frozenset[object] = frozenset()


class Antecedents:
    """Chooses among the actors of one document.

    `resolve_pronoun` gives the mention of a pronoun that is subject of a clause; `spoke` lists
    those who speak in the text, the last one last, and may grow.
    """

    def __init__(
        self,
        grammar: Grammar,
        actors: Actors,
        resolve_pronoun: Callable[[int], ActorDraft | None],
        spoke: list[ActorDraft],
    ) -> None:
        self._grammar = grammar
        self._actors = actors
        self._resolve_pronoun = resolve_pronoun
        self._spoke = spoke

    def choose(self, wanted: Wanted) -> ActorDraft | None:
        """The likeliest antecedent; None when nobody fits or a thing is likelier."""
        scored = [
            (self._score(draft, wanted), draft)
            for draft in mentions_before(self._grammar, self._actors, wanted.index, REACH)
            if self._may_be(draft, wanted)
        ]
        if not scored:
            return None
        score, best = max(scored, key=itemgetter(0))
        must_act = wanted.possessive or wanted.animate
        return None if not must_act and self._thing_outranks(score, wanted) else best

    def fits(self, draft: ActorDraft, plural: bool | None, gender: str | None) -> bool:
        """Whether number and gender of a mention do not clash with those wanted."""
        if draft.kind == "adjective" or not self._fits_number(draft, plural):
            return False
        own = draft.gender
        return gender is None or own is None or gender == own or draft.kind == "capital"

    def _fits_number(self, draft: ActorDraft, plural: bool | None) -> bool:
        number = draft.plural
        if draft.kind in ("person", "capital") or (draft.kind == "organisation" and number is None):
            number = False
        if plural is False and number is None:
            return draft.kind != "members"
        if plural is None or number is None or plural == number:
            return True
        return plural and len(self._grammar.conjuncts(draft.head)) > 1

    def _may_be(self, draft: ActorDraft, wanted: Wanted) -> bool:
        if not self.fits(draft, wanted.plural, wanted.gender):
            return False
        if not wanted.possessive and not self._is_subject(wanted.index):
            # « il l'a accusé »: a pronoun is not its clause's own subject
            clause = self._grammar.governing_verb(wanted.index)
            if self._in_clause(draft, wanted.index, clause):
                return False
            if draft.identity == self._subject_of(clause):
                return False
        return draft.identity not in wanted.excluded

    def _is_subject(self, index: int) -> bool:
        return self._grammar.tokens[index].dep in (*SUBJECTS, "expl:subj")

    def _in_clause(self, draft: ActorDraft, index: int, clause: int | None) -> bool:
        """Whether a mention stands in the same clause, `clause`, as a token."""
        together = self._distance(index, draft.head) == 0
        return together and self._grammar.governing_verb(draft.head) == clause

    def _subject_of(self, clause: int | None) -> object:
        """The identity of a clause's subject; None when it has none that is known."""
        subject = self._grammar.subject(clause) if clause is not None else None
        if subject is None:
            return None
        draft = self._actors.by_token.get(subject)
        if draft is None and self._grammar.tokens[subject].pos == "PRON":
            draft = self._resolve_pronoun(subject)
        return draft.identity if draft is not None else None

    def _score(self, draft: ActorDraft, wanted: Wanted) -> float:
        index, distance = wanted.index, self._distance(wanted.index, draft.head)
        score = self._salience(draft) - self._doubt(draft, wanted)
        score -= _SENTENCE_COST * distance
        score -= (index - draft.head) * _TOKEN_COST
        if wanted.possessive and self._grammar.tokens[draft.head].dep in SUBJECTS:
            if self._in_clause(draft, index, self._grammar.governing_verb(index)):
                score += 2
        return score

    def _doubt(self, draft: ActorDraft, wanted: Wanted) -> float:
        doubt = 1.5 if wanted.gender == "Fem" and draft.gender is None else 0.0
        if wanted.animate and not _is_person(draft):
            doubt += 2.5  # « a-t-il dit »: a person speaks more often than a body
        if wanted.animate and self._spoke and draft.identity == self._spoke[-1].identity:
            doubt -= 1.5
        return doubt

    def _salience(self, draft: ActorDraft) -> float:
        """How much in view a mention is by itself."""
        verb = self._grammar.governing_verb(draft.head)
        score = _salience_of_function(self._grammar.tokens[draft.head].dep)
        if draft.kind in _NAMED_KINDS:
            score += 1
        if draft.names_land:
            score -= 1
        if draft.role is not None and draft.role.country == "complement" and draft.actor is None:
            score -= 1.5
        if verb is not None and self._grammar.tokens[verb].dep in ("ccomp", "acl:relcl", "advcl"):
            score -= 1
        return score

    def _thing_outranks(self, score: float, wanted: Wanted) -> bool:
        """Whether a thing, not an actor, is what a pronoun more likely stands for."""
        sentences = self._grammar.parse.sentences
        number = self._grammar.parse.sentence_of(wanted.index).number
        start = sentences[max(0, number - 1)].first
        return any(
            self._is_thing(position, wanted) and self._score_of_thing(position, wanted) > score
            for position in range(wanted.index - 1, start - 1, -1)
        )

    def _is_thing(self, position: int, wanted: Wanted) -> bool:
        """Whether a token is a subject that names no actor and does not clash."""
        token = self._grammar.tokens[position]
        if token.pos != "NOUN" or token.dep not in SUBJECTS or position in self._actors.by_token:
            return False
        if self._grammar.plural(position) not in (None, wanted.plural):
            return False
        return wanted.gender is None or self._grammar.gender(position) in (None, wanted.gender)

    def _score_of_thing(self, position: int, wanted: Wanted) -> float:
        distance = self._distance(wanted.index, position)
        return 3 - _SENTENCE_COST * distance - (wanted.index - position) * _TOKEN_COST

    def _distance(self, index: int, other: int) -> int:
        """How many sentences a token stands after another."""
        sentence_of = self._grammar.parse.sentence_of
        return sentence_of(index).number - sentence_of(other).number


def mentions_before(grammar: Grammar, actors: Actors, index: int, reach: int) -> list[ActorDraft]:
    """Mentions before a token within `reach` sentences, the nearest first.

    Pronouns that stand for nobody known are left out.
    """
    number = grammar.parse.sentence_of(index).number
    found = [
        draft
        for draft in actors.drafts
        if draft.first < index
        and number - grammar.parse.sentence_of(draft.head).number <= reach
        and not (draft.kind == "pronoun" and draft.antecedent is None)
    ]
    return sorted(found, key=lambda draft: -draft.first)


def _is_person(draft: ActorDraft) -> bool:
    root = draft.root()
    if root.kind == "person":
        return True
    return root.role is not None and (root.role.person or root.sector == "CVL")


def _salience_of_function(dep: str) -> float:
    if dep in SUBJECTS or dep == "expl:subj":
        return 3
    if dep in ("obj", "obl:agent"):
        return 1
    return -0.5 if dep == "nmod" else 0
