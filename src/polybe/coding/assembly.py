"""From drafts to the coded document: one use of each name, ids, order."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from ..model import CodedDocument, Quote, Report
from .actors import ActorDraft
from .drafts import ReportDraft
from .numbering import Numbering, number_mentions
from .scene import Scene
from .standing import actors_to_give, places_to_give

_CONTEXT_BEFORE, _CONTEXT_AFTER = 6, 8  # tokens around a trigger that tell of its context


def in_text_order(drafts: Iterable[ReportDraft]) -> list[ReportDraft]:
    """The order in which reports are given and numbered."""
    return sorted(drafts, key=lambda d: (d.trigger.start, d.trigger.end, str(d.code), d.rule))


def assemble(scene: Scene, drafts: list[ReportDraft]) -> CodedDocument:
    """The coded document of a scene and the reports read off it, one a draft and in their order.

    Which names are actors and which are ground is settled here, by what the reports use.
    """
    for draft in drafts:
        _mark_used(draft)
    actors = actors_to_give(scene)
    numbering = number_mentions(scene, actors, places_to_give(scene, actors))
    ids: set[str] = set()
    reports = tuple(_report(scene, draft, numbering, ids) for draft in drafts)
    return CodedDocument(scene.document, numbering.mentions, reports)


def _mark_used(draft: ReportDraft) -> None:
    for actor in (*draft.actors, *draft.recipients, *draft.sources):
        used: ActorDraft | None = actor
        while used is not None and not used.used:
            used.used = True
            if used.titled is not None:
                used.titled.used = True
            used = used.antecedent
    for place in draft.places:
        place.used = True


def _report(scene: Scene, draft: ReportDraft, numbering: Numbering, ids: set[str]) -> Report:
    """The report of a draft; its own id is put among `ids`."""
    text = scene.document.text
    return Report(
        id=_report_id(scene.document.id, draft, text, ids),
        kind=draft.code.kind,
        type=draft.code.type,
        mode=draft.code.mode,
        trigger=Quote(*draft.trigger, draft.trigger.of(text)),
        actors=numbering.of(draft.actors),
        recipients=numbering.of(draft.recipients),
        places=numbering.of(draft.places),
        time=numbering.of_one(draft.time),
        figures=numbering.of(draft.figures),
        content=Quote(*draft.content, draft.content.of(text)) if draft.content else None,
        status=str(draft.status),
        sources=numbering.of(draft.sources),
        contexts=_contexts(scene, draft),
        rule=draft.rule,
        codebook=scene.codebook.version,
    )


def _report_id(document: str, draft: ReportDraft, text: str, taken: set[str]) -> str:
    """Stable as long as document, trigger and code are; a number tells twins apart."""
    digest = blake2b(digest_size=6)
    digest.update(
        f"{document}\0{draft.trigger.start}\0{draft.trigger.of(text)}\0{draft.code}".encode()
    )
    base = f"r{digest.hexdigest()}"
    report_id, number = base, 2
    while report_id in taken:
        report_id, number = f"{base}-{number}", number + 1
    taken.add(report_id)
    return report_id


def _contexts(scene: Scene, draft: ReportDraft) -> tuple[str, ...]:
    """PLOVER contexts told by the words of the sentence around the trigger."""
    grammar = scene.grammar
    table = scene.codebook.language.contexts
    sentence = grammar.parse.sentence_of(draft.head)
    first = max(sentence.first, draft.head - _CONTEXT_BEFORE)
    last = min(sentence.last, draft.head + _CONTEXT_AFTER)
    found = {context for lemma in grammar.lemmas[first:last] for context in table.get(lemma, ())}
    return tuple(sorted(found))
