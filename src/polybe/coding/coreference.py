"""Who is meant: pronouns, possessives and descriptions that stand for an actor named before.

There are no French coreference models to be had without a download, so this is the old rule of the
nearest compatible antecedent: number and gender must not clash, a subject is preferred to a
complement, the same sentence to the one before.
"""

from __future__ import annotations

from ..model import Span
from .actors import ActorDraft, Actors
from .grammar import SUBJECTS, Grammar

_REACH = 3  # sentences back


class Coreference:
    """Resolves words of one document to the actors they stand for."""

    def __init__(self, grammar: Grammar, actors: Actors) -> None:
        self.grammar = grammar
        self.actors = actors
        self._resolved: dict[int, ActorDraft | None] = {}
        self.spoke: list[ActorDraft] = []

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
        plural = self.grammar.words[index].startswith(("leur", "nos", "notre"))
        owner = self._clause_subject(index)
        if owner is not None and self._compatible(owner, plural or None, None):
            if owner.plural is None or owner.plural == plural or plural:
                return owner
        return self._antecedent(index, plural=plural, gender=None, possessive=True)

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

    def speaker_pronoun(self, index: int, speaker: ActorDraft | None) -> ActorDraft | None:
        """A mention for « nous » or « je » inside a quote: the one who speaks."""
        if speaker is None:
            return None
        draft = self._mention(index)
        draft.take(speaker)
        self._resolved[index] = draft
        return draft

    def descriptions(self) -> None:
        """Give « le groupe », « les assaillants » the actor that they point back to."""
        for draft in sorted(self.actors.drafts, key=lambda d: d.first):
            if draft.kind == "role" and draft.role is not None and draft.role.back:
                self._describe(draft)

    def _describe(self, draft: ActorDraft) -> None:
        if not draft.definite or draft.actor is not None or draft.antecedent is not None:
            return
        if any(True for _ in self.grammar.complements(draft.head)) or any(
            self.actors.demonym(i) for i in range(draft.head, draft.last)
        ):
            return
        role = draft.role
        assert role is not None
        wanted = {
            "UAF": ("UAF", "REB", "CRM", "PRM"),
            "REB": ("REB", "PRM", "OPP", "CRM"),
            "SOC": ("SOC", "EDU", "REB", "MED", None),
            "PTY": ("PTY", "OPP"),
        }.get(role.sector, ())
        for other in self._before(draft.first, _REACH * 2):
            named = other.kind in ("group", "organisation", "members", "name")
            if role.sector == "UAF":
                named = named or other.kind == "role"
            if other is not draft and named and other.sector in wanted:
                draft.take(other.root())
                return

    # -- choosing ------------------------------------------------------------------------------

    def _resolve(self, index: int, animate: bool, speaker: ActorDraft | None) -> ActorDraft | None:
        word = self.grammar.words[index]
        plural = self.grammar.plural(index)
        if word in ("ils", "elles", "les", "eux", "leur", "ceux-ci", "celles-ci"):
            plural = True
        if word in ("il", "elle", "lui", "l'", "le", "la", "celui-ci", "celle-ci"):
            plural = False
        gender = self.grammar.gender(index)
        if word in ("elle", "elles", "celle-ci", "celles-ci", "la"):
            gender = "Fem"
        elif word in ("il", "ils", "celui-ci", "ceux-ci", "le", "eux"):
            gender = "Masc"
        if word in ("l'", "lui", "leur", "les"):
            gender = None
        excluded = frozenset() if speaker is None else frozenset({speaker.identity})
        antecedent = self._antecedent(
            index, plural=plural, gender=gender, animate=animate, excluded=excluded
        )
        if antecedent is None:
            return None
        draft = self._mention(index)
        draft.take(antecedent.root())
        return draft

    def _mention(self, index: int) -> ActorDraft:
        token = self.grammar.tokens[index]
        clitic = len(token.text) - len(token.text.removeprefix("-t-").removeprefix("-"))
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

    def _antecedent(
        self,
        index: int,
        *,
        plural: bool | None,
        gender: str | None,
        possessive: bool = False,
        animate: bool = False,
        excluded: frozenset[object] = frozenset(),
    ) -> ActorDraft | None:
        sentence = self.grammar.parse.sentence_of(index)
        clause = self.grammar.governing_verb(index)
        is_subject = self.grammar.tokens[index].dep in (*SUBJECTS, "expl:subj")
        best: tuple[float, ActorDraft] | None = None
        for draft in self._before(index, _REACH):
            if not self._compatible(draft, plural, gender):
                continue
            distance = sentence.number - self.grammar.parse.sentence_of(draft.head).number
            same_clause = distance == 0 and self.grammar.governing_verb(draft.head) == clause
            if same_clause and not possessive and not is_subject:
                continue  # « il l'a accusé »: a pronoun is not its clause's own subject
            if not is_subject and not possessive and draft.identity == self._subject_of(clause):
                continue
            if draft.identity in excluded:
                continue
            doubt = 1.5 if gender == "Fem" and draft.gender is None else 0.0
            if animate and not self._is_person(draft):
                doubt += 2.5  # « a-t-il dit »: a person speaks more often than a body
            if animate and self.spoke and draft.identity == self.spoke[-1].identity:
                doubt -= 1.5
            score = self._salience(draft) - doubt - 2.5 * distance - (index - draft.head) * 0.01
            if possessive and same_clause and self.grammar.tokens[draft.head].dep in SUBJECTS:
                score += 2
            if best is None or score > best[0]:
                best = (score, draft)
        if best is None:
            return None
        if not possessive and not animate and self._thing_outranks(index, best[0], plural, gender):
            return None
        return best[1]

    def _thing_outranks(
        self, index: int, score: float, plural: bool | None, gender: str | None
    ) -> bool:
        """Whether a thing, not an actor, is what a pronoun more likely stands for."""
        sentence = self.grammar.parse.sentence_of(index)
        start = self.grammar.parse.sentences[max(0, sentence.number - 1)].first
        for position in range(index - 1, start - 1, -1):
            token = self.grammar.tokens[position]
            if token.pos != "NOUN" or token.dep not in SUBJECTS or position in self.actors.by_token:
                continue
            if self.grammar.plural(position) not in (None, plural):
                continue
            if gender is not None and self.grammar.gender(position) not in (None, gender):
                continue
            distance = sentence.number - self.grammar.parse.sentence_of(position).number
            if 3 - 2.5 * distance - (index - position) * 0.01 > score:
                return True
        return False

    def _subject_of(self, clause: int | None) -> object:
        """The identity of a clause's subject; None when it has none that is known."""
        if clause is None:
            return None
        subject = self.grammar.subject(clause)
        if subject is None:
            return None
        draft = self.actors.by_token.get(subject)
        if draft is None and self.grammar.tokens[subject].pos == "PRON":
            draft = self.pronoun(subject)
        return draft.identity if draft is not None else None

    def _is_person(self, draft: ActorDraft) -> bool:
        root = draft.root()
        return root.kind == "person" or (
            root.role is not None and (root.role.person or root.sector == "CVL")
        )

    def _salience(self, draft: ActorDraft) -> float:
        token = self.grammar.tokens[draft.head]
        score = 0.0
        if token.dep in SUBJECTS or token.dep == "expl:subj":
            score += 3
        elif token.dep in ("obj", "obl:agent"):
            score += 1
        if token.dep == "nmod":
            score -= 0.5
        if draft.kind in ("person", "group", "organisation", "members"):
            score += 1
        if draft.kind in ("state", "capital"):
            score -= 1
        if draft.role is not None and draft.role.country == "complement" and draft.actor is None:
            score -= 1.5
        verb = self.grammar.governing_verb(draft.head)
        if verb is not None and self.grammar.tokens[verb].dep in ("ccomp", "acl:relcl", "advcl"):
            score -= 1
        return score

    def _compatible(self, draft: ActorDraft, plural: bool | None, gender: str | None) -> bool:
        if draft.kind == "adjective":
            return False
        number = draft.plural
        if draft.kind in ("person", "capital") or (draft.kind == "organisation" and number is None):
            number = False
        if plural is not None and number is not None and plural != number:
            together = len(self.grammar.conjuncts(draft.head)) > 1
            if not (plural and together):
                return False
        if plural is False and number is None and draft.kind == "members":
            return False
        own = draft.gender
        return gender is None or own is None or gender == own or draft.kind == "capital"

    def _before(self, index: int, reach: int) -> list[ActorDraft]:
        """Mentions before a token within some sentences, the nearest first."""
        number = self.grammar.parse.sentence_of(index).number
        found = [
            d
            for d in self.actors.drafts
            if d.first < index
            and number - self.grammar.parse.sentence_of(d.head).number <= reach
            and not (d.kind == "pronoun" and d.antecedent is None)
        ]
        return sorted(found, key=lambda d: -d.first)
