"""Nouns that only point back: « cette attaque » is coded again only if it adds something."""

from __future__ import annotations

from .drafts import ReportDraft
from .grammar import Grammar

_FULL_OF_DEEDS = ("phase_nouns", "time_nouns", "account_nouns")
"""Prepositions after which a deed only dates another."""


def without_bare_echoes(grammar: Grammar, drafts: list[ReportDraft]) -> list[ReportDraft]:
    """The reports in text order, without deeds that tell nothing, or nothing not told before."""
    in_order = sorted(drafts, key=lambda draft: draft.head)
    return [draft for draft in in_order if draft.code.kind != "event" or _adds(grammar, draft)]


def repeats_its_speaker(draft: ReportDraft) -> bool:
    """Whether a statement is only one's own word inside one's own words."""
    if draft.code.kind != "statement" or draft.rule == "quote/running":
        return False
    told = {source.identity for source in draft.sources}
    return bool(draft.actors) and all(actor.identity in told for actor in draft.actors)


def _adds(grammar: Grammar, draft: ReportDraft) -> bool:
    if grammar.is_verb(draft.head) and "/verb/" in draft.rule:
        return not _only_refers(grammar, draft)
    if grammar.tokens[draft.head].pos not in ("NOUN", "PROPN"):
        return True
    if draft.actors or draft.recipients or draft.content:
        return True
    if _is_new(grammar, draft.head):
        return True
    if grammar.preposition(draft.head) in grammar.language.grammar["reference_prepositions"]:
        return _has_place_of_its_own(grammar, draft)
    return bool(draft.places) or draft.time is not None


def _is_new(grammar: Grammar, index: int) -> bool:
    """Whether a deed is told as not known before: « une attaque », « des journées de combats »."""
    determiner = grammar.determiner(index)
    if determiner is not None:
        return "Definite=Ind" in determiner.morph
    if grammar.plural(index) is not True or grammar.relation(index - 1) != "of":
        return False
    token = grammar.tokens[index]
    # « un site de rencontres » tells a kind of site, « trois jours de combats » tells of fights
    return token.dep != "nmod" or any(grammar.is_any(token.head, name) for name in _FULL_OF_DEEDS)


def _has_place_of_its_own(grammar: Grammar, draft: ReportDraft) -> bool:
    return any(
        draft.head in {above.index for above in grammar.parse.ancestors(place.head)}
        for place in draft.places
    )


def _only_refers(grammar: Grammar, draft: ReportDraft) -> bool:
    """« les cellules où ils étaient détenus »: a relative clause about people told of before."""
    in_relative = grammar.tokens[draft.head].dep == "acl:relcl"
    pronouns = draft.recipients and all(d.kind == "pronoun" for d in draft.recipients)
    told = draft.actors or draft.places or draft.time or draft.content or draft.figures
    return bool(in_relative and pronouns and not told)
