"""Reading events, control, forces, tolls and relations off the frames of predicates."""

from __future__ import annotations

from collections.abc import Iterable

from ..codebook.ontology import Code
from ..codebook.predicates import Predicate
from ..model import Span
from .actors import ActorDraft
from .drafts import Attribution, ReportDraft
from .figures import FigureSpan
from .frames import Frame
from .matching import PredicateMatch
from .scene import Scene
from .stance import Stance, stronger

_LONE_SLOTS = ("subject", "self")


class ReportReader:
    """Reads the reports of one document that are not statements."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.stance = Stance(scene.grammar, scene.codebook.language)
        self.attributions: list[Attribution] = []
        self.suppressed: list[tuple[Span, int]] = []

    def read(self, matches: Iterable[PredicateMatch]) -> list[ReportDraft]:
        """The reports of the predicates that match: at most one of each kind at a token.

        At one token the predicate with most conditions wins inside its kind; different kinds, and
        an event beside a toll, are facts of their own.
        """
        drafts: list[ReportDraft] = []
        taken: set[tuple[int, str]] = set()
        for match in matches:
            key = (match.head, match.predicate.code.kind)
            if key in taken:
                continue
            draft = self._read_one(match)
            if draft is not None:
                taken.add(key)
                drafts.append(draft)
        return drafts

    def _read_one(self, match: PredicateMatch) -> ReportDraft | None:
        predicate, scene = match.predicate, self.scene
        frame = self._frame(match)
        if not self._meets_conditions(predicate, frame):
            return None
        draft = ReportDraft(predicate.code, match.head, match.trigger, predicate.rule, frame)
        draft.actors = self._fill(predicate, frame, "actor")
        draft.recipients = [d for d in self._fill(predicate, frame, "recipient") if d not in draft.actors]
        self._between(predicate, frame, draft)
        self._settle_sides(predicate, draft)
        draft.places = self._grounds(predicate, frame)
        draft.figures = self._figures(draft)
        draft.content = self._content(predicate, frame)
        draft.status = predicate.status or self._status(match, frame)
        if not self._complete(predicate, draft):
            return None
        self._note_claims(draft, frame, scene)
        return draft

    def _frame(self, match: PredicateMatch) -> Frame:
        if match.predicate.pos == "noun":
            frame = self.scene.frames.noun(match.head)
            frame.slots.setdefault("self", [match.head])
            return frame
        frame = self.scene.frames.verb(match.head)
        if match.anchor == match.head:
            return frame
        return self._with_fixed(frame, match.anchor)

    def _with_fixed(self, frame: Frame, anchor: int) -> Frame:
        """The frame of a fixed phrase: what hangs on its noun counts with what hangs on the verb."""
        grammar = self.grammar
        merged = Frame(frame.head, frame.verb, {k: list(v) for k, v in frame.slots.items()},
                       frame.clause, frame.passive)
        for tokens in merged.slots.values():
            if anchor in tokens:
                tokens.remove(anchor)
        for preposition, token in grammar.complements(anchor):
            for one in grammar.conjuncts(token):
                merged.add(preposition, one)
        merged.slots.setdefault("object", [])
        if merged.clause is None:
            noun = self.scene.frames.noun(anchor)
            merged.clause = noun.clause
        return merged

    # -- conditions ----------------------------------------------------------------------------

    def _meets_conditions(self, predicate: Predicate, frame: Frame) -> bool:
        for slot, wanted in predicate.conditions.items():
            fillers = frame.get(slot)
            if not any(self.scene.belongs(token, wanted) for token in fillers):
                return False
        return True

    def _complete(self, predicate: Predicate, draft: ReportDraft) -> bool:
        """Whether the draft has what its predicate requires, and what its kind cannot be without."""
        filled = {
            "actor": bool(draft.actors),
            "recipient": bool(draft.recipients),
            "place": bool(draft.places) or self._has_ground(predicate, draft.frame),
            "content": draft.content is not None,
            "figure": bool(draft.figures),
        }
        if not all(filled[role] for role in predicate.requires):
            return False
        kind = predicate.code.kind
        if kind == "relation":
            return len(draft.sides()) > 1
        if kind == "toll":
            return bool(draft.figures or (draft.recipients and predicate.pos == "verb"))
        if kind == "control":
            return filled["place"]
        if kind == "force":
            return filled["actor"] or filled["figure"]
        if predicate.pos == "verb":
            return filled["actor"] or filled["recipient"] or (
                filled["place"] and predicate.code.type in ("ASSAULT", "COERCE")
            )
        return True

    def _has_ground(self, predicate: Predicate, frame: Frame) -> bool:
        return any(
            self.scene.is_ground_noun(self.grammar.transparent(token))
            for slot in predicate.slots["place"]
            for token in frame.get(slot)
        )

    # -- roles ---------------------------------------------------------------------------------

    def _fill(self, predicate: Predicate, frame: Frame, role: str) -> list[ActorDraft]:
        found: list[ActorDraft] = []
        for slot in predicate.slots[role]:
            for draft in self.scene.participants(frame.get(slot), slot, predicate.code):
                if draft not in found:
                    found.append(draft)
        return found

    def _between(self, predicate: Predicate, frame: Frame, draft: ReportDraft) -> None:
        """« entre X et Y » makes both sides actors of any noun, « avec » those of a fight."""
        if predicate.pos != "noun" or predicate.code.kind != "event":
            return
        slots = ["entre"]
        if predicate.code.type in ("ASSAULT", "CONSULT"):
            slots.append("avec")
        for slot in slots:
            for side in self.scene.participants(frame.get(slot), slot, predicate.code):
                if side not in draft.actors:
                    draft.actors.append(side)
                if side in draft.recipients:
                    draft.recipients.remove(side)

    def _settle_sides(self, predicate: Predicate, draft: ReportDraft) -> None:
        """In a mutual act all sides are actors; a visit and a call to someone keep their host."""
        merge = predicate.mutual and predicate.code.type in ("CONSULT", "COOPERATE", "RIVAL", "ALLIED")
        if merge and predicate.code.mode not in ("visit", "phone"):
            draft.actors.extend(d for d in draft.recipients if d not in draft.actors)
            draft.recipients = []
        identities = {d.identity for d in draft.actors}
        if predicate.code.kind != "relation":
            draft.recipients = [d for d in draft.recipients if d.identity not in identities]

    def _grounds(self, predicate: Predicate, frame: Frame) -> list:  # type: ignore[type-arg]
        places = []
        for slot in predicate.slots["place"]:
            for token in frame.get(slot):
                for index in (token, self.grammar.transparent(token)):
                    place = self.scene.place_at.get(index)
                    if place is not None and place not in places:
                        places.append(place)
        return places

    def _figures(self, draft: ReportDraft) -> list[FigureSpan]:
        """Figures that count the trigger itself or somebody who takes part."""
        heads = [draft.head, *(d.head for d in draft.sides())]
        frame = draft.frame
        if draft.code.kind in ("control", "toll", "force"):
            for slot in ("object", "subject", "de", "a"):
                heads.extend(frame.get(slot))
        found: list[FigureSpan] = []
        for head in heads:
            for token in dict.fromkeys((head, self.grammar.transparent(head))):
                for figure in self.scene.figures_of.get(token, ()):
                    if figure not in found and not self._after_including(figure, head):
                        found.append(figure)
        return found

    def _after_including(self, figure: FigureSpan, head: int) -> bool:
        """Whether a figure is a part told after « dont », not the count itself."""
        index = self.grammar.token_at(figure.start)
        return any(
            self.grammar.words[i] == "dont" and head < i for i in range(max(0, index - 4), index)
        )

    # -- content and status --------------------------------------------------------------------

    def _content(self, predicate: Predicate, frame: Frame) -> Span | None:
        """What is asked, promised, threatened or agreed, as the text has it."""
        if predicate.code.kind != "event":
            return None
        for slot in predicate.slots["content"]:
            if slot == "clause":
                if frame.clause is not None and frame.clause > frame.head:
                    return self._span_of(frame.clause)
                continue
            for token in frame.get(slot):
                draft = self.scene.draft_of(token)
                is_place = token in self.scene.place_at
                if token <= frame.head and slot != "object" or is_place:
                    continue
                if draft is not None and draft.head == token:
                    continue
                if self.grammar.tokens[token].pos == "PRON":
                    continue
                return self._span_of(token)
        return None

    def _span_of(self, token: int) -> Span:
        grammar = self.grammar
        first, last = grammar.subtree_span(token)
        while first < token and (
            grammar.tokens[first].dep in ("mark", "case") or grammar.tokens[first].pos == "PUNCT"
        ) and grammar.words[first] not in ("du", "des", "au", "aux"):
            first += 1
        return grammar.span(first, last)

    def _status(self, match: PredicateMatch, frame: Frame) -> str:
        if match.predicate.pos == "verb":
            return self.stance.of_verb(match.head)
        status = self.stance.of_noun(frame)
        if status == "actual" and self._announced(match, frame):
            return self.scene.codebook.ontology.events[match.predicate.code.type].announced
        return status

    def _announced(self, match: PredicateMatch, frame: Frame) -> bool:
        """« annonce le retrait », « est prévue »: told as to come."""
        if match.predicate.code.kind != "event":
            return False
        verb = self.grammar.governing_verb(match.head)
        if verb is None:
            return False
        announcing = self.scene.codebook.language.attribution.announcing_verbs
        if self.grammar.lemmas[verb] not in announcing:
            return False
        surface = self.grammar.subject(verb)
        return match.head in self.grammar.objects(verb) or (
            self.grammar.passive(verb) and surface == match.head
        )

    # -- what the report says of others --------------------------------------------------------

    def _note_claims(self, draft: ReportDraft, frame: Frame, scene: Scene) -> None:
        """A charge makes its content alleged; a demand, promise or threat keeps its content to itself."""
        if draft.code.kind != "event" or draft.content is None:
            return
        entry = scene.codebook.ontology.events[draft.code.type]
        if entry.suppresses:
            self.suppressed.append((draft.content, draft.head))
        if draft.code == Code("event", "ACCUSE", "allege"):
            speaker = draft.actors[0] if draft.actors else None
            self.attributions.append(
                Attribution(speaker, draft.content, False, "alleged", draft.head, frame.clause)
            )

    def is_suppressed(self, draft: ReportDraft) -> bool:
        """Whether a fact stands inside what another one asks, promises or threatens.

        What a relative clause tells there is told as a fact and stays.
        """
        for span, head in self.suppressed:
            if head == draft.head or not span.covers(draft.trigger):
                continue
            if not self._in_relative(draft.head, span):
                return True
        return False

    def _in_relative(self, index: int, span: Span) -> bool:
        grammar = self.grammar
        for token in [grammar.tokens[index], *grammar.parse.ancestors(index)]:
            if token.start < span.start:
                return False
            if token.dep == "acl:relcl":
                return True
            if token.dep == "acl" and grammar.is_past_participle(token.index):
                return True
        return False


def attribute(drafts: Iterable[ReportDraft], attributions: list[Attribution], reader: ReportReader) -> None:
    """Give each fact its sources, outermost first, and the standing that their telling gives it."""
    ordered = sorted(attributions, key=lambda a: -(a.span.end - a.span.start))
    for draft in drafts:
        for attribution in ordered:
            if attribution.head == draft.head or not attribution.span.covers(draft.trigger):
                continue
            if not attribution.direct and _presupposed(draft, attribution, reader):
                continue
            if attribution.speaker is not None and attribution.speaker not in draft.sources:
                own = draft.code.kind == "statement" and attribution.speaker in draft.actors
                if not own:
                    draft.sources.append(attribution.speaker)
            if attribution.status is not None and draft.code.kind != "statement":
                draft.status = stronger(draft.status, attribution.status)


def _presupposed(draft: ReportDraft, attribution: Attribution, reader: ReportReader) -> bool:
    """Whether a fact inside a reported clause is taken for granted, not claimed.

    A definite noun of action is, unless it is what the clause is about: the object of the verb of
    saying, or carried by a light verb.
    """
    grammar = reader.grammar
    if grammar.tokens[draft.head].pos != "NOUN" or draft.code.kind == "toll":
        return False
    if attribution.claim == draft.head or draft.frame.verb is not None:
        return False
    determiner = grammar.determiner(draft.head)
    case = grammar.child(draft.head, "case")
    definite = (determiner is not None and "Definite=Def" in determiner.morph) or (
        determiner is None and case is not None and grammar.words[case.index] in ("du", "des", "au", "aux")
    )
    if determiner is not None and grammar.is_any(determiner.index, "pointing_determiners"):
        definite = True
    return definite
