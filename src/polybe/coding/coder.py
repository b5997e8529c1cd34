"""The coder: one document in, its mentions and reports out; no clock, no network, no store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from ..codebook import Codebook
from ..codebook.ontology import SPEECH_ACTS
from ..model import CodedDocument, Document, Failure, LeftOut, Parse
from .assembly import assemble, in_text_order
from .attribution import attribute
from .circumstances import Circumstances
from .content_sides import share_content_sides
from .drafts import Drafts, ReportDraft
from .matching import PredicateMatch, find_predicates
from .places import PlaceIndex
from .pointing import repeats_its_speaker, without_bare_echoes
from .refusals import Refusal
from .relevance import Relevance
from .reports import ReportReader
from .scene import Scene
from .scene_reading import read_scene
from .sharing import share_sides
from .signposts import signposts
from .statements import StatementReader
from .tolls import mode_of, part_tolls

BATCH = 24
"""Documents parsed together: as many as are held in memory at once."""

_AHEAD = 20 * BATCH
"""Documents read at most, most of them left out, until a batch to be parsed is full."""


class TextParser(Protocol):
    """What the coder asks of a parser."""

    def parse(self, text: str) -> Parse:
        """The parse of one text."""
        ...

    def parse_many(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parses of several texts, in order."""
        ...

    def parse_unrepaired(self, text: str) -> Parse:
        """The tokens of one text's parse as a model alone has them."""
        ...


@dataclass(frozen=True, slots=True)
class Coder:
    """What coding needs: a codebook, an index of places, a parser.

    ``relevance`` judges which articles need not be parsed; None where all are.
    """

    codebook: Codebook
    gazetteer: PlaceIndex
    parser: TextParser
    relevance: Relevance | None = None


CoderOf = Callable[[str], Coder]
"""Gives the coder of a language by its code."""


@dataclass(frozen=True, slots=True)
class Working:
    """How one document was coded: the reports of ``coded`` are the drafts kept, in their order."""

    scene: Scene
    drafts: Drafts
    coded: CodedDocument


def code(document: Document, coder: Coder) -> CodedDocument | Failure:
    """Code one document; a Failure, with its reason, when its text is blank.

    Raises what the parser raises: ParsingError when it cannot parse the text.
    """
    if not document.text.strip():
        return Failure(document.id, "the text is empty", document.id)
    return code_parsed(document, coder.parser.parse(document.text), coder)


def code_many(
    documents: Iterable[Document], coder_of: CoderOf, *, gate: bool = False
) -> Iterator[CodedDocument | Failure]:
    """Code documents in order, read from a stream of any length and parsed in batches.

    ``coder_of`` gives the coder of each document's language.
    A document that cannot be coded, for whatever reason, is a Failure in its place.  With ``gate``
    one that surely tells nothing the codebook codes is not parsed, and is LeftOut in its place.
    """
    for stretch in _stretches(documents, coder_of if gate else None):
        wanted = [item for item in stretch if isinstance(item, Document)]
        coded = {
            language: _code_batch([d for d in wanted if d.language == language], coder_of(language))
            for language in dict.fromkeys(document.language for document in wanted)
        }
        for item in stretch:
            yield item if isinstance(item, LeftOut) else next(coded[item.language])


def _stretches(
    documents: Iterable[Document], coder_of: CoderOf | None
) -> Iterator[list[Document | LeftOut]]:
    """The documents as they come, a batch to be coded in each stretch however many are left out.

    None is left out without ``coder_of``.
    """
    stretch: list[Document | LeftOut] = []
    wanted = 0
    for document in documents:
        relevance = coder_of(document.language).relevance if coder_of else None
        left_out = relevance.left_out(document) if relevance else None
        stretch.append(left_out or document)
        wanted += left_out is None
        if wanted == BATCH or len(stretch) == _AHEAD:
            yield stretch
            stretch, wanted = [], 0
    if stretch:
        yield stretch


def code_parsed(document: Document, parse: Parse, coder: Coder) -> CodedDocument:
    """Code a document whose parse is at hand."""
    return work_out(document, parse, coder).coded


def work_out(document: Document, parse: Parse, coder: Coder) -> Working:
    """Code a document whose parse is at hand, and keep how it was done."""
    scene = read_scene(document, parse, coder.codebook, coder.gazetteer)
    drafts = _read_reports(scene)
    drafts.kept = in_text_order(drafts.kept)
    return Working(scene, drafts, assemble(scene, drafts.kept))


def _code_batch(batch: list[Document], coder: Coder) -> Iterator[CodedDocument | Failure]:
    texts = [document.text for document in batch if document.text.strip()]
    try:
        parses = iter(list(coder.parser.parse_many(texts)))
    except Exception:  # noqa: BLE001  one text spoils the batch: each by itself shows which
        for document in batch:
            yield _or_failure(document, partial(code, document, coder))
        return
    for document in batch:
        if document.text.strip():
            parsed = partial(code_parsed, document, next(parses), coder)
            yield _or_failure(document, parsed)
        else:
            yield Failure(document.id, "the text is empty", document.id)


def _or_failure(
    document: Document, coding: Callable[[], CodedDocument | Failure]
) -> CodedDocument | Failure:
    """What `coding` gives for a document, or a Failure that tells what it raised.

    The except is broad on purpose: texts come from anywhere, and a fault in the grammar that only
    one of them brings to light must not cost a user the articles after it.
    """
    try:
        return coding()
    except Exception as error:  # noqa: BLE001  told as the document's Failure, see above
        return Failure(document.id, f"{type(error).__name__}: {error}", document.id)


def _read_reports(scene: Scene) -> Drafts:
    """All reports of a document whose mentions are found, and those left out on the way."""
    statements = StatementReader(scene)
    reader = ReportReader(scene, statements.attributions)
    spoken, facts = _read_matches(scene, statements, reader)
    facts.extend(part_tolls(scene, facts))
    share_content_sides(facts, scene)
    acts = {d.head for d in facts if d.code.kind == "event" and d.code.type in SPEECH_ACTS}
    drafts = Drafts([*spoken, *facts])
    drafts.keep((d for d in drafts.kept if not (_is_said(d) and d.head in acts)), "speech_act")
    drafts.keep(
        (d for d in drafts.kept if _is_said(d) or not reader.is_suppressed(d)), "suppressed"
    )
    drafts.keep(share_sides(drafts.kept, scene), "double")
    Circumstances(scene, drafts.kept).settle()
    attribute(drafts.kept, [*statements.attributions, *reader.attributions], scene.grammar)
    drafts.keep((d for d in drafts.kept if not repeats_its_speaker(d)), "own_word")
    drafts.keep(without_bare_echoes(scene.grammar, drafts.kept), "echo")
    _set_modes_of_tolls(scene, drafts.kept)
    return drafts


def _is_said(draft: ReportDraft) -> bool:
    return draft.code.kind == "statement"


def _read_matches(
    scene: Scene, statements: StatementReader, reader: ReportReader
) -> tuple[list[ReportDraft], list[ReportDraft]]:
    """The statements and the other facts of all predicates outside signposts.

    Statements come first: who speaks a quote tells whom « nous » means in it.
    """
    matches = _outside_signposts(scene)
    spoken = statements.read([m for m in matches if m.predicate.code.kind == "statement"])
    facts = reader.read([m for m in matches if m.predicate.code.kind != "statement"])
    return spoken, facts


def _outside_signposts(scene: Scene) -> list[PredicateMatch]:
    apart, matches = signposts(scene.grammar), []
    for match in find_predicates(scene):
        if match.head in apart:
            scene.refuse(match.head, match.predicate, Refusal("signpost"))
        else:
            matches.append(match)
    return matches


def _set_modes_of_tolls(scene: Scene, drafts: list[ReportDraft]) -> None:
    for draft in drafts:
        if draft.code.kind == "toll":
            draft.code = replace(draft.code, mode=mode_of(scene, draft))
