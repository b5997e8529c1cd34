"""Human cost: the counts behind a toll, those told after « dont », and totals of a whole war."""

from __future__ import annotations

from .drafts import ReportDraft
from .figures import FigureSpan
from .frames import Frame
from .scene import Scene

_REACH = 12  # tokens after a toll within which « dont » belongs to it
_PART_REACH = 6  # tokens after « dont » within which a figure is its part


def part_tolls(scene: Scene, drafts: list[ReportDraft]) -> list[ReportDraft]:
    """A toll of its own for each part that « dont » tells of a counted toll."""
    return [
        _part(scene, draft, figure)
        for draft in drafts
        if draft.code.kind == "toll"
        for figure in _parts(scene, draft)
    ]


def mode_of(scene: Scene, draft: ReportDraft) -> str:
    """`cumulative` for a total over months or a war, else `incident`."""
    time = draft.time
    if time is None:
        return "incident"
    if scene.grammar.is_form(scene.grammar.token_at(time.start), "since_words"):
        return "cumulative"
    if time.value is None:
        return "incident"
    long = time.precision in ("year", "decade")
    open_ended = time.value.endswith("/..") and time.precision != "day"
    return "cumulative" if long or open_ended else "incident"


def _parts(scene: Scene, draft: ReportDraft) -> list[FigureSpan]:
    """The figure of persons behind the first « dont » after a toll; at most one."""
    grammar = scene.grammar
    # « 34 civils, dont onze enfants, ont été tués »: the part may stand before the verb
    starts = [*(d.last for d in draft.recipients), draft.head]
    last = grammar.parse.sentence_of(draft.head).last
    cue = next(
        (
            index
            for start in starts
            for index in range(start, min(start + _REACH, last))
            if grammar.is_any(index, "including")
        ),
        None,
    )
    if cue is None:
        return []
    return [
        figure
        for figure in scene.figures
        if cue < grammar.token_at(figure.start) <= cue + _PART_REACH
        and figure.unit in ("persons", "other")
        and figure not in draft.figures
    ][:1]


def _part(scene: Scene, draft: ReportDraft, figure: FigureSpan) -> ReportDraft:
    part = ReportDraft(
        draft.code,
        draft.head,
        draft.trigger,
        draft.rule + "/part",
        Frame(draft.head, draft.frame.verb),
        actors=list(draft.actors),
        figures=[figure],
        status=draft.status,
        predicate=draft.predicate,
    )
    if figure.noun is not None:
        counted = scene.draft_of(figure.noun)
        if counted is not None:
            part.recipients = [counted]
    return part
