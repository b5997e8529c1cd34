"""The account of some articles: what they say, put in order and traceable to the word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import CodedDocument, Document
from . import sections
from .facts import Fact, facts_of


@dataclass(frozen=True, slots=True)
class Article:
    """What the account tells of an article itself."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    facts: int
    reports: int


@dataclass(frozen=True, slots=True)
class Account:
    """What one or more articles say, by section.

    Facts of different articles stand side by side, each with its traces: nothing is reconciled
    between articles.
    """

    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    control: tuple[sections.StandOf, ...]
    timeline: tuple[Fact, ...]
    undated: tuple[Fact, ...]
    tolls: tuple[sections.Tolls, ...]
    forces: tuple[Fact, ...]
    statements: tuple[sections.Speaker, ...]
    relations: tuple[Fact, ...]
    ties: tuple[sections.Tie, ...]
    demands: tuple[Fact, ...]


def account_of(documents: Iterable[CodedDocument]) -> Account:
    """The account of some coded documents."""
    read = [(coded, facts_of(coded)) for coded in documents]
    facts = [fact for _, found in read for fact in found]
    return Account(
        articles=tuple(_article(c.document, len(found), len(c.reports)) for c, found in read),
        facts=tuple(facts),
        control=sections.control_by_place(facts),
        timeline=sections.dated(facts),
        undated=sections.undated(facts),
        tolls=sections.tolls_by_place(facts),
        forces=sections.forces(facts),
        statements=sections.statements_by_speaker(facts),
        relations=sections.relations(facts),
        ties=sections.ties(facts),
        demands=sections.demands(facts),
    )


def _article(document: Document, facts: int, reports: int) -> Article:
    return Article(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
        facts=facts,
        reports=reports,
    )
