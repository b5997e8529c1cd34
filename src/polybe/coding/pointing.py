"""Nouns that only point back: « cette attaque » is coded again only if it adds something."""

from __future__ import annotations

from .drafts import ReportDraft
from .scene import Scene


def without_bare_echoes(scene: Scene, drafts: list[ReportDraft]) -> list[ReportDraft]:
    """Drop the nouns of action that add nothing to what was told before or tell nothing at all."""
    kept: list[ReportDraft] = []
    for draft in sorted(drafts, key=lambda d: d.head):
        if _adds(scene, draft) or draft.code.kind != "event":
            kept.append(draft)
    return kept


def repeats_its_speaker(draft: ReportDraft) -> bool:
    """Whether a statement is only one's own word inside one's own words."""
    if draft.code.kind != "statement" or draft.rule == "quote/running":
        return False
    told = {source.identity for source in draft.sources}
    return bool(draft.actors) and all(actor.identity in told for actor in draft.actors)


def _adds(scene: Scene, draft: ReportDraft) -> bool:
    grammar = scene.grammar
    if grammar.tokens[draft.head].pos not in ("NOUN", "PROPN") or "/verb/" in draft.rule:
        return True
    told = bool(draft.actors or draft.recipients or draft.time or draft.content)
    return told or bool(draft.places)
