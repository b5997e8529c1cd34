"""The coder: one document in, its mentions and reports out; no clock, no network, no store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from ..codebook import Codebook
from ..codebook.ontology import Code
from ..model import Ambiguous, CodedDocument, Document, Failure, Parse, Place, Span
from .actors import Actors
from .assembly import assemble
from .circumstances import SPEECH_ACTS, Circumstances
from .drafts import ReportDraft
from .figures import find_figures
from .grammar import Grammar
from .matching import find_predicates
from .place_reading import read_places
from .place_resolution import Setting
from .places import PlaceCandidate, PlaceIndex
from .pointing import repeats_its_speaker, without_bare_echoes
from .reports import ReportReader, attribute, share_sides
from .scene import PlaceDraft, Scene
from .signposts import signposts
from .statements import StatementReader
from .times import find_times
from .tolls import mode_of, part_tolls


class TextParser(Protocol):
    """What the coder asks of a parser."""

    def parse(self, text: str) -> Parse:
        """The parse of one text."""
        ...

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parses of several texts, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Coder:
    """What coding needs: a codebook, an index of places, a parser."""

    codebook: Codebook
    gazetteer: PlaceIndex
    parser: TextParser


def code(document: Document, coder: Coder) -> CodedDocument | Failure:
    """Code one document; a Failure, with its reason, when it cannot be."""
    if not document.text.strip():
        return Failure(document.id, "the text is empty", document.id)
    return code_parsed(document, coder.parser.parse(document.text), coder)


def code_many(documents: Iterable[Document], coder: Coder) -> Iterator[CodedDocument | Failure]:
    """Code documents in order, parsed in batches; one that fails does not stop the others."""
    batch = list(documents)
    full = [d for d in batch if d.text.strip()]
    parses = coder.parser.parse_many([d.text for d in full])
    for document in batch:
        if document.text.strip():
            yield code_parsed(document, next(parses), coder)
        else:
            yield Failure(document.id, "the text is empty", document.id)


def code_parsed(document: Document, parse: Parse, coder: Coder) -> CodedDocument:
    """Code a document whose parse is at hand."""
    codebook = coder.codebook
    grammar = Grammar(parse, codebook.language)
    actors = Actors(grammar, codebook, document.published)
    stretches = find_times(document.text, codebook.calendar, document.published)
    times = [t for t in stretches if t.is_mention]
    actors.find()
    places = find_places(grammar, actors, coder)
    figures = find_figures(
        parse, codebook.numerals, taken=[Span(t.start, t.end) for t in stretches if t.takes_numbers]
    )
    scene = Scene(document, codebook, grammar, actors, places, times, figures)
    scene.coreference.descriptions()
    drafts = read_reports(scene)
    return assemble(scene, drafts)


def find_places(grammar: Grammar, actors: Actors, coder: Coder) -> list[PlaceDraft]:
    """The places of a text; names of states and capitals may be places as well as actors."""
    taken = [d.span for d in actors.drafts if d.kind not in ("state", "capital", "role", "unknown")]
    placed = read_places(
        grammar.parse,
        coder.gazetteer,
        coder.codebook.place_words,
        taken=taken,
        setting=Setting(actors.setting.countries),
        demonyms=coder.codebook.catalogue.demonyms,
    )
    return [place_draft(grammar, candidate, place) for candidate, place in placed]


def place_draft(
    grammar: Grammar, candidate: PlaceCandidate, place: Place | Ambiguous
) -> PlaceDraft:
    """A place mention in the making, with the token by which it hangs in the tree."""
    head = next(
        (
            i
            for i in range(candidate.first, candidate.last)
            if not candidate.first <= grammar.tokens[i].head < candidate.last
            and grammar.tokens[i].pos not in ("DET", "ADP", "PUNCT")
        ),
        candidate.last - 1,
    )
    precision = place.precision if isinstance(place, Place) else candidate.precision
    return PlaceDraft(
        candidate.first,
        candidate.last,
        head,
        Span(candidate.start, candidate.end),
        place,
        precision=precision,
        site=precision == "site",
    )


def read_reports(scene: Scene) -> list[ReportDraft]:
    """All reports of a document whose mentions are found."""
    apart = signposts(scene.grammar)
    matches = [m for m in find_predicates(scene) if m.head not in apart]
    statements = StatementReader(scene)
    reader = ReportReader(scene)
    spoken = statements.read([m for m in matches if m.predicate.code.kind == "statement"])
    statements.read_cues()
    facts = reader.read([m for m in matches if m.predicate.code.kind != "statement"])
    facts.extend(part_tolls(scene, facts))
    acts = {d.head for d in facts if d.code.kind == "event" and d.code.type in SPEECH_ACTS}
    spoken = [d for d in spoken if d.head not in acts]
    drafts = [*spoken, *(d for d in facts if not reader.is_suppressed(d))]
    drafts = share_sides(drafts, reader)
    Circumstances(scene, drafts).settle()
    attribute(drafts, [*statements.attributions, *reader.attributions], reader)
    drafts = [d for d in drafts if not repeats_its_speaker(d)]
    drafts = without_bare_echoes(scene, drafts)
    for draft in drafts:
        if draft.code.kind == "toll":
            draft.code = replace(draft.code, mode=mode_of(scene, draft))
    return drafts


__all__ = ["Code", "Coder", "code", "code_many", "code_parsed"]
