"""Evidence: the sentence in which an article makes a claim, ready to be quoted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..model import CodedDocument
from .claims import Claim, claims_of
from .passages import TRIGGER, Passage, passage_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands: its sentence, and the article that it is from.

    ``sentence[start:end]`` is the word that states the fact; both are 0 where it is not in the
    sentence.  ``published`` is ISO 8601, None when not known.  ``time`` is the time of the fact as
    this claim tells it: an EDTF value, else the words; None where it tells none.
    """

    title: str | None
    outlet: str | None
    published: str | None
    sentence: str
    start: int = 0
    end: int = 0
    time: str | None = None
    url: str | None = None


def evidence_of(coded: CodedDocument, reports: Collection[str]) -> dict[str, Evidence]:
    """The evidence of some reports of a document, by claim id; reports it lacks are left out."""
    claims = claims_of(coded, known="")
    return {c.id: _evidence(coded, c) for c in claims if c.report in reports}


def _evidence(coded: CodedDocument, claim: Claim) -> Evidence:
    document = coded.document
    passage = passage_of(coded, claim)
    start, end = _trigger(passage)
    return Evidence(
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        sentence=passage.text,
        start=start,
        end=end,
        time=(claim.time.value or claim.time.text) if claim.time else None,
        url=document.url,
    )


def _trigger(passage: Passage) -> tuple[int, int]:
    return next(((m.start, m.end) for m in passage.marks if m.slot == TRIGGER), (0, 0))
