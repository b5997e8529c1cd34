"""Explaining: what the coder did with each sentence of a document, told from its own working."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..codebook.predicates import Predicate
from ..messages import Reason
from ..model import ActorMention, Document, Failure, Parse, Sentence, Span, Token
from .actors import ActorDraft
from .coder import Coder, Working, work_out
from .drafts import Attribution, ReportDraft
from .explanation import (
    Entry,
    Explanation,
    Filler,
    LeftOutExplanation,
    RefusalExplanation,
    ReportExplanation,
    SentenceExplanation,
    Side,
    Slot,
    Source,
    Word,
)
from .refusals import Refused
from .status import Status
from .untried import untried_words


def explain(document: Document, coder: Coder) -> Explanation | Failure:
    """Code one document and tell how it was done; a Failure when its text is blank.

    Raises what the parser raises: ParsingError when it cannot parse the text.
    """
    if not document.text.strip():
        return Failure(document.id, "the text is empty", document.id)
    parse = coder.parser.parse(document.text)
    return explain_parsed(document, parse, coder, coder.parser.parse_unrepaired(document.text))


def explain_parsed(
    document: Document, parse: Parse, coder: Coder, unrepaired: Parse
) -> Explanation:
    """Explain a document whose parse is at hand, as it is and as the model alone has it."""
    working = work_out(document, parse, coder)
    explainer = _Explainer(working, unrepaired)
    sentences = tuple(map(explainer.sentence, parse.sentences))
    return Explanation(working.coded, coder.codebook.version, sentences)


class _Explainer:
    """Tells of the working of one document, sentence by sentence."""

    def __init__(self, working: Working, unrepaired: Parse) -> None:
        self.working = working
        self.scene = working.scene
        self.grammar = working.scene.grammar
        self.unrepaired = unrepaired
        mentions = [m for m in working.coded.mentions if isinstance(m, ActorMention)]
        self._mention_at = {Span(m.start, m.end): m for m in mentions}

    def sentence(self, sentence: Sentence) -> SentenceExplanation:
        """All there is to tell of one sentence."""
        span = self.grammar.span(sentence.first, sentence.last)
        mentions = self.working.coded.mentions
        left_out = self.working.drafts.left_out
        return SentenceExplanation(
            sentence.number + 1,
            *span,
            span.of(self.scene.document.text),
            tuple(self._word(t, sentence) for t in self.grammar.parse.sentence_tokens(sentence)),
            tuple(m for m in mentions if span.start <= m.start < span.end),
            tuple(self._reports(sentence)),
            tuple(self._left_out(d, why) for d, why in left_out if _holds(sentence, d.head)),
            tuple(self._refusal(r) for r in self.scene.refused if _holds(sentence, r.head)),
            tuple(untried_words(self.scene, sentence)),
        )

    # -- the parse -----------------------------------------------------------------------------

    def _word(self, token: Token, sentence: Sentence) -> Word:
        read = _reading(token, sentence)
        model = _reading(self.unrepaired.tokens[token.index], sentence)
        mended = {name: value for name, value in model.items() if value != read[name]}
        number = token.index - sentence.first + 1
        return Word(number, token.start, token.end, token.text, **read, mended=mended)

    # -- reports -------------------------------------------------------------------------------

    def _reports(self, sentence: Sentence) -> Iterator[ReportExplanation]:
        reports = self.working.coded.reports
        for draft, report in zip(self.working.drafts.kept, reports, strict=True):
            if _holds(sentence, draft.head):
                actors = self._sides("actor", report.actors, draft)
                recipients = self._sides("recipient", report.recipients, draft)
                yield ReportExplanation(
                    report,
                    _entry(draft.predicate) if draft.predicate else None,
                    tuple(self._slots(draft)),
                    (*actors, *recipients),
                    self._status(draft),
                    tuple(self._sources(draft)),
                )

    def _slots(self, draft: ReportDraft) -> Iterator[Slot]:
        """The filled slots of a report's frame, in the order in which they were read."""
        roles_of = draft.predicate.slots if draft.predicate else {}
        slots = {name: fillers for name, fillers in draft.frame.slots.items() if fillers}
        if draft.frame.clause is not None:
            slots["clause"] = [draft.frame.clause]
        for name, fillers in slots.items():
            roles = tuple(role for role, named in roles_of.items() if name in named)
            yield Slot(self._named(name), tuple(map(self._phrase, fillers)), roles)

    def _sides(self, role: str, mentions: tuple[str, ...], draft: ReportDraft) -> Iterator[Side]:
        slots = {side.span: self._slot_of(side, draft) for side in draft.sides()}
        for mention_id in mentions:
            mention = self.working.coded.mention(mention_id)
            span = Span(mention.start, mention.end)
            slot = "trigger" if span.covers(draft.trigger) else slots.get(span)
            yield Side(role, mention_id, mention.text, slot and self._named(slot))

    def _named(self, slot: str) -> str:
        """A slot as the packs write it; other names as they are."""
        return self.scene.codebook.language.slot_name(slot)

    def _slot_of(self, side: ActorDraft, draft: ReportDraft) -> str | None:
        """The slot by which a side came, or in which its head stands; None when there is none."""
        if side in draft.slot_of:
            return draft.slot_of[side]
        slots = draft.frame.slots.items()
        return next((name for name, fillers in slots if side.head in fillers), None)

    def _status(self, draft: ReportDraft) -> Reason:
        status = draft.status
        if not isinstance(status, Status):
            return Reason("given.nothing")
        cue = self.grammar.tokens[status.cue].text
        for table in ("stance", "grammar"):
            if status.by in getattr(self.scene.codebook.language, table):
                return Reason("given.list", cue=cue, list=status.by, table=table)
        return Reason(f"given.{status.by}", cue=cue)

    def _sources(self, draft: ReportDraft) -> Iterator[Source]:
        for speaker in draft.sources:
            vouching = next(a for a in draft.vouched if a.speaker is speaker)
            mention = self._mention_at[speaker.span]
            yield Source(mention.id, mention.text, self._voucher(vouching))

    def _voucher(self, attribution: Attribution) -> Reason:
        token = self.grammar.tokens[attribution.head]
        if attribution.direct:
            running = attribution.span.start <= token.start < attribution.span.end
            return Reason("vouched.running" if running else "vouched.quoted", cue=token.text)
        cue = self.grammar.words[token.index] in self.scene.codebook.language.cues
        return Reason("vouched.cue" if cue else "vouched.told", cue=token.text)

    # -- what is no report ---------------------------------------------------------------------

    def _left_out(self, draft: ReportDraft, reason: str) -> LeftOutExplanation:
        text = draft.trigger.of(self.scene.document.text)
        entry = _entry(draft.predicate) if draft.predicate else None
        code = str(draft.code)
        return LeftOutExplanation(*draft.trigger, text, code, entry, Reason(f"left_out.{reason}"))

    def _refusal(self, refused: Refused) -> RefusalExplanation:
        token, predicate, refusal = self.grammar.tokens[refused.head], *refused[1:]
        wanted = ", ".join(sorted(predicate.conditions.get(refusal.about, ())))
        return RefusalExplanation(
            token.start,
            token.end,
            token.text,
            _entry(predicate),
            Reason(f"refusal.{refusal.reason}", about=self._named(refusal.about), wanted=wanted),
            None if refusal.fillers is None else tuple(map(self._filler, refusal.fillers)),
        )

    def _filler(self, index: int) -> Filler:
        return Filler(self._phrase(index), self.scene.classes_of(index))

    def _phrase(self, index: int) -> str:
        """The words of a phrase, known by its head."""
        span = self.grammar.span(*self.grammar.subtree_span(index))
        return span.of(self.scene.document.text)


def _holds(sentence: Sentence, index: int) -> bool:
    return sentence.first <= index < sentence.last


def _reading(token: Token, sentence: Sentence) -> dict[str, Any]:
    """What a parse says of a token, the head counted in its sentence from 1, 0 for none."""
    return {
        "lemma": token.lemma,
        "pos": token.pos,
        "features": tuple(sorted(token.morph)),
        "relation": token.dep,
        "head": 0 if token.head == token.index else token.head - sentence.first + 1,
    }


def _entry(predicate: Predicate) -> Entry:
    return Entry(
        predicate.rule, predicate.file, predicate.lemma, str(predicate.code), predicate.example
    )
