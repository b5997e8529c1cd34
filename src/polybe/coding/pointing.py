"""Nouns that only point back: « cette attaque » is coded again only if it adds something."""

from __future__ import annotations

from .drafts import ReportDraft
from .scene import Scene


_REFERENCE = frozenset({"depuis", "apres", "avant", "pendant", "durant"})
"""Prepositions after which a deed only dates another."""


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
    if grammar.is_verb(draft.head) and "/verb/" in draft.rule:
        return not _only_refers(scene, draft)
    if grammar.tokens[draft.head].pos not in ("NOUN", "PROPN"):
        return True
    if draft.actors or draft.recipients or draft.content:
        return True
    if grammar.preposition(draft.head) in _REFERENCE:
        return any(
            draft.head in {a.index for a in grammar.parse.ancestors(p.head)} for p in draft.places
        )
    if draft.places:
        return True
    determiner = grammar.determiner(draft.head)
    if determiner is not None and "Definite=Ind" in determiner.morph:
        return True
    return draft.time is not None


def _only_refers(scene: Scene, draft: ReportDraft) -> bool:
    """« les cellules où ils étaient détenus »: a relative clause about people told of before."""
    in_relative = scene.grammar.tokens[draft.head].dep == "acl:relcl"
    pronouns = draft.recipients and all(d.kind == "pronoun" for d in draft.recipients)
    told = draft.actors or draft.places or draft.time or draft.content or draft.figures
    return bool(in_relative and pronouns and not told)
