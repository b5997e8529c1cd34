"""Where and when of a fact: the places and the time that belong to its clause."""

from __future__ import annotations

from collections.abc import Iterable

from .drafts import ReportDraft
from .scene import PlaceDraft, Scene
from .times import TimeSpan

_GROUNDED = frozenset({"event", "control", "force", "toll"})
SPEECH_ACTS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
"""Event types that are acts of speech: saying it is doing it."""


class Circumstances:
    """Gives the reports of one document their places and times."""

    def __init__(self, scene: Scene, drafts: Iterable[ReportDraft]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.drafts = list(drafts)
        self.triggers = {d.head for d in self.drafts}
        self._times = [(self._token_of(t), t) for t in scene.times]

    def settle(self) -> None:
        """Attach places and times to every report."""
        for draft in self.drafts:
            if draft.code.kind in _GROUNDED:
                self._place(draft)
            draft.time = self._time(draft)
        self._inherit()

    # -- places --------------------------------------------------------------------------------

    def _place(self, draft: ReportDraft) -> None:
        if draft.places:
            draft.places = self._most_specific(draft.places)
            return
        found: list[PlaceDraft] = []
        for head in self._carriers(draft):
            if not found:
                found.extend(self._complements(head, draft))
        if not found:
            for side in draft.recipients:
                found.extend(p for p in self._inside(side.head) if p not in found)
        if not found and draft.code.type not in SPEECH_ACTS and not self._nested(draft.head):
            found = self._in_clause(draft)
        draft.places = self._most_specific(found)

    def _nested(self, index: int) -> bool:
        """Whether a noun of action is only a complement of another noun."""
        token = self.grammar.tokens[index]
        return (
            token.pos == "NOUN"
            and token.dep == "nmod"
            and not self.grammar.is_any(token.head, "phase_nouns")
        )

    def _carriers(self, draft: ReportDraft) -> list[int]:
        heads = [draft.head]
        if draft.frame.verb is not None and draft.frame.verb != draft.head:
            heads.append(draft.frame.verb)
        if draft.frame.carrier is not None and draft.frame.carrier not in heads:
            if self.grammar.is_any(draft.frame.carrier, "occurring_verbs") or self.grammar.is_any(
                draft.frame.carrier, "light_verbs"
            ):
                heads.append(draft.frame.carrier)
        return heads

    def _complements(self, head: int, draft: ReportDraft) -> list[PlaceDraft]:
        """Places that a verb or noun governs with a preposition of place, or as its object."""
        found: list[PlaceDraft] = []
        grammar = self.grammar
        if draft.code.type in SPEECH_ACTS:
            return self._scene_of_speech(head, draft)
        for child in grammar.parse.children(head):
            if child.dep in ("obj", "nsubj:pass") and child.index in self.scene.place_at:
                self._take(child.index, draft, found)
        if head == draft.head:
            for token in draft.frame.get("visant"):
                if token in self.scene.place_at:
                    self._take(token, draft, found)
        for preposition, token in grammar.complements(head):
            for one in grammar.conjuncts(token):
                if one in self.scene.place_at and self._locative(preposition):
                    self._take(one, draft, found)
                elif preposition == "de" and self.scene.draft_of(one) is not None:
                    continue
                elif preposition in ("contre", "sur", "dans", "de", "a", "pres de", "par"):
                    if one not in self.triggers:
                        found.extend(
                            p for p in self._inside(one) if p not in found and self._free(p, draft)
                        )
        return found

    def _scene_of_speech(self, head: int, draft: ReportDraft) -> list[PlaceDraft]:
        """Where something is said: an adjunct of the verb, nothing of what is said."""
        found: list[PlaceDraft] = []
        for preposition, token in self.grammar.complements(head):
            adjunct = self.grammar.tokens[token].dep in ("obl:mod", "obl:arg")
            if (
                adjunct
                and preposition in ("a", "en", "dans", "depuis")
                and token in self.scene.place_at
            ):
                place = self.scene.place_at[token]
                if self._free(place, draft):
                    found.append(place)
        return found

    def _take(self, index: int, draft: ReportDraft, found: list[PlaceDraft]) -> None:
        place = self.scene.place_at[index]
        if self._free(place, draft) and place not in found:
            found.append(place)
        for inner in self._inside(index):
            if inner not in found and self._free(inner, draft):
                found.append(inner)

    def _inside(self, head: int) -> list[PlaceDraft]:
        """Places named inside a phrase, not inside a clause of it."""
        grammar = self.grammar
        found: list[PlaceDraft] = []
        stack = [head]
        while stack:
            index = stack.pop(0)
            place = self.scene.place_at.get(index)
            if place is not None and place not in found:
                found.append(place)
            for child in grammar.parse.children(index):
                if (
                    child.dep in ("nmod", "appos", "conj", "flat:name", "obl:arg")
                    and child.index not in self.triggers
                ):
                    stack.append(child.index)
        return found

    def _in_clause(self, draft: ReportDraft) -> list[PlaceDraft]:
        """Places of the clause that no other fact has a better claim to."""
        grammar = self.grammar
        clause = self._clause(draft.head)
        found = []
        for place in self.scene.places:
            if not self._free(place, draft):
                continue
            preposition = grammar.preposition(place.head)
            if preposition is None or not self._locative(preposition):
                continue
            if self._clause(place.head) == clause and not self._owned(place.head, draft.head):
                found.append(place)
        return found[:2]

    def _owned(self, index: int, trigger: int) -> bool:
        """Whether a place hangs on another trigger than this one, below their common clause."""
        for token in self.grammar.parse.ancestors(index):
            if token.index == trigger:
                return False
            if token.index in self.triggers and token.pos == "NOUN":
                return True
            if self.grammar.is_verb(token.index):
                return False
            draft = self.scene.actors.by_token.get(token.index)
            if draft is not None and draft.kind == "role":
                return True
        return False

    def _clause(self, index: int) -> int | None:
        token = self.grammar.tokens[index]
        if self.grammar.is_verb(index) and token.dep not in ("xcomp",):
            return index
        verb = self.grammar.governing_verb(index)
        while verb is not None and self.grammar.tokens[verb].dep == "xcomp":
            verb = self.grammar.governing_verb(verb)
        if verb is None:
            return -self.grammar.parse.sentence_of(index).number - 1
        return verb

    def _free(self, place: PlaceDraft, draft: ReportDraft) -> bool:
        """Whether a name is not used as an actor of this very report."""
        return not any(
            side.kind in ("state", "capital") and side.span.overlaps(place.span)
            for side in draft.sides()
        )

    def _locative(self, preposition: str) -> bool:
        words = self.grammar.language.grammar["locative_prepositions"]
        return (
            preposition in words or preposition.split()[-1] in ("de", "a") and preposition != "de"
        )

    def _most_specific(self, places: list[PlaceDraft]) -> list[PlaceDraft]:
        """Of nested places the innermost; a site with the named place it lies in."""
        if len(places) < 2:
            return places
        order = {"country": 0, "region": 1, "admin1": 2, "district": 3, "city": 4, "site": 5}

        def rank(place: PlaceDraft) -> int:
            precision = place.precision or getattr(place.place, "precision", None) or "city"
            return order.get(precision, 4)

        sites = [p for p in places if rank(p) == 5]
        named = [p for p in places if rank(p) < 5]
        if named:
            finest = max(rank(p) for p in named)
            coarse = [p for p in named if rank(p) == finest or rank(p) >= 3]
            named = coarse if finest >= 2 else [p for p in named if rank(p) == finest]
        return [p for p in places if p in sites or p in named]

    # -- times ---------------------------------------------------------------------------------

    def _token_of(self, time: TimeSpan) -> int:
        """The token by which a time hangs in the tree: the one whose governor lies outside it."""
        first = self.grammar.token_at(time.start)
        last = self.grammar.token_at(time.end - 1) + 1
        for index in range(first, last):
            head = self.grammar.tokens[index].head
            if head == index or not first <= head < last:
                if self.grammar.tokens[index].pos not in ("ADP", "DET", "PUNCT"):
                    return index
        return first

    def _time(self, draft: ReportDraft) -> TimeSpan | None:
        heads = self._carriers(draft)
        best: tuple[int, TimeSpan] | None = None
        said = (
            draft.content
            if draft.code.kind == "statement" or draft.code.type in SPEECH_ACTS
            else None
        )
        for token, time in self._times:
            if self._leads_to(time, draft) or (
                said is not None and said.start <= time.start < said.end
            ):
                continue
            distance = self._distance(token, heads, draft)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, time)
        return best[1] if best else None

    def _leads_to(self, time: TimeSpan, draft: ReportDraft) -> bool:
        """« quelques heures avant la réunion » is no time of the meeting."""
        after = self.grammar.token_at(time.end - 1) + 1
        case = self.grammar.child(draft.head, "case")
        last = after - 1
        return (
            case is not None
            and case.index in (after, last)
            and self.grammar.words[case.index] in ("avant", "apres")
        )

    def _distance(self, token: int, heads: list[int], draft: ReportDraft) -> int | None:
        """Steps from a time up to the fact it dates; None when it dates another."""
        if self.grammar.parse.sentence_of(token) != self.grammar.parse.sentence_of(draft.head):
            return None
        steps = 0
        for ancestor in self.grammar.parse.ancestors(token):
            steps += 1
            if ancestor.index in heads:
                return steps
            if ancestor.index in self.triggers:
                return self._from_governing(ancestor.index, draft, steps)
            if self.grammar.is_verb(ancestor.index):
                return self._from_governing(ancestor.index, draft, steps)
        return None

    def _from_governing(self, verb: int, draft: ReportDraft, steps: int) -> int | None:
        """A time of the verb right above a fact dates the fact, unless that verb says or asks."""
        governor = self.grammar.governing_verb(draft.head)
        if governor != verb:
            return None
        for other in self.drafts:
            if other.head == verb and (
                other.code.kind == "statement" or other.code.type in SPEECH_ACTS
            ):
                return None
        if draft.code.kind == "statement":
            return None
        return steps + 5

    # -- inheritance ---------------------------------------------------------------------------

    def _inherit(self) -> None:
        """A toll takes place and time of the deed that its sentence tells, and the deed the toll's."""
        by_sentence: dict[int, list[ReportDraft]] = {}
        for draft in self.drafts:
            number = self.grammar.parse.sentence_of(draft.head).number
            by_sentence.setdefault(number, []).append(draft)
        for drafts in by_sentence.values():
            tolls = [d for d in drafts if d.code.kind == "toll"]
            deeds = [d for d in drafts if d.code.kind == "event" and d.code.type == "ASSAULT"]
            for toll in tolls:
                for deed in deeds:
                    if self._clause(toll.head) != self._clause(deed.head) and len(deeds) > 1:
                        continue
                    toll.places = toll.places or deed.places
                    toll.time = toll.time or deed.time
                    deed.places = deed.places or toll.places
                    deed.time = deed.time or toll.time
