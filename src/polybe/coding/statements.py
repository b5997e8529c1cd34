"""Who said what: verbs and nouns of saying, quotes that run on, and cues such as « selon »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..codebook.ontology import Code
from ..model import Span
from .actors import ActorDraft
from .cues import Cues
from .drafts import Attribution, ReportDraft
from .matching import PredicateMatch
from .quotations import Quotations
from .refusals import Refusal
from .running_quotes import RunningQuotes
from .said import Said
from .scene import Scene
from .speakers import Speakers
from .status import Status

_MOSTLY_QUOTED = 0.4  # share of a content from which on it is told in the speaker's own words
_INDIRECT = Code("statement", "INDIRECT")
_DIRECT = Code("statement", "DIRECT")


class StatementReader:
    """Reads the statements of one document, and what each speaker vouches for.

    ``attributions`` grows with each reading.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.attributions: list[Attribution] = []
        self._cues = Cues(scene)
        self._speakers = Speakers(scene)
        self._quotations = Quotations(scene, self._speakers)
        self._said = Said(scene, self._speakers, self._quotations)

    def read(self, matches: Iterable[PredicateMatch]) -> list[ReportDraft]:
        """All statements: those with a verb of saying, then the sentences of quotes that run on.

        What is merely believed is attributed, but no statement unless one person is told to
        think so; nor does « selon X » make one.
        """
        read: dict[int, ReportDraft] = {}
        for match in matches:
            verdict = self._judge(match, read.get(match.head))
            if isinstance(verdict, Refusal):
                self.scene.refuse(match.head, match.predicate, verdict)
            else:
                read[match.head] = verdict
        drafts = [draft for draft in read.values() if not self._is_belief(draft)]
        cues = self._cues.read()
        self.attributions.extend(cues)
        return [*drafts, *self._read_running(drafts, cues)]

    def _judge(self, match: PredicateMatch, winner: ReportDraft | None) -> ReportDraft | Refusal:
        if winner is not None:
            return Refusal("outdone", winner.rule)
        return Refusal("cue") if self._cues.is_cue(match.head) else self.read_match(match)

    def _is_belief(self, draft: ReportDraft) -> bool:
        """Whether what is said is merely believed, which vouches for it but is no statement.

        What one person thinks, that person has told.
        """
        if not self._has_lemma(draft.head, "believing_verbs") or self._is_told(draft):
            return False
        if draft.predicate is not None:
            self.scene.refuse(draft.head, draft.predicate, Refusal("belief"))
        return True

    def _is_told(self, draft: ReportDraft) -> bool:
        """Whether a finite verb of belief, not itself quoted, has one person for its subject."""
        speaker = draft.actors[0].root()
        alone = speaker.kind == "role" and speaker.plural is False
        bearers = self.grammar.bearers(draft.head)
        finite = any(self.grammar.has(i, "VerbForm=Fin") for i in bearers)
        one = len(draft.actors) == 1 and (alone or speaker.kind == "person")
        return one and finite and self.scene.quote_at(draft.trigger.start) is None

    def read_match(self, match: PredicateMatch) -> ReportDraft | Refusal:
        """The statement of one verb or noun of saying; refused without a speaker or a content.

        A denial needs no content.
        """
        predicate, index, frames = match.predicate, match.head, self.scene.frames
        verb = predicate.pos == "verb"
        frame = frames.verb(index) if verb else frames.noun(index)
        speakers = self._speakers.of(index, predicate, frame)
        if not speakers:
            return Refusal("no_speaker")
        quote = self._quotations.of_verb(index) if verb else None
        said = self._said.content(predicate, frame, quote)
        draft = ReportDraft(_INDIRECT, index, match.trigger, predicate.rule, frame, actors=speakers)
        draft.predicate = predicate
        if said is None:
            denial = self._has_lemma(index, "denying_verbs")
            return draft if denial else Refusal("no_content")
        content, claim = said
        draft.content = content
        draft.recipients = self._addressees(match, draft)
        if frame.passive and self.grammar.is_form(index, "hearsay_forms"):
            return Refusal("said_of")
        if quote is not None:
            self.scene.speakers.setdefault(quote.outer.start, speakers[0])
        self._vouch(draft, content, claim)
        return draft

    def _addressees(self, match: PredicateMatch, draft: ReportDraft) -> list[ActorDraft]:
        predicate = match.predicate
        return [
            addressee
            for slot in predicate.slots["recipient"]
            for addressee in self.scene.participants(draft.frame.get(slot), slot, predicate.code)
            if addressee not in draft.actors
        ]

    def _vouch(self, draft: ReportDraft, content: Span, claim: int | None) -> None:
        """Attribute the content of a statement to its speaker, and tell whether it is quoted."""
        direct = self._quotations.share(content) >= _MOSTLY_QUOTED
        draft.code = _DIRECT if direct else _INDIRECT
        speaker, standing = draft.actors[0], self._standing(draft.head)
        self.attributions.append(Attribution(speaker, content, direct, standing, draft.head, claim))
        self.scene.coreference.spoke.append(speaker)

    def _standing(self, index: int) -> str | None:
        """What a verb of saying makes of what is said: denied, merely believed, or nothing."""
        if self._has_lemma(index, "denying_verbs"):
            return Status("denied", "denying_verbs", index)
        believed = self._has_lemma(index, "believing_verbs")
        return Status("alleged", "believing_verbs", index) if believed else None

    def _has_lemma(self, index: int, name: str) -> bool:
        return self.grammar.lemmas[index] in self.grammar.language.grammar[name]

    def _read_running(
        self, drafts: Sequence[ReportDraft], cues: Sequence[Attribution]
    ) -> list[ReportDraft]:
        """Statements of quoted sentences that no draft tells, attributed to their speakers."""
        found = RunningQuotes(self.scene, self._quotations).read(drafts, cues)
        self.attributions.extend(
            Attribution(draft.actors[0], draft.content, True, None, draft.head)
            for draft in found
            if draft.content is not None
        )
        return found
