"""Reading events, control, forces, tolls and relations off the frames of predicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..codebook.ontology import Code
from ..codebook.predicates import Predicate
from ..model import Span
from .actors import ActorDraft
from .drafts import Attribution, ReportDraft
from .figures import FigureSpan
from .frames import Frame
from .grammar import Grammar
from .matching import PredicateMatch
from .scene import PlaceDraft, Scene
from .stance import Stance, stronger

_UNARMED = frozenset({"CVL", "REF", "JRN", "MED", "BUS", "EDU", "REL", "SOC", "LAB", "AGR"})
_ARTICLE = 5  # code points: an article may stand before a quotation mark


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
        for match in sorted(matches, key=lambda m: (m.head, m.predicate.code.kind != "relation")):
            key = (match.head, match.predicate.code.kind)
            if key in taken:
                continue
            if match.predicate.code.type == "SUPPORT" and (match.head, "relation") in taken:
                continue  # lasting support is a relation; praise is an event
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
        draft.actors = self._named_by_trigger(match) + self._fill(predicate, frame, "actor")
        draft.recipients = [
            d for d in self._fill(predicate, frame, "recipient") if d not in draft.actors
        ]
        if predicate.code.type == "SUPPORT" and not draft.recipients:
            draft.recipients = self._of_object(predicate, frame, draft)
        self._between(predicate, frame, draft)
        self._settle_sides(predicate, draft)
        if predicate.code.type == "REQUEST" and not draft.recipients:
            draft.recipients = self._asked(predicate, frame, draft)
        draft.places = self._grounds(predicate, frame) if predicate.code.kind == "control" else []
        draft.figures = self._figures(draft)
        draft.content = self._content(predicate, frame)
        status = predicate.status or self._status(match, frame)
        if status is None or self._is_label(match) or self._is_ended(match):
            return None
        draft.status = status
        if not self._complete(predicate, draft):
            return None
        if draft.code.type == "REQUEST" and any(
            d.root().role and d.root().role.protests for d in draft.actors
        ):
            draft.code = Code("event", "PROTEST", "demo")
        if self._is_rescue(draft):
            draft.code = Code("event", "AID")
        self._note_claims(draft, frame, scene)
        return draft

    def _is_rescue(self, draft: ReportDraft) -> bool:
        """Captives freed by forces that did not hold them are helped; prisons only let go."""
        if draft.code != Code("event", "RETREAT", "release") or not draft.actors:
            return False
        prisoners = self.scene.codebook.language.classes.get("prisoner", frozenset())
        held = any(self.grammar.lemmas[d.head] in prisoners for d in draft.recipients)
        return not held and all(d.sector in ("MIL", "COP") for d in draft.actors)

    def _frame(self, match: PredicateMatch) -> Frame:
        if match.predicate.pos == "noun":
            frame = self.scene.frames.noun(match.head)
            return self._without(frame, match.trigger) if match.predicate.fixed else frame
        frame = self.scene.frames.verb(match.head)
        if match.predicate.code.kind == "control":
            frame = self._on_ground(frame)
        if match.anchor == match.head:
            return frame
        return self._with_fixed(frame, match.anchor)

    def _without(self, frame: Frame, trigger: Span) -> Frame:
        """The frame of a phrase such as « coup d'Etat » without the phrase's own words."""
        slots = {
            slot: [
                i for i in tokens if not trigger.start <= self.grammar.tokens[i].start < trigger.end
            ]
            for slot, tokens in frame.slots.items()
        }
        return Frame(frame.head, frame.verb, slots, frame.clause, frame.passive, frame.carrier)

    def _on_ground(self, frame: Frame) -> Frame:
        """« la reprise d'Idleb, encore tenue par X »: the participle is of the place, not the act."""
        token = self.grammar.tokens[frame.head]
        if not frame.passive or not token.dep.startswith("acl"):
            return frame
        if any(self.scene.is_ground_noun(i) for i in frame.get("object")):
            return frame
        for position in range(frame.head - 1, token.head, -1):
            if position in self.scene.place_at:
                slots = {**frame.slots, "object": [self.scene.place_at[position].head]}
                return Frame(frame.head, frame.verb, slots, frame.clause, frame.passive)
        return frame

    def _with_fixed(self, frame: Frame, anchor: int) -> Frame:
        """The frame of a fixed phrase: what hangs on its noun counts with what hangs on the verb."""
        grammar = self.grammar
        merged = Frame(
            frame.head,
            frame.verb,
            {k: list(v) for k, v in frame.slots.items()},
            frame.clause,
            frame.passive,
        )
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

    def _is_ended(self, match: PredicateMatch) -> bool:
        """« la levée des sanctions »: what is told is the end of the deed, not the deed."""
        grammar = self.grammar
        token = grammar.tokens[match.head]
        return (
            token.pos == "NOUN"
            and token.dep == "nmod"
            and grammar.preposition(match.head) == "de"
            and grammar.is_any(token.head, "ending_nouns")
        )

    def _is_label(self, match: PredicateMatch) -> bool:
        """Whether a noun only tells the kind of another: « groupe de combat », « centre de détention »."""
        grammar = self.grammar
        token = grammar.tokens[match.head]
        if token.pos != "NOUN" or token.dep != "nmod" or grammar.preposition(match.head) != "de":
            return False
        if grammar.determiner(match.head) is not None or grammar.words[match.head - 1] in (
            "du",
            "des",
        ):
            return False
        if grammar.plural(match.head) or match.predicate.code.kind in ("force", "toll", "relation"):
            return False
        governor = token.head
        stance = grammar.language.stance
        return not (
            grammar.is_any(governor, "phase_nouns")
            or any(
                grammar.lemmas[governor] in stance[f"{n}_nouns"]
                for n in ("sought", "planned", "hypothetical")
            )
        )

    # -- conditions ----------------------------------------------------------------------------

    def _meets_conditions(self, predicate: Predicate, frame: Frame) -> bool:
        for slot, wanted in predicate.conditions.items():
            fillers = frame.get(slot)
            if not fillers and slot == "subject" and frame.passive:
                continue  # « ont été interpellés »: by whom is not told
            if not fillers and predicate.pos == "noun" and (frame.get("par") or frame.get("poss")):
                continue  # « leurs destructions »: an act with an agent need not name its object
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
        if not self._fit(predicate.code, draft):
            return False
        if predicate.code.type == "CONSULT" and predicate.pos == "verb":
            sides = draft.sides()
            return len(sides) > 1 or any(side.plural for side in sides)
        if predicate.code.type in ("SUPPORT", "SUPPORTS") and self._one_state(draft):
            return False
        if kind == "relation":
            sides = {side.identity for side in draft.sides()}
            return len(sides) > 1 and self._names_both(predicate, draft)
        if kind == "toll":
            persons = [d for d in draft.recipients if d.root().kind == "person"]
            named = persons or [d for d in draft.recipients if d.kind != "pronoun"]
            told = persons or (named and predicate.pos == "verb")
            return draft.status != "sought" and bool(draft.figures or told)
        if kind == "control":
            return filled["place"] or bool(predicate.fixed)
        if kind == "force":
            return filled["actor"] or filled["figure"]
        if predicate.pos == "verb":
            return (
                filled["actor"]
                or filled["recipient"]
                or (filled["place"] and predicate.code.type in ("ASSAULT", "COERCE"))
            )
        return True

    def _fit(self, code: Code, draft: ReportDraft) -> bool:
        """Whether those who act can: civilians are no force, do not mobilize nor withdraw."""
        military = (
            code.kind == "force"
            or code.type == "MOBILIZE"
            or (code.type == "RETREAT" and code.mode == "withdraw")
        )
        return not (military and draft.actors and all(d.sector in _UNARMED for d in draft.actors))

    def _one_state(self, draft: ReportDraft) -> bool:
        """Whether both sides are arms of one state: a government's support for its own troops."""
        sides = draft.sides()
        arms = all(d.sector in ("GOV", "MIL", "COP") and d.country is not None for d in sides)
        return (
            bool(draft.actors and draft.recipients)
            and arms
            and len({d.country for d in sides}) == 1
        )

    def _names_both(self, predicate: Predicate, draft: ReportDraft) -> bool:
        """A noun of rank relates a named person and a named body, or it tells nothing.

        Offices of state are no membership; ground is not led but held.
        """
        if predicate.code.type not in ("MEMBER", "LEADS"):
            return True
        if (
            any(d.kind in ("state", "capital") for d in draft.recipients)
            and predicate.code.type == "LEADS"
        ):
            return False
        if predicate.pos != "noun":
            return True
        draft.recipients = [d for d in draft.recipients if d.kind not in ("state", "capital")]
        person = any(d.kind == "person" for d in draft.actors)
        return person and any(d.actor is not None or d.kind != "role" for d in draft.recipients)

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
            if role == "actor" and predicate.pos == "noun" and not predicate.mutual:
                if slot == "announcer" and found:
                    continue
                if slot == "de" and self._has_agent(predicate, frame):
                    continue
            for draft in self.scene.participants(frame.get(slot), slot, predicate.code):
                if all(draft.identity != other.identity for other in found):
                    found.append(draft)
        return found

    def _has_agent(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a noun of action has its agent told otherwise than by « de »."""
        return any(
            self.scene.participants(frame.get(slot), slot, predicate.code)
            for slot in ("par", "poss", "announcer")
            if slot in predicate.slots["actor"]
        )

    def _named_by_trigger(self, match: PredicateMatch) -> list[ActorDraft]:
        """The actor that the trigger itself names: « son allié russe », « 300 soldats »."""
        if match.predicate.pos != "noun" or match.predicate.code.kind not in ("relation", "force"):
            return []
        draft = self.scene.actors.by_token.get(match.head)
        if match.predicate.code.type in ("MEMBER", "LEADS"):
            person = self._bearer(match.head, draft)
            return [person] if person is not None else []
        return [draft] if draft is not None and draft.head == match.head else []

    def _bearer(self, index: int, draft: ActorDraft | None) -> ActorDraft | None:
        """The named person who bears a rank: « X, chef de Y », « le chef de Y, X »."""
        token = self.grammar.tokens[index]
        above = self.scene.actors.by_token.get(token.head)
        if token.dep in ("appos", "conj", "nmod") and above is not None and above.kind == "person":
            return above
        apposed = self.scene.apposed(index)
        if apposed is not None:
            return apposed
        people = [d for d in self.scene.actors.drafts if d.kind == "person" and draft is not None]
        return next(
            (
                p
                for p in people
                if p.antecedent is draft or (draft is not None and draft.span.covers(p.span))
            ),
            None,
        )

    def _asked(self, predicate: Predicate, frame: Frame, draft: ReportDraft) -> list[ActorDraft]:
        """« demande le départ de X »: who is to leave is who is asked."""
        content = self._content(predicate, frame)
        if content is None:
            return []
        nouns = self.scene.codebook.predicates.nouns
        first, last = self.grammar.token_range(content)
        for index in range(first, last):
            for inner in nouns.get(self.grammar.lemmas[index], ()):
                if inner.code.type == "RETREAT" and inner.code.mode in (
                    "withdraw",
                    "resign",
                    "disarm",
                ):
                    tokens = self.scene.frames.noun(index).get("de")
                    return [
                        d
                        for d in self.scene.participants(tokens, "de", inner.code)
                        if d not in draft.actors
                    ]
        return []

    def _of_object(
        self, predicate: Predicate, frame: Frame, draft: ReportDraft
    ) -> list[ActorDraft]:
        """« valide la victoire de X »: X is who is approved."""
        found: list[ActorDraft] = []
        for token in frame.get("object"):
            inner = [i for preposition, i in self.grammar.complements(token) if preposition == "de"]
            found.extend(self.scene.participants(inner, "de", predicate.code))
        return [d for d in found if d not in draft.actors]

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
        merge = (
            predicate.mutual or (predicate.pos == "noun" and predicate.code.kind == "relation")
        ) and predicate.code.type in ("CONSULT", "COOPERATE", "RIVAL", "ALLIED")
        if merge and predicate.code.mode not in ("visit", "phone"):
            draft.actors.extend(d for d in draft.recipients if d not in draft.actors)
            draft.recipients = []
        identities = {d.identity for d in draft.actors}
        if predicate.code.kind != "relation":
            draft.recipients = [d for d in draft.recipients if d.identity not in identities]

    def _grounds(self, predicate: Predicate, frame: Frame) -> list[PlaceDraft]:
        places: list[PlaceDraft] = []
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
        while (
            first < token
            and (
                grammar.tokens[first].dep in ("mark", "case")
                or grammar.tokens[first].pos == "PUNCT"
            )
            and grammar.words[first] not in ("du", "des", "au", "aux")
        ):
            first += 1
        return self._with_quote(grammar.span(first, last))

    def _with_quote(self, span: Span) -> Span:
        """A content that opens with a quotation runs to the end of it."""
        for quote in self.scene.quotes:
            opens = span.start <= quote.outer.start <= span.start + _ARTICLE
            if opens and quote.outer.start < span.end <= quote.outer.end:
                return quote.inner
        return span

    def _status(self, match: PredicateMatch, frame: Frame) -> str | None:
        if match.predicate.pos == "verb":
            return self.stance.of_verb(match.head)
        status = self.stance.of_noun(frame)
        if status == "actual" and self._announced(match, frame):
            code = match.predicate.code
            if code.kind == "force":
                return "actual" if code.type == "PRESENT" else "planned"
            return self.scene.codebook.ontology.events[code.type].announced
        return status

    def _announced(self, match: PredicateMatch, frame: Frame) -> bool:
        """« annonce le retrait », « est prévue »: told as to come."""
        if match.predicate.code.kind not in ("event", "force"):
            return False
        verb = self.grammar.governing_verb(match.head)
        if verb is None:
            return False
        if not self.grammar.is_any(verb, "announcing_verbs"):
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
        purpose = draft.code.type == "CONSULT" and frame.clause is not None
        if entry.suppresses or purpose:
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
        return any(self._aim_under(draft.head, head) for _, head in self.suppressed)

    def _aim_under(self, index: int, head: int) -> bool:
        """Whether a fact stands in an infinitive that tells what a demand or promise is for."""
        grammar = self.grammar
        purpose = False
        for token in [grammar.tokens[index], *grammar.parse.ancestors(index)]:
            if token.index == head:
                return purpose
            if token.dep.startswith("acl") and not grammar.is_infinitive(token.index):
                return False
            marks = [c for c in grammar.parse.children(token.index) if c.dep in ("mark", "case")]
            purpose = purpose or any(
                grammar.normal(m.index) in grammar.language.stance["purposes"] for m in marks
            )
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


def share_sides(drafts: Iterable[ReportDraft], reader: ReportReader) -> list[ReportDraft]:
    """Complete what one mention of a deed leaves out by what another tells.

    « l'offensive » with nobody named takes the sides of another « l'offensive » of the article;
    ground taken is taken from whoever the same sentence says holds it.
    """
    ordered = list(drafts)
    grammar = reader.grammar
    ordered = _without_doubles(ordered, grammar)
    _drop_counted_twice(ordered)
    _give_tolls_their_cause(ordered, reader)
    for draft in ordered:
        if draft.code == Code("force", "PRESENT") and not draft.recipients:
            for other in ordered:
                if (
                    other.code.type == "AID"
                    and other.actors
                    and set(map(id, other.actors)) & set(map(id, draft.actors))
                ):
                    draft.recipients = list(other.recipients)
                    if other.status == "sought":
                        other.status = "actual"  # troops there to help are taken to help
        if draft.code.kind == "event" and not draft.actors and _is_bare(draft, reader):
            for other in _same_noun(draft, reader):
                draft.actors = [d for d in other if d not in draft.recipients]
                break
        if draft.code.kind == "control" and draft.code.type == "GAINS" and not draft.recipients:
            for other in ordered:
                same = other.code.type == "HOLDS" and set(map(id, other.places)) & set(
                    map(id, draft.places)
                )
                if same and grammar.parse.sentence_of(other.head) == grammar.parse.sentence_of(
                    draft.head
                ):
                    draft.recipients = [d for d in other.actors if d not in draft.actors]
    return ordered


def _without_doubles(drafts: list[ReportDraft], grammar: Grammar) -> list[ReportDraft]:
    """A verb and the noun it carries tell one fact: « déclarer l'état d'urgence »."""
    verbs = {d.head: d for d in drafts if grammar.is_verb(d.head)}
    kept = []
    for draft in drafts:
        carrier = verbs.get(grammar.tokens[draft.head].head)
        double = (
            carrier is not None
            and carrier is not draft
            and draft.head not in verbs
            and carrier.code.kind == draft.code.kind
            and (carrier.code.type == draft.code.type or carrier.trigger.overlaps(draft.trigger))
            and (
                carrier.trigger.overlaps(draft.trigger)
                or draft.head in grammar.objects(carrier.head)
                or draft.head in carrier.frame.get("object")
            )
        )
        if not double:
            kept.append(draft)
    return kept


def _give_tolls_their_cause(drafts: list[ReportDraft], reader: ReportReader) -> None:
    """« les combats entre X et Y ont fait dix morts »: the dead are X's and Y's."""
    grammar = reader.grammar
    events = {d.head: d for d in drafts if d.code.kind == "event"}
    for draft in drafts:
        if draft.code.kind != "toll" or draft.actors:
            continue
        verb = draft.frame.carrier if draft.frame.carrier is not None else draft.head
        if verb != draft.head and not grammar.is_any(verb, "toll_verbs"):
            continue
        if verb == draft.head and (not grammar.is_verb(verb) or draft.frame.passive):
            continue
        subject = grammar.subject(verb)
        if subject is None:
            continue
        if subject in events:
            draft.actors = [d for d in events[subject].actors if d not in draft.recipients]
        elif verb != draft.head:
            causer = reader.scene.resolve(subject)
            draft.actors = [causer] if causer is not None and causer not in draft.recipients else []


def _drop_counted_twice(drafts: list[ReportDraft]) -> None:
    """One count of men is one force: « le déploiement de 200 soldats supplémentaires »."""
    counted: dict[int, ReportDraft] = {}
    for draft in sorted((d for d in drafts if d.code.kind == "force"), key=lambda d: d.head):
        if any(id(figure) in counted for figure in draft.figures):
            drafts.remove(draft)
        for figure in draft.figures:
            counted.setdefault(id(figure), draft)


def _is_bare(draft: ReportDraft, reader: ReportReader) -> bool:
    """Whether a known deed is named by its noun alone: not « la cinquième attaque »."""
    if not _is_definite(draft, reader):
        return False
    return not any(
        c.dep in ("amod", "nmod", "nummod") for c in reader.grammar.parse.children(draft.head)
    )


def _same_noun(draft: ReportDraft, reader: ReportReader) -> Iterator[list[ActorDraft]]:
    """The sides of the other definite mentions of a noun of action, the nearest first."""
    grammar = reader.grammar
    lemma = grammar.lemmas[draft.head]
    others = [
        t.index
        for t in grammar.tokens
        if t.index != draft.head
        and t.pos == "NOUN"
        and grammar.lemmas[t.index] == lemma
        and grammar.plural(t.index) == grammar.plural(draft.head)
    ]
    for index in sorted(others, key=lambda i: abs(i - draft.head)):
        determiner = grammar.determiner(index)
        if determiner is not None and "Definite=Ind" in determiner.morph:
            continue
        frame = reader.scene.frames.noun(index)
        found: list[ActorDraft] = []
        for slot in ("par", "poss"):
            found.extend(reader.scene.participants(frame.get(slot), slot, draft.code))
        if found:
            yield found


def attribute(
    drafts: Iterable[ReportDraft], attributions: list[Attribution], reader: ReportReader
) -> None:
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
    if grammar.is_perfect(draft.head) or grammar.is_infinitive(draft.head):
        marks = [c for c in grammar.parse.children(draft.head) if c.dep in ("mark", "case")]
        return any(grammar.words[mark.index] == "apres" for mark in marks)
    if grammar.tokens[draft.head].pos != "NOUN" or draft.code.kind == "toll":
        return False
    if attribution.claim == draft.head or draft.frame.verb is not None:
        return False
    return _is_definite(draft, reader)


def _is_definite(draft: ReportDraft, reader: ReportReader) -> bool:
    """Whether a noun of action is told as known: « l'attaque », « cette attaque », « des combats »."""
    grammar = reader.grammar
    if grammar.tokens[draft.head].pos != "NOUN":
        return False
    determiner = grammar.determiner(draft.head)
    if determiner is not None:
        return "Definite=Def" in determiner.morph or grammar.is_any(
            determiner.index, "pointing_determiners"
        )
    case = grammar.child(draft.head, "case")
    return case is not None and grammar.words[case.index] in ("du", "des", "au", "aux")
