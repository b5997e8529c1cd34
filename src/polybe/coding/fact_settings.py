"""Where a sentence sets its facts: « X, où … », « A X, … », « X : … »."""

from __future__ import annotations

from ..codebook.ontology import SPEECH_ACTS
from ..model import Place, Sentence, Token
from .drafts import ReportDraft
from .fact_places import is_free
from .scene import PlaceDraft, Scene

_LONGEST_HEADING = 8  # tokens
_PUNCTUATION = (",", ".")


class FactSettings:
    """Finds where the facts of one document are set, beside what their own phrases tell."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self._openings: dict[int, list[PlaceDraft]] = {}

    def complete(self, draft: ReportDraft) -> None:
        """Give a fact without ground the ground that its sentence is set on, in place.

        A site without a name (« un poste frontière ») is joined by the named ground it lies in.
        """
        if draft.code.type in SPEECH_ACTS:
            return
        if draft.places and not all(_is_bare_site(place) for place in draft.places):
            return
        found = self._of_relative(draft.head) or self._opening(draft.head)
        draft.places = draft.places + [
            place for place in found if place not in draft.places and is_free(place, draft)
        ]

    # -- relative clauses ----------------------------------------------------------------------

    def _of_relative(self, index: int) -> list[PlaceDraft]:
        """« Adré, où 150 000 personnes sont arrivées »: the ground before « où »."""
        for token in (self.grammar.tokens[index], *self.grammar.parse.ancestors(index)):
            where = self._where(token)
            if where is not None:
                return self._before(where)
            if token.dep in ("ccomp", "parataxis"):
                return []
        return []

    def _where(self, verb: Token) -> int | None:
        """The « où » that opens the clause of a verb."""
        for child in self.grammar.parse.children(verb.index):
            relative = child.pos != "CCONJ" and child.index < verb.index
            if relative and self.grammar.is_any(child.index, "relative_places"):
                return child.index
        return None

    def _before(self, index: int) -> list[PlaceDraft]:
        """The ground whose name ends right before a token, a comma and a land between them."""
        sentence = self.grammar.parse.sentence_of(index)
        for at in range(index - 1, max(sentence.first, index - 7) - 1, -1):
            place = self.scene.place_at.get(at)
            if place is None:
                continue
            if _is_land(place) and (narrow := self._narrower(place)) is not None:
                return [narrow]
            return [place]
        return []

    def _narrower(self, land: PlaceDraft) -> PlaceDraft | None:
        """The town that a land is told behind: « Adré, au Tchad »."""
        for at in range(land.first - 1, max(0, land.first - 4), -1):
            place = self.scene.place_at.get(at)
            if place is not None and not _is_land(place):
                return place
        return None

    # -- openings ------------------------------------------------------------------------------

    def _opening(self, index: int) -> list[PlaceDraft]:
        """The ground that the sentence opens with: « Dans l'est du pays, … », « Gaza : … »."""
        sentence = self.grammar.parse.sentence_of(index)
        if sentence.number not in self._openings:
            self._openings[sentence.number] = self._read_opening(sentence)
        return self._openings[sentence.number]

    def _read_opening(self, sentence: Sentence) -> list[PlaceDraft]:
        return self._heading(sentence) or self._adjunct(sentence)

    def _heading(self, sentence: Sentence) -> list[PlaceDraft]:
        """The ground named before a colon, where no verb stands: « Coup d'Etat au Mali : … »."""
        found: list[PlaceDraft] = []
        for index in range(sentence.first, min(sentence.first + _LONGEST_HEADING, sentence.last)):
            if self.grammar.words[index] == ":":
                return found
            if self.grammar.is_verb(index):
                return []
            place = self.scene.place_at.get(index)
            if place is not None and place not in found:
                found.append(place)
        return []

    def _adjunct(self, sentence: Sentence) -> list[PlaceDraft]:
        """« A Gao et dans l'est du pays, … »"""
        found: list[PlaceDraft] = []
        index = sentence.first
        while index < sentence.last:
            place = self.scene.place_at.get(index)
            if place is not None:
                if place not in found:
                    found.append(place)
                index = place.last
            elif self.grammar.words[index] in _PUNCTUATION:
                break
            elif not self._leads_in(index):
                return []
            else:
                index += 1
        closed = index < sentence.last and found and found[-1].last == index
        return found if closed and self._is_put_there(found[0]) else []

    def _leads_in(self, index: int) -> bool:
        """Whether a word may stand in such an opening: a preposition, an article, « et »."""
        return self.grammar.tokens[index].pos in ("ADP", "DET", "CCONJ", "ADJ", "ADV")

    def _is_put_there(self, place: PlaceDraft) -> bool:
        """Whether an opening puts its sentence somewhere, and is no subject and no dateline."""
        preposition = self.grammar.preposition(place.head)
        locative = self.grammar.language.grammar["locative_prepositions"]
        return preposition is not None and preposition in locative


def _is_land(place: PlaceDraft) -> bool:
    return isinstance(place.place, Place) and place.place.precision in ("country", "region")


def _is_bare_site(place: PlaceDraft) -> bool:
    """Whether a place is a site that no name tells: « un poste frontière »."""
    name = place.place.name if place.place is not None else ""
    return place.site and not any(map(str.isupper, name))
