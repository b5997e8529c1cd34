"""Human cost: the counts behind a toll, those told after « dont », and totals of a whole war."""

from __future__ import annotations

from .drafts import ReportDraft
from .figures import FigureSpan
from .frames import Frame
from .scene import Scene

_CUMULATIVE = ("depuis", "en", "au total", "bilan total")


def part_tolls(scene: Scene, drafts: list[ReportDraft]) -> list[ReportDraft]:
    """A toll of its own for each part that « dont » tells of a counted toll."""
    found = []
    for draft in drafts:
        if draft.code.kind != "toll":
            continue
        for figure in _parts(scene, draft):
            found.append(_part(scene, draft, figure))
    return found


def _parts(scene: Scene, draft: ReportDraft) -> list[FigureSpan]:
    grammar = scene.grammar
    sentence = grammar.parse.sentence_of(draft.head)
    start = max([draft.head, *(d.last - 1 for d in draft.recipients)])
    for index in range(start, min(start + 12, sentence.last)):
        if not grammar.is_any(index, "including"):
            continue
        return [
            figure
            for figure in scene.figures
            if index < grammar.token_at(figure.start) <= index + 6
            and figure.unit in ("persons", "other")
            and figure not in draft.figures
        ][:1]
    return []


def _part(scene: Scene, draft: ReportDraft, figure: FigureSpan) -> ReportDraft:
    part = ReportDraft(
        draft.code,
        draft.head,
        draft.trigger,
        draft.rule + "/dont",
        Frame(draft.head, draft.frame.verb),
        actors=list(draft.actors),
        figures=[figure],
        status=draft.status,
    )
    if figure.noun is not None:
        counted = scene.draft_of(figure.noun)
        if counted is not None:
            part.recipients = [counted]
    return part


def mode_of(scene: Scene, draft: ReportDraft) -> str:
    """`cumulative` for a total over months or a war, else `incident`."""
    time = draft.time
    if time is not None:
        text = scene.document.text[time.start : time.end].lower()
        if text.startswith("depuis") or (
            time.precision in ("year", "decade") and not time.value is None
        ):
            return "cumulative"
        if time.value is not None and time.value.endswith("/..") and time.precision != "day":
            return "cumulative"
    return "incident"
