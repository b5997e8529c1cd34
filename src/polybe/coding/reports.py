"""Reading events, control, forces, tolls and relations off the frames of predicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..codebook.ontology import SPEECH_ACTS, Code
from ..codebook.predicates import Predicate
from ..model import Span
from .claims import Claims
from .conditions import Conditions
from .contents import Contents
from .drafts import Attribution, ReportDraft
from .figures import FigureSpan
from .frames import Frame
from .matching import PredicateMatch
from .obligations import Obligations
from .participants import Participants
from .refusals import Refusal
from .scene import PlaceDraft, Scene
from .stance import Stance
from .status import Status
from .trigger_frames import TriggerFrames

_RELEASE = Code("event", "RETREAT", "release")
_RESCUE = Code("event", "AID")
_WORDS = SPEECH_ACTS | {"CONSULT"}
_OF_MATTER = frozenset({"AID", "MOBILIZE"})
"""Event types whose object is counted: so many men sent, so many tons given."""

_REFUSAL = Code("event", "REJECT")
_DEMONSTRATION = Code("event", "PROTEST", "demo")
_PART_REACH = 4  # tokens before a figure in which « dont » makes it a part


class ReportReader:
    """Reads the reports of one document that are not statements.

    `vouched` tells who vouches for which words, once the statements are read.
    """

    def __init__(self, scene: Scene, vouched: Sequence[Attribution] = ()) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.stance = Stance(scene.grammar, scene.codebook.language)
        self._frames = TriggerFrames(scene)
        self._conditions = Conditions(scene)
        self._contents = Contents(scene)
        self._participants = Participants(scene, self._contents)
        self._claims = Claims(scene)
        self._obligations = Obligations(scene, vouched)

    @property
    def attributions(self) -> list[Attribution]:
        """What the charges read so far make alleged."""
        return self._claims.attributions

    @property
    def suppressed(self) -> list[tuple[Span, int]]:
        """The contents that the events read so far keep to themselves, with the events' heads."""
        return self._claims.suppressed

    def is_suppressed(self, draft: ReportDraft) -> bool:
        """Whether a fact stands inside what another one asks, promises or threatens."""
        return self._claims.is_suppressed(draft)

    def read(self, matches: Iterable[PredicateMatch]) -> list[ReportDraft]:
        """The reports of the predicates that match: at most one of each kind at a token.

        At one token the predicate with most conditions wins inside its kind; different kinds, and
        an event beside a toll, are facts of their own.
        """
        taken: dict[tuple[int, str], ReportDraft] = {}
        for match in sorted(matches, key=lambda m: (m.head, m.predicate.code.kind != "relation")):
            kind = match.predicate.code.kind
            winner = taken.get((match.head, kind))
            if match.predicate.code.type == "SUPPORT":  # lasting support is a relation
                winner = winner or taken.get((match.head, "relation"))
            winner = winner or _phrase_before(taken.get((match.head, "event")), match.predicate)
            verdict = Refusal("outdone", winner.rule) if winner else self.read_match(match)
            if isinstance(verdict, Refusal):
                self.scene.refuse(match.head, match.predicate, verdict)
            else:
                taken[match.head, kind] = verdict
        return list(taken.values())

    def read_match(self, match: PredicateMatch) -> ReportDraft | Refusal:
        """The report that one match states, or why it states none."""
        frame = self._frame(match)
        if frame is None:
            return Refusal("not_obliging")
        unmet = self._conditions.unmet(match.predicate, frame)
        if unmet is not None:
            return unmet
        draft = self._draft(match, frame)
        status = self._status(match, frame)
        if status is None:
            return Refusal("unwanted")
        if self._conditions.names_no_deed(match):
            return Refusal("no_deed")
        draft.status = status
        lack = self._conditions.lack(match.predicate, draft)
        if lack is not None:
            return lack
        code = self._settled_code(draft)
        if code == _REFUSAL != draft.code:
            draft.status = "actual"
        draft.code = code
        self._claims.note(draft)
        return draft

    def _frame(self, match: PredicateMatch) -> Frame | None:
        if match.predicate.speaker_slot is not None:
            return self._obligations.frame(match)
        return self._frames.of(match)

    def _draft(self, match: PredicateMatch, frame: Frame) -> ReportDraft:
        predicate = match.predicate
        draft = ReportDraft(
            predicate.code, match.head, match.trigger, predicate.rule, frame, predicate=predicate
        )
        self._participants.fill(match, draft)
        draft.places = self._ground(predicate, frame)
        draft.figures = self._figures(draft)
        draft.content = self._contents.of(predicate, frame)
        return draft

    # -- ground and figures --------------------------------------------------------------------

    def _ground(self, predicate: Predicate, frame: Frame) -> list[PlaceDraft]:
        """The ground that is held or changes hands; none but for reports of control."""
        places: list[PlaceDraft] = []
        if predicate.code.kind != "control":
            return places
        for slot in predicate.slots["place"]:
            for token in frame.get(slot):
                for index in (token, self.grammar.transparent(token)):
                    place = self.scene.place_at.get(index)
                    if place is not None and place not in places:
                        places.append(place)
        return places

    def _figures(self, draft: ReportDraft) -> list[FigureSpan]:
        """Figures that count the trigger itself or somebody who takes part."""
        found: list[FigureSpan] = []
        for head in self._countable(draft):
            for token in dict.fromkeys((head, self.grammar.transparent(head))):
                for figure in self.scene.figures_of.get(token, ()):
                    counts = not self._is_part(figure, head) and self._is_told(figure, draft)
                    if counts and figure not in found:
                        found.append(figure)
        return found

    def _is_told(self, figure: FigureSpan, draft: ReportDraft) -> bool:
        """Whether a figure is a count that the fact tells, and not merely who took part.

        « Les deux présidents » counts none; nor do those who speak count what is said.
        """
        if draft.code.kind != "event":
            return True
        known = figure.noun is not None and self.grammar.is_definite(figure.noun)
        return not known and draft.code.type not in _WORDS

    def _countable(self, draft: ReportDraft) -> Iterator[int]:
        yield draft.head
        for side in draft.sides():
            yield side.head
        if draft.code.kind == "toll":
            # « a coûté 80 000 vies »
            yield from range(*self.grammar.token_range(draft.trigger))
        if draft.code.kind in ("control", "toll", "force") or draft.code.type in _OF_MATTER:
            for slot in ("object", "subject", "of", "to"):
                yield from draft.frame.get(slot)

    def _is_part(self, figure: FigureSpan, head: int) -> bool:
        """Whether a figure is a part told after « dont », not the count itself."""
        index = self.grammar.token_at(figure.start)
        first = max(0, index - _PART_REACH, head + 1)
        return any(self.grammar.is_form(i, "part_words") for i in range(first, index))

    # -- status and code -----------------------------------------------------------------------

    def _status(self, match: PredicateMatch, frame: Frame) -> str | None:
        """The status of a deed; None when it is told as not even wanted."""
        if match.predicate.status is not None:
            return Status(match.predicate.status, "entry", match.head)
        if match.predicate.pos == "verb":
            return self.stance.of_verb(match.head)
        status = self.stance.of_noun(frame)
        announcer = self._announcer(match) if status == "actual" else None
        if announcer is None:
            return status
        return Status(self._announced_status(match.predicate.code), "announced", announcer)

    def _announcer(self, match: PredicateMatch) -> int | None:
        """The verb of « annonce le retrait », « est prévue », told as to come; or None."""
        if match.predicate.code.kind not in ("event", "force"):
            return None
        grammar = self.grammar
        verb = grammar.governing_verb(match.head)
        if verb is None or not grammar.is_any(verb, "announcing_verbs"):
            return None
        if match.head in grammar.objects(verb):
            return verb
        announced = grammar.passive(verb) and grammar.subject(verb) == match.head
        return verb if announced else None

    def _announced_status(self, code: Code) -> str:
        if code.kind == "force":
            return "actual" if code.type == "PRESENT" else "planned"
        return self.scene.codebook.ontology.events[code.type].announced

    def _settled_code(self, draft: ReportDraft) -> Code:
        """The code of a fact once it is known who acts: protesters ask by protesting.

        Who does not accept refuses.
        """
        if draft.code.type == "REQUEST" and self._is_protest(draft):
            return _DEMONSTRATION
        accepts = draft.code.type == "AGREE" and self.grammar.is_any(draft.head, "accepting_verbs")
        if accepts and draft.status == "denied":
            return _REFUSAL
        return _RESCUE if self._is_rescue(draft) else draft.code

    def _is_protest(self, draft: ReportDraft) -> bool:
        """Whether protesters ask, and do more than tell a reporter what somebody must do."""
        if draft.predicate is not None and draft.predicate.speaker_slot is not None:
            return False
        roles = (side.root().role for side in draft.actors)
        return any(role and role.protests for role in roles)

    def _is_rescue(self, draft: ReportDraft) -> bool:
        """Captives freed by forces that did not hold them are helped; prisons only let go."""
        if draft.code != _RELEASE or not draft.actors:
            return False
        prisoners = self.scene.codebook.language.classes.get("prisoner", frozenset())
        held = any(self.grammar.lemmas[side.head] in prisoners for side in draft.recipients)
        return not held and all(side.sector in ("MIL", "COP") for side in draft.actors)


def _phrase_before(event: ReportDraft | None, predicate: Predicate) -> ReportDraft | None:
    """The event of a phrase that leaves its bare verb no ground: « a pris position »."""
    if event is None or predicate.fixed or predicate.code.kind not in ("control", "force"):
        return None
    return event if event.predicate is not None and event.predicate.fixed else None
