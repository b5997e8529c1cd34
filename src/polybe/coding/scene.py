"""The scene of one document: its grammar, its mentions, and who or what stands in a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook import Codebook
from ..codebook.ontology import Code
from ..codebook.predicates import Predicate
from ..model import Ambiguous, Document, Place, Span
from .actors import ActorDraft, Actors
from .coreference import Coreference
from .figures import FigureSpan
from .frames import FrameReader
from .grammar import Grammar
from .quotes import QuotedSpan, find_quotes
from .references import References
from .refusals import Refusal, Refused
from .slot_actors import SlotActors
from .times import TimeSpan
from .word_classes import WordClasses

_TARGETS = frozenset({"vehicle", "weapon", "base", "outpost", "target"})
_ARMS = frozenset({"vehicle", "weapon", "projectile"})
_BODY = frozenset({"body_led"})


@dataclass(eq=False, slots=True)
class PlaceDraft:
    """A place mention in the making; ``place`` is None where nothing is known of it.

    ``first`` and ``last`` are tokens, last exclusive; ``used`` is set once a report needs it.
    """

    first: int
    last: int
    head: int
    span: Span
    place: Place | Ambiguous | None
    precision: str | None = None
    site: bool = False
    used: bool = False


@dataclass(eq=False, slots=True)
class Scene:
    """All that is known of one document while its reports are read.

    ``place_at`` gives the place that a token stands in, ``figures_of`` the figures that count a
    noun.  ``speakers`` tells who speaks each quote, by where the quote starts; whoever reads
    statements fills it.  ``refused`` gathers the predicates that were tried and state nothing.
    """

    document: Document
    codebook: Codebook
    grammar: Grammar
    actors: Actors
    places: list[PlaceDraft]
    times: list[TimeSpan]
    figures: list[FigureSpan]
    coreference: Coreference = field(init=False)
    frames: FrameReader = field(init=False)
    quotes: list[QuotedSpan] = field(init=False)
    place_at: dict[int, PlaceDraft] = field(init=False)
    figures_of: dict[int, list[FigureSpan]] = field(init=False)
    speakers: dict[int, ActorDraft] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    _references: References = field(init=False)
    _classes: WordClasses = field(init=False)
    _participants: SlotActors = field(init=False)

    def __post_init__(self) -> None:
        grammar, actors, language = self.grammar, self.actors, self.codebook.language
        self.quotes = find_quotes(self.document.text, language.attribution.quote_pairs)
        self.place_at = _by_token(self.places)
        self.figures_of = _by_noun(self.figures, grammar)
        self.coreference = Coreference(grammar, actors)
        self._references = References(grammar, language, actors, self.coreference, self.speaker_of)
        self.frames = FrameReader(grammar, self.is_actor, self._references.ends_actor)
        self._classes = WordClasses(grammar, self.codebook, self.resolve, self.place_at)
        self._participants = SlotActors(
            grammar,
            actors,
            self._references,
            self.is_human,
            self.is_body,
            self._is_arm,
            self._is_target,
            self.frames.noun,
        )

    def refuse(self, head: int, predicate: Predicate, refusal: Refusal) -> None:
        """Note that a predicate states nothing at a token, and why."""
        self.refused.append(Refused(head, predicate, refusal))

    def quote_at(self, offset: int) -> QuotedSpan | None:
        """The quoted stretch that holds a code point; None outside quotes."""
        for quote in self.quotes:
            if quote.outer.start <= offset < quote.outer.end:
                return quote
        return None

    def speaker_of(self, index: int) -> ActorDraft | None:
        """Who speaks the quoted words in which a token stands; None when that is not known."""
        quote = self.quote_at(self.grammar.tokens[index].start)
        return self.speakers.get(quote.outer.start) if quote else None

    def is_actor(self, index: int) -> bool:
        """Whether a phrase names somebody who acts."""
        return self.draft_of(index) is not None

    def draft_of(self, index: int) -> ActorDraft | None:
        """The actor mention that a phrase's head belongs to; None when it names no actor."""
        return self._references.draft_of(index)

    def apposed(self, index: int) -> ActorDraft | None:
        """The name in apposition to a phrase: « un des chercheurs, X »."""
        return self._references.apposed(index)

    def resolve(self, index: int, *, animate: bool = False) -> ActorDraft | None:
        """The actor that a phrase stands for, pronouns and possessives resolved.

        `animate` tells that the phrase must stand for somebody, as where it is said to speak.
        """
        return self._references.resolve(index, animate=animate)

    def participants(self, tokens: Iterable[int], slot: str, code: Code) -> list[ActorDraft]:
        """The actors among the fillers of a slot; names that are the ground there are left out."""
        return self._participants.among(tokens, slot, code)

    def is_human(self, index: int) -> bool:
        """Whether a noun that no role knows names a person by its make: « -eur », « -iste »."""
        return self._classes.is_human(index)

    def is_body(self, index: int) -> bool:
        """Whether a noun that no role knows names a body: « conférence », or a proper name."""
        return self._classes.belongs(index, _BODY) or self.grammar.tokens[index].entity == "ORG"

    def _is_arm(self, index: int) -> bool:
        """Whether a noun names what one fights with: « char », « drone », « missile »."""
        return self._classes.belongs(index, _ARMS)

    def _is_target(self, index: int) -> bool:
        """Whether a noun names what is hit for whose it is: « position », « convoi », « cible »."""
        return self._classes.belongs(index, _TARGETS)

    def is_actors_adjective(self, index: int) -> bool:
        """Whether a word beside a noun of action names who acts: « Israeli », « rebel »."""
        return self.actors.is_adjective(index)

    def is_ground_noun(self, index: int) -> bool:
        """Whether a phrase is ground that can be held: a place, or a noun such as « quartier »."""
        return self._classes.is_ground_noun(index)

    def belongs(self, index: int, wanted: frozenset[str]) -> bool:
        """Whether a phrase belongs to one of some classes of words."""
        return self._classes.belongs(index, wanted)

    def classes_of(self, index: int) -> tuple[str, ...]:
        """The names of all classes of words that a phrase belongs to."""
        return self._classes.of(index)


def _by_token(places: Iterable[PlaceDraft]) -> dict[int, PlaceDraft]:
    """Places by the tokens they stand on: the first, unless a town or land comes after."""
    found: dict[int, PlaceDraft] = {}
    for place in places:
        for index in range(place.first, place.last):
            if index not in found or not place.site:
                found[index] = place
    return found


def _by_noun(figures: Iterable[FigureSpan], grammar: Grammar) -> dict[int, list[FigureSpan]]:
    """Figures by the noun they count; « deux d'entre eux » counts none but itself."""
    found: dict[int, list[FigureSpan]] = {}
    for figure in figures:
        noun = grammar.token_at(figure.start) if figure.noun is None else figure.noun
        found.setdefault(noun, []).append(figure)
    return found
