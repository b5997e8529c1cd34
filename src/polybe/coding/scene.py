"""The scene of one document: its grammar, its mentions, and who or what stands in a phrase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook import Codebook
from ..codebook.ontology import Code
from ..model import Ambiguous, Document, FigureMention, Place, Span
from .actors import ActorDraft, Actors
from .coreference import Coreference
from .figures import FigureSpan
from .frames import FrameReader
from .grammar import NOMINAL, Grammar
from .quotes import QuotedSpan, find_quotes
from .times import TimeSpan

GROUND_TYPES = frozenset({"ASSAULT", "MOBILIZE", "RETREAT", "PROTEST"})
"""Event types for which a bare state or town after a preposition of place is the ground."""

_SPEAKING = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
_DIPLOMATIC_SLOTS = frozenset(
    {"avec", "entre", "contre", "par", "envers", "aupres de", "a l'encontre de"}
)


@dataclass(eq=False, slots=True)
class PlaceDraft:
    """A place mention in the making; ``place`` is None where nothing is known of it."""

    first: int
    last: int
    head: int
    span: Span
    place: Place | Ambiguous | None
    precision: str | None = None
    site: bool = False
    used: bool = False


@dataclass(slots=True)
class Scene:
    """All that is known of one document while its reports are read."""

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

    def __post_init__(self) -> None:
        self.coreference = Coreference(self.grammar, self.actors)
        self.frames = FrameReader(self.grammar, self.is_actor, self.is_in_actor)
        self.quotes = find_quotes(
            self.document.text, self.codebook.language.attribution.quote_pairs
        )
        self.place_at = {}
        for place in self.places:
            for index in range(place.first, place.last):
                if index not in self.place_at or not place.site:
                    self.place_at[index] = place
        self.figures_of = {}
        for figure in self.figures:
            noun = figure.noun
            if noun is not None:
                self.figures_of.setdefault(noun, []).append(figure)

    # -- quotes --------------------------------------------------------------------------------

    def quote_at(self, offset: int) -> QuotedSpan | None:
        """The quoted stretch that holds a code point; None outside quotes."""
        for quote in self.quotes:
            if quote.outer.start <= offset < quote.outer.end:
                return quote
        return None

    # -- actors --------------------------------------------------------------------------------

    def is_actor(self, index: int) -> bool:
        """Whether a phrase names somebody who acts."""
        return self.draft_of(index) is not None

    def apposed(self, index: int) -> ActorDraft | None:
        """The name in apposition to a phrase: « un des chercheurs, X »."""
        for child in self.grammar.parse.children(index):
            if child.dep in ("appos", "nmod", "conj", "flat:name"):
                draft = self.actors.by_token.get(child.index)
                if draft is not None and draft.kind == "person":
                    return draft
        return None

    def is_in_actor(self, index: int) -> bool:
        """Whether a token is the last of an actor's name or phrase."""
        draft = self.actors.by_token.get(index)
        return draft is not None and draft.last == index + 1

    def draft_of(self, index: int) -> ActorDraft | None:
        """The actor mention that a phrase's head belongs to; None when it names no actor."""
        grammar = self.grammar
        for token in dict.fromkeys((index, grammar.transparent(index))):
            draft = self.actors.by_token.get(token)
            if draft is not None and (draft.head == token or self._named_by(draft, token)):
                return draft
        return None

    def _named_by(self, draft: ActorDraft, token: int) -> bool:
        """Whether a phrase whose head lies inside a mention is that mention."""
        if draft.first <= token < draft.last:
            if draft.kind != "role":
                return True
            inner = self.grammar.tokens[token]
            return inner.dep in ("flat:name", "fixed", "flat:foreign") or token == draft.first
        return False

    def resolve(self, index: int, *, animate: bool = False) -> ActorDraft | None:
        """The actor that a phrase stands for, pronouns and possessives resolved.

        `animate` tells that the phrase must stand for somebody, as where it is said to speak.
        """
        grammar = self.grammar
        token = grammar.tokens[index]
        if grammar.words[index] in ("un", "une") and token.pos in ("PRON", "NUM", "NOUN"):
            return self.apposed(index)
        if token.pos == "DET" and grammar.is_any(index, "possessives"):
            return self._possessor(index)
        draft = self.draft_of(index)
        if draft is not None:
            return self._before_bracket(draft)
        if token.pos == "PRON" or grammar.is_any(index, "pronouns_back"):
            return self._pronoun(index, animate)
        if self.is_in_actor(index):
            return self.actors.by_token[index]
        return self._author(index) or (
            self.apposed(index) if token.pos in ("NUM", "NOUN") else None
        )

    def _before_bracket(self, draft: ActorDraft) -> ActorDraft:
        """« Jean Martin (UMP) a dit »: the person, not the party in the brackets after him."""
        if draft.first < 2 or self.grammar.words[draft.first - 1] != "(":
            return draft
        before = self.actors.by_token.get(draft.first - 2)
        return before if before is not None and before.kind == "person" else draft

    def _author(self, index: int) -> ActorDraft | None:
        """Who speaks by a text: the one it is of, or the subject of the verb that has it made.

        « la résolution du Conseil », « a adopté une résolution demandant … ».
        """
        grammar = self.grammar
        classes = self.codebook.language.classes
        lemma = grammar.lemmas[index]
        if lemma not in classes.get("document", ()) and lemma not in classes.get("information", ()):
            return None
        for preposition, token in grammar.complements(index):
            draft = self.draft_of(token)
            if preposition == "de" and draft is not None:
                return draft
        verb = grammar.governing_verb(index)
        if verb is None or grammar.tokens[index].dep in ("nsubj", "nsubj:pass"):
            return None
        subject = grammar.subject(verb)
        return self.draft_of(subject) if subject is not None else None

    def _possessor(self, index: int) -> ActorDraft | None:
        if self.grammar.words[index] in ("notre", "nos", "mon", "ma", "mes"):
            return self.speaker_of(index)
        return self.coreference.possessor(index)

    def _pronoun(self, index: int, animate: bool) -> ActorDraft | None:
        grammar = self.grammar
        word = grammar.words[index]
        if grammar.is_any(index, "pronouns_speaker"):
            if word == "on":
                return None
            return self.coreference.speaker_pronoun(index, self.speaker_of(index))
        if word in (
            "ceux",
            "celui",
            "celle",
            "celles",
            "certains",
            "certaines",
            "plusieurs",
            "beaucoup",
            "tous",
        ):
            return self._indefinite(index)
        if not (grammar.is_any(index, "pronouns_third") or grammar.is_any(index, "pronouns_back")):
            return None
        if word == "il" and grammar.impersonal(grammar.tokens[index].head):
            return None
        return self.coreference.pronoun(index, animate=animate, speaker=self.speaker_of(index))

    def _indefinite(self, index: int) -> ActorDraft | None:
        """« ceux qui … », « certains »: people not named."""
        existing = self.actors.by_token.get(index)
        if existing is not None:
            return existing
        token = self.grammar.tokens[index]
        draft = ActorDraft(
            index,
            index + 1,
            index,
            Span(token.start, token.end),
            "unknown",
            name=token.text,
            sector="UNK",
            plural=True,
            definite=False,
        )
        self.actors.drafts.append(draft)
        self.actors.by_token[index] = draft
        return draft

    def speaker_of(self, index: int) -> ActorDraft | None:
        """Who speaks the quoted words in which a token stands."""
        quote = self.quote_at(self.grammar.tokens[index].start)
        return self.speakers.get(quote.outer.start) if quote else None

    def is_human(self, index: int) -> bool:
        """Whether a common noun that no role knows names a person by its make: « -eur », « -iste »."""
        if self.grammar.tokens[index].pos != "NOUN":
            return False
        lemma = self.grammar.lemmas[index]
        classes = self.codebook.language.classes
        if lemma in self.codebook.predicates.nouns or lemma in classes.get("site", ()):
            return False
        if lemma in classes.get("person", ()):
            return True
        return lemma.endswith(tuple(self.codebook.language.grammar["agent_endings"]))

    # -- actor or ground -----------------------------------------------------------------------

    def participants(self, tokens: Iterable[int], slot: str, code: Code) -> list[ActorDraft]:
        """The actors among the fillers of a slot; names that are the ground there are left out."""
        found: list[ActorDraft] = []
        for index in tokens:
            if slot == "adj":
                holder = self.actors.by_token.get(self.grammar.tokens[index].head)
                if holder is not None and holder.head == self.grammar.tokens[index].head:
                    continue
                military = code.type in ("ASSAULT", "MOBILIZE") or code.kind in ("force", "control")
                drafts = self.actors.from_adjective(index, military)
                apposed = self.draft_of(index)
                near = apposed is not None and apposed.kind in ("group", "organisation", "members")
                if not drafts and apposed is not None and near:
                    drafts = [apposed]
                found.extend(d for d in drafts if d not in found)
                continue
            speaks = code.kind == "statement" or (slot == "subject" and code.type in _SPEAKING)
            draft = self.resolve(index, animate=speaks)
            if (
                draft is None
                and slot in ("subject", "object", "par", "de")
                and self.is_human(index)
            ):
                draft = self.actors.add_unknown(index)
            if draft is None or self.is_ground(draft, slot, code):
                continue
            if draft not in found:
                found.append(draft)
        return found

    def is_ground(self, draft: ActorDraft, slot: str, code: Code) -> bool:
        """Whether the name of a state or capital is where a thing happens, not who does it."""
        if draft.kind not in ("state", "capital"):
            return False
        if slot in _DIPLOMATIC_SLOTS or slot == "subject":
            return False
        article = self._has_article(draft)
        if code.kind == "event" and code.type in GROUND_TYPES:
            return slot != "de" or not article or draft.kind == "capital"
        if code.kind in ("control", "toll", "force"):
            return slot != "de" or not article or draft.kind == "capital"
        if slot in ("a", "en", "dans", "sur", "vers", "pour", "depuis"):
            dep = self.grammar.tokens[draft.head].dep
            return (
                slot != "a"
                or dep not in ("obl:arg", "iobj", "nmod")
                or draft.kind == "capital"
                and dep == "nmod"
            )
        return False

    def _has_article(self, draft: ActorDraft) -> bool:
        determiner = self.grammar.determiner(draft.head)
        if determiner is not None:
            return True
        case = self.grammar.child(draft.head, "case")
        return case is not None and self.grammar.words[case.index] in ("du", "des", "au", "aux")

    # -- classes -------------------------------------------------------------------------------

    def belongs(self, index: int, wanted: frozenset[str]) -> bool:
        """Whether a phrase belongs to one of some classes of words."""
        grammar = self.grammar
        head = grammar.transparent(index)
        if "actor" in wanted and self.resolve(head) is not None:
            return True
        if "place" in wanted and self.is_ground_noun(head):
            return True
        if "event" in wanted and grammar.lemmas[head] in self.codebook.predicates.nouns:
            return True
        for name in wanted:
            words = self.codebook.language.classes.get(name)
            if words is not None and (
                grammar.lemmas[head] in words or grammar.words[head] in words
            ):
                return True
        return False

    def is_ground_noun(self, index: int) -> bool:
        """Whether a phrase is ground that can be held: a place, or a noun such as « quartier »."""
        if index in self.place_at:
            return True
        classes = self.codebook.language.classes
        lemma = self.grammar.lemmas[index]
        if self.grammar.words[index] == "etat":
            return False
        return any(lemma in classes.get(name, ()) for name in ("ground", "site", "state"))

    def is_nominal(self, index: int) -> bool:
        """Whether a token heads a noun phrase."""
        return self.grammar.tokens[index].pos in NOMINAL


__all__ = ["FigureMention", "PlaceDraft", "Scene"]
