"""Who said what: verbs of saying, quotes that run on, and cues such as « selon »."""

from __future__ import annotations

from collections.abc import Iterator

from ..codebook.ontology import Code
from ..codebook.predicates import Predicate
from ..model import Sentence, Span
from .actors import ActorDraft
from .drafts import Attribution, ReportDraft
from .frames import Frame
from .grammar import SUBJECTS
from .matching import PredicateMatch
from .quotes import QuotedSpan
from .scene import Scene

_MOSTLY_QUOTED = 0.4
_SHORT_QUOTE = 12  # code points: shorter ones quote a word, not a saying
_MEMORY = 4  # sentences after which the last speaker is forgotten

_SILENT = (
    "document",
    "information",
    "law",
    "topic",
    "agreement",
    "proposal",
    "money",
    "weapon",
    "ground",
    "feeling",
    "talks",
    "relations",
    "sanction",
    "charge",
    "claim",
)
"""Classes of nouns that do not speak by themselves."""

_STATEMENT = Code("statement", "INDIRECT")


class StatementReader:
    """Reads the statements of one document, and what each speaker vouches for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.attributions: list[Attribution] = []
        self._used: set[tuple[int, int]] = set()

    def read(self, matches: list[PredicateMatch]) -> list[ReportDraft]:
        """All statements: those with a verb of saying, then the sentences of quotes that run on."""
        drafts = []
        heads: set[int] = set()
        believing = self.scene.codebook.language.grammar["believing_verbs"]
        for match in matches:
            if match.head in heads or self._in_cue(match.head):
                continue
            draft = self._statement(match.head, match.predicate, match.trigger)
            if draft is not None:
                heads.add(match.head)
                if self.grammar.lemmas[match.head] not in believing:
                    drafts.append(draft)
        drafts.extend(self._running_quotes(drafts))
        return drafts

    # -- verbs of saying -----------------------------------------------------------------------

    def _statement(self, index: int, predicate: Predicate, trigger: Span) -> ReportDraft | None:
        scene, grammar = self.scene, self.grammar
        frame = scene.frames.verb(index) if predicate.pos == "verb" else scene.frames.noun(index)
        slots = [s for s in predicate.slots["actor"]]
        speakers = [
            d for slot in slots for d in scene.participants(frame.get(slot), slot, predicate.code)
        ]
        if not speakers and predicate.pos == "verb":
            speakers = self._inverted_speaker(index)
        if not speakers and predicate.pos == "verb":
            speakers = self._somebody(index, frame)
        quote = self._quote_of(index) if predicate.pos == "verb" else None
        if not speakers and predicate.pos == "verb":
            speakers = self._last_speaker(index, frame)
        found = self._content(index, predicate, quote)
        if not speakers or (found is None and self._standing(index) != "denied"):
            return None
        if found is None:
            return ReportDraft(_STATEMENT, index, trigger, predicate.rule, frame, actors=speakers)
        content, claim = found
        direct = self._quoted_share(content) >= _MOSTLY_QUOTED
        recipients = [
            d
            for slot in predicate.slots["recipient"]
            for d in scene.participants(frame.get(slot), slot, predicate.code)
            if d not in speakers
        ]
        status = self._standing(index)
        if scene.grammar.words[index] in ("dit", "dite", "dits", "dites") and frame.passive:
            return None
        if quote is not None and speakers:
            scene.speakers.setdefault(quote.outer.start, speakers[0])
        self.attributions.append(
            Attribution(
                speakers[0] if speakers else None,
                content,
                direct,
                status,
                index,
                claim,
            )
        )
        kind = Code("statement", "DIRECT" if direct else "INDIRECT")
        self._used.add((content.start, content.end))
        self.scene.coreference.spoke.extend(speakers[:1])
        return ReportDraft(
            kind,
            index,
            trigger,
            predicate.rule,
            frame,
            actors=speakers,
            recipients=recipients,
            content=content,
        )

    def _somebody(self, index: int, frame: Frame) -> list[ActorDraft]:
        """The subject of a verb of saying is somebody, whatever noun names it.

        A participle hung on a thing (« …, déclarant que ») takes the subject of the verb above.
        """
        grammar = self.grammar
        for token in frame.get("subject"):
            for preposition, inner in grammar.complements(token):
                draft = self.scene.draft_of(inner)
                if preposition == "de" and draft is not None and not self._is_human(token):
                    return [draft]
            if grammar.tokens[token].pos == "NOUN" and self._is_human(token):
                return [self.scene.actors.add_unknown(token)]
            if grammar.tokens[token].pos == "PROPN" and self.scene.draft_of(token) is None:
                return [self.scene.actors.add_unknown(token)]
            appositive = self.scene.apposed(token)
            if appositive is not None:
                return [appositive]
        if grammar.is_present_participle(index):
            above = grammar.governing_verb(grammar.tokens[index].head)
            subject = grammar.subject(above) if above is not None else None
            draft = self.scene.resolve(subject) if subject is not None else None
            return [draft] if draft is not None else []
        return []

    def _last_speaker(self, index: int, frame: Frame) -> list[ActorDraft]:
        """« …, ajoute-t-il » with nobody else in sight: whoever spoke last, some sentences back."""
        pronouns = [t for t in frame.get("subject") if self.grammar.words[t] in ("il", "elle")]
        if not pronouns or self.grammar.impersonal(index) or not self.scene.coreference.spoke:
            return []
        last = self.scene.coreference.spoke[-1]
        sentence = self.grammar.parse.sentence_of(index).number
        near = sentence - self.grammar.parse.sentence_of(last.head).number <= _MEMORY
        wanted = "Fem" if self.grammar.words[pronouns[0]] == "elle" else "Masc"
        if not near or last.plural or last.root().gender not in (None, wanted):
            return []
        return [last]

    def _is_human(self, token: int) -> bool:
        """Whether a noun that no role knows names somebody who can speak."""
        return self.scene.is_human(token) and not self._is_thing(token)

    def _is_thing(self, token: int) -> bool:
        """Whether a noun names a text or a matter, which does not speak."""
        scene = self.scene
        lemma = self.grammar.lemmas[token]
        if lemma in scene.codebook.predicates.nouns or self.grammar.is_any(
            token, "transparent_nouns"
        ):
            return True
        classes = scene.codebook.language.classes
        return any(lemma in classes.get(name, ()) for name in _SILENT)

    def _standing(self, index: int) -> str | None:
        """What a verb of saying makes of what is said: denied, merely believed, or nothing."""
        words = self.scene.codebook.language.grammar
        lemma = self.grammar.lemmas[index]
        if lemma in words["denying_verbs"]:
            return "denied"
        return "alleged" if lemma in words["believing_verbs"] else None

    def _in_cue(self, index: int) -> bool:
        """Whether a word is itself a cue of attribution: « citant »."""
        word = self.grammar.words[index]
        return (word,) in self.scene.codebook.language.cues.get(word, ())

    def _inverted_speaker(self, index: int) -> list[ActorDraft]:
        """The subject after its verb that the parser took for something else."""
        for position in range(index + 1, min(index + 4, len(self.grammar.tokens))):
            draft = self.scene.actors.by_token.get(position)
            if (
                draft is not None
                and draft.first == position
                and self.grammar.tokens[draft.head].head == index
            ):
                if self.grammar.preposition(draft.head) is None:
                    return [draft]
        return []

    def _content(
        self, index: int, predicate: Predicate, quote: QuotedSpan | None
    ) -> tuple[Span, int | None] | None:
        """What is said, as a stretch of text, with the head of the claim; None when not told."""
        scene, grammar = self.scene, self.grammar
        frame = scene.frames.verb(index) if predicate.pos == "verb" else scene.frames.noun(index)
        wanted = predicate.slots["content"]
        if quote is not None and self._introduced(index, quote) and not self._marked(frame.clause):
            piece = self._piece(quote, grammar.parse.sentence_of(index), index)
            if piece is not None:
                return piece, None
        clause = frame.clause
        if clause is not None and clause > index and "clause" in wanted:
            span = self._clause_span(clause)
            if span is not None:
                return span, clause
        sentence = grammar.parse.sentence_of(index)
        if quote is not None:
            piece = self._piece(quote, sentence, index)
            if piece is not None:
                return piece, None
        if predicate.pos == "verb" and self._inverted(index):
            before = self._before(index, sentence)
            if before is not None:
                return before, None
        for slot in wanted:
            if slot == "clause":
                continue
            for token in frame.get(slot):
                if slot == "object" and (token < index and not frame.passive):
                    continue
                if scene.grammar.tokens[token].pos == "PRON" or slot in ("a", "devant"):
                    continue
                if (
                    slot == "object"
                    and frame.passive
                    and grammar.tokens[index].dep in ("acl", "amod")
                ):
                    continue
                if scene.draft_of(token) is not None and slot != "comme":
                    continue
                return self._phrase_span(token), token
        return None

    def _marked(self, clause: int | None) -> bool:
        """Whether a complement clause is one in form: after « que », or an infinitive."""
        if clause is None:
            return False
        if self.grammar.is_infinitive(clause) or self.grammar.is_perfect(clause):
            return True
        return any(
            c.dep in ("mark", "obj") and self.grammar.words[c.index] in ("que", "qu'")
            for c in self.grammar.parse.children(clause)
        )

    def _introduced(self, index: int, quote: QuotedSpan) -> bool:
        """Whether a colon right before it introduces a quotation."""
        text = self.scene.document.text
        start = self.grammar.tokens[index].end
        return start <= quote.outer.start and text[start : quote.outer.start].rstrip().endswith(":")

    def _clause_span(self, clause: int) -> Span | None:
        grammar = self.grammar
        first, last = grammar.subtree_span(clause)
        while first < clause and (
            grammar.tokens[first].dep in ("mark", "case") or grammar.tokens[first].pos == "PUNCT"
        ):
            first += 1
        for position in range(clause, last - 1):
            if grammar.words[position] == ":" and self.scene.quote_at(
                grammar.tokens[position + 1].start
            ):
                last = position
                break
        return self._unquoted(grammar.span(first, last))

    def _phrase_span(self, token: int) -> Span:
        grammar = self.grammar
        first, last = grammar.subtree_span(token)
        while (
            first < token
            and grammar.tokens[first].dep == "case"
            and grammar.words[first]
            not in (
                "du",
                "des",
                "au",
                "aux",
            )
        ):
            first += 1
        return self._unquoted(grammar.span(first, last))

    def _unquoted(self, span: Span) -> Span:
        """The stretch without quotation marks that stand around the whole of it."""
        for quote in self.scene.quotes:
            whole = quote.outer.start <= span.start <= quote.inner.start
            if whole and quote.inner.end - 2 <= span.end <= quote.outer.end:
                return quote.inner
            if whole and span.end < quote.outer.end:
                return Span(quote.inner.start, span.end)
            if whole and quote.inner.end - quote.inner.start >= _SHORT_QUOTE:
                return quote.inner
        return span

    def _inverted(self, index: int) -> bool:
        """« …, a-t-il déclaré »: the subject stands after the verb or its auxiliary."""
        grammar = self.grammar
        subject = grammar.child(index, *SUBJECTS)
        if subject is None:
            return bool(self._inverted_speaker(index)) and grammar.tokens[index].dep in (
                "parataxis",
                "ROOT",
            )
        auxiliaries = grammar.auxiliaries(index)
        return subject.index > index or bool(
            auxiliaries and subject.index > auxiliaries[0].index and subject.index < index
        )

    def _before(self, index: int, sentence: Sentence) -> Span | None:
        """The words of a sentence before an inserted « a-t-il dit »."""
        grammar = self.grammar
        own = [index, *(a.index for a in grammar.auxiliaries(index))]
        last = min(own)
        while last > sentence.first and (
            grammar.tokens[last - 1].pos == "PUNCT"
            or grammar.tokens[last - 1].dep.startswith(("aux", "expl"))
            or grammar.words[last - 1] in ("a", "ont", "avait", "s'", "se")
            and grammar.tokens[last - 1].head == index
        ):
            last -= 1
        if last - sentence.first < 3:
            return None
        return self._unquoted(grammar.span(sentence.first, last))

    # -- quotes --------------------------------------------------------------------------------

    def _quote_of(self, index: int) -> QuotedSpan | None:
        """The quotation that a verb of saying introduces or follows; None when there is none."""
        grammar = self.grammar
        sentence = grammar.parse.sentence_of(index)
        offset = grammar.tokens[index].start
        begin = grammar.tokens[sentence.first].start
        end = grammar.tokens[sentence.last - 1].end
        if self.scene.quote_at(offset) is not None:
            return None
        best: tuple[int, QuotedSpan] | None = None
        for quote in self.scene.quotes:
            if quote.outer.end <= begin - 3 or quote.outer.start >= end + 3:
                continue
            if quote.inner.end - quote.inner.start < _SHORT_QUOTE:
                continue
            if not self._may_quote(index, quote, begin):
                continue
            if quote.outer.start >= offset:
                gap = self.scene.document.text[offset : quote.outer.start]
                near = ":" in gap or quote.outer.start < end and (len(gap) < 90)
            else:
                gap = self.scene.document.text[quote.outer.end : offset]
                near = len(gap) < 40
            distance = (
                abs(quote.outer.start - offset)
                if quote.outer.start > offset
                else offset - quote.outer.end
            )
            if near and (best is None or distance < best[0]):
                best = (distance, quote)
        return best[1] if best else None

    def _may_quote(self, index: int, quote: QuotedSpan, begin: int) -> bool:
        """Whether a verb form can have words quoted: no bare past participle does.

        Words quoted before the verb's own sentence are its own only when its subject comes after.
        """
        grammar = self.grammar
        if grammar.is_past_participle(index) and not grammar.auxiliaries(index):
            return False
        if grammar.passive(index):
            return False
        if quote.outer.end <= grammar.tokens[index].start and quote.outer.end <= begin + 1:
            return self._inverted(index)
        return True

    def _piece(self, quote: QuotedSpan, sentence: Sentence, index: int) -> Span | None:
        """The part of a quote that stands in the sentence of its verb, else its nearest sentence."""
        grammar = self.grammar
        inside = self._sentences_of(quote)
        if not inside:
            return quote.inner
        offset = grammar.tokens[index].start
        nearest = inside[0] if quote.outer.start > offset else inside[-1]
        return nearest

    def _sentences_of(self, quote: QuotedSpan) -> list[Span]:
        """The sentences of a quote, cut to it."""
        grammar = self.grammar
        spans = []
        for sentence in self._overlapping(quote):
            start = max(grammar.tokens[sentence.first].start, quote.inner.start)
            end = min(grammar.tokens[sentence.last - 1].end, quote.inner.end)
            text = self.scene.document.text
            while start < end and not (text[start].isalnum() or text[start] in "«\"“'[("):
                start += 1
            if end - start > 3:
                spans.append(Span(start, end))
        return spans

    def _overlapping(self, quote: QuotedSpan) -> Iterator[Sentence]:
        grammar = self.grammar
        first = grammar.parse.sentence_of(grammar.token_at(quote.inner.start))
        for sentence in grammar.parse.sentences[first.number :]:
            if grammar.tokens[sentence.first].start >= quote.inner.end:
                break
            yield sentence

    def _quoted_share(self, span: Span) -> float:
        quoted = 0
        for quote in self.scene.quotes:
            quoted += max(0, min(span.end, quote.outer.end) - max(span.start, quote.outer.start))
        return quoted / max(1, span.end - span.start)

    def _running_quotes(self, drafts: list[ReportDraft]) -> list[ReportDraft]:
        """One statement for each further sentence of a quote whose speaker is known."""
        found: list[ReportDraft] = []
        told = [d.content for d in drafts if d.content is not None]
        self._pass_speakers_on()
        for quote in self.scene.quotes:
            speaker = self.scene.speakers.get(quote.outer.start)
            if speaker is None:
                continue
            for piece in self._sentences_of(quote):
                if any(piece.overlaps(content) for content in told):
                    continue
                if piece.end - piece.start < 8:
                    continue
                head = self.grammar.token_at(piece.start)
                token = self.grammar.tokens[head]
                self.attributions.append(Attribution(speaker, piece, True, None, head))
                found.append(
                    ReportDraft(
                        Code("statement", "DIRECT"),
                        head,
                        Span(token.start, token.end),
                        "quote/running",
                        self.scene.frames.verb(head),
                        actors=[speaker],
                        content=piece,
                    )
                )
        return found

    def _pass_speakers_on(self) -> None:
        """Quotes with no verb of saying of their own.

        One that makes a sentence of its own right after another goes on with its speaker; one after
        a colon is spoken by the subject of the clause before the colon.
        """
        text = self.scene.document.text
        for quote in self.scene.quotes:
            before = text[max(0, quote.outer.start - 3) : quote.outer.start].rstrip()
            if quote.outer.start not in self.scene.speakers and before.endswith(":"):
                speaker = self._subject_before(quote)
                if speaker is not None:
                    self.scene.speakers[quote.outer.start] = speaker
        for before, quote in zip(self.scene.quotes, self.scene.quotes[1:], strict=False):
            speaker = self.scene.speakers.get(before.outer.start)
            if speaker is None or quote.outer.start in self.scene.speakers:
                continue
            gap = text[before.outer.end : quote.outer.start]
            if gap.strip(" \n\t.,") == "" and quote.inner.end - quote.inner.start > 20:
                self.scene.speakers[quote.outer.start] = speaker

    def _subject_before(self, quote: QuotedSpan) -> ActorDraft | None:
        grammar = self.grammar
        colon = max(0, grammar.token_at(quote.outer.start) - 1)
        sentence = grammar.parse.sentence_of(colon)
        for token in grammar.tokens[sentence.first : colon]:
            if token.dep == "ROOT" and grammar.is_verb(token.index):
                subject = grammar.subject(token.index)
                return self.scene.resolve(subject) if subject is not None else None
        return None

    # -- cues ----------------------------------------------------------------------------------

    def read_cues(self) -> list[ReportDraft]:
        """« selon X » and its like: no statement, but X vouches for what the clause tells."""
        grammar = self.grammar
        for sentence in grammar.parse.sentences:
            index = sentence.first
            while index < sentence.last:
                length = self._cue_at(index, sentence.last)
                if length:
                    self._read_cue(index, length, sentence)
                    index += length
                else:
                    index += 1
        return []

    def _cue_at(self, index: int, last: int) -> int:
        grammar = self.grammar
        cues = self.scene.codebook.language.cues
        word = grammar.words[index]
        for cue in cues.get(word) or cues.get(grammar.normal(index), ()):
            if index + len(cue) <= last and all(
                word in (grammar.words[index + k], grammar.normal(index + k))
                for k, word in enumerate(cue)
            ):
                return len(cue)
        return 0

    def _read_cue(self, index: int, length: int, sentence: Sentence) -> None:
        grammar = self.grammar
        draft = None
        for position in range(index + length, min(index + length + 5, sentence.last)):
            draft = self.scene.actors.by_token.get(position)
            if draft is None and grammar.tokens[position].pos == "PRON":
                draft = self.scene.resolve(position)
            if draft is not None or grammar.tokens[position].pos == "PUNCT":
                break
        if draft is None:
            return
        span, claim = self._scope(index, draft.last, sentence)
        self.attributions.append(Attribution(draft, span, False, None, index, claim))

    def _scope(self, index: int, after: int, sentence: Sentence) -> tuple[Span, int | None]:
        """What a cue vouches for: the relative clause or adjunct it stands in, else the sentence."""
        grammar = self.grammar
        for ancestor in grammar.parse.ancestors(index):
            if ancestor.dep == "acl:relcl" and ancestor.index > sentence.first:
                first, last = grammar.subtree_span(ancestor.index)
                if first <= index < last:
                    return grammar.span(first, last), ancestor.index
        if index > sentence.first + 3 and not self._finite_between(sentence.first, index):
            return grammar.span(sentence.first, index), None
        return grammar.span(sentence.first, sentence.last), None

    def _finite_between(self, first: int, last: int) -> bool:
        return any(self.grammar.has(i, "VerbForm=Fin") for i in range(first, last))
