"""Attribution: on whose word facts stand, and what that makes of their standing."""

from __future__ import annotations

from collections.abc import Iterable

from .drafts import Attribution, ReportDraft
from .grammar import Grammar
from .stance import stronger


def attribute(
    drafts: Iterable[ReportDraft], attributions: Iterable[Attribution], grammar: Grammar
) -> None:
    """Give each fact its sources, outermost first, and the standing that their telling gives it.

    Changes the drafts in place.
    """
    ordered = sorted(attributions, key=lambda a: a.span.start - a.span.end)
    for draft in drafts:
        for attribution in ordered:
            if _vouches_for(attribution, draft, grammar):
                _add_source(attribution, draft)


def _vouches_for(attribution: Attribution, draft: ReportDraft, grammar: Grammar) -> bool:
    if attribution.head == draft.head or not attribution.span.covers(draft.trigger):
        return False
    return attribution.direct or not _is_presupposed(draft, attribution, grammar)


def _add_source(attribution: Attribution, draft: ReportDraft) -> None:
    speaker, statement = attribution.speaker, draft.code.kind == "statement"
    draft.vouched.append(attribution)
    if speaker is not None and speaker not in draft.sources:
        if not (statement and speaker in draft.actors):
            draft.sources.append(speaker)
    if attribution.status is not None and not statement:
        draft.status = stronger(draft.status, attribution.status)


def _is_presupposed(draft: ReportDraft, attribution: Attribution, grammar: Grammar) -> bool:
    """Whether a fact inside a reported clause is taken for granted, not claimed.

    A definite noun of action is, unless it is what the clause is about: the object of the verb of
    saying, or carried by a light verb.  So is what comes « après » an infinitive.
    """
    head = draft.head
    if grammar.is_perfect(head) or grammar.is_infinitive(head):
        return any(
            child.dep in ("mark", "case") and grammar.is_form(child.index, "after_words")
            for child in grammar.parse.children(head)
        )
    if draft.code.kind == "toll" or draft.frame.verb is not None or attribution.claim == head:
        return False
    return grammar.is_definite(head)
