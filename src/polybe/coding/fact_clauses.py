"""Clauses of facts: in which clause, and on which verb, a fact is told."""

from __future__ import annotations

from ..codebook.ontology import SPEECH_ACTS
from .drafts import ReportDraft
from .grammar import Grammar


def is_said(draft: ReportDraft) -> bool:
    """Whether a fact is somebody's word: a statement or an act of speech."""
    return draft.code.kind == "statement" or draft.code.type in SPEECH_ACTS


def carriers(grammar: Grammar, draft: ReportDraft) -> list[int]:
    """The tokens by which a fact is told: its own, then the verbs that only carry it."""
    heads = [draft.head]
    verb, carrier = draft.frame.verb, draft.frame.carrier
    if verb is not None and verb != draft.head:
        heads.append(verb)
    if carrier is not None and carrier not in heads:
        if grammar.is_any(carrier, "occurring_verbs") or grammar.is_any(carrier, "light_verbs"):
            heads.append(carrier)
    return heads


def clause_around(grammar: Grammar, index: int) -> int:
    """What stands for the clause of a token: its finite verb, infinitives climbed over.

    A number below zero, one for each sentence, where no verb stands above.
    """
    verb: int | None = index if grammar.is_verb(index) else grammar.governing_verb(index)
    while verb is not None and grammar.tokens[verb].dep == "xcomp":
        verb = grammar.governing_verb(verb)
    return verb if verb is not None else -grammar.parse.sentence_of(index).number - 1
