"""Passages: the sentence that states a report, and where in it what the report names stands."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import CodedDocument
from .claims import Claim
from .surroundings import SENTENCE_END

TRIGGER = "trigger"

_SLOTS = ("actors", "recipients", "places", "figures", "sources")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage that fills a slot, or is the trigger."""

    start: int
    end: int
    slot: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, with marks that count in its own text, the outer ones first.

    ``start`` is where it begins in the article; ``title`` is the article's, None when it has none.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    title: str | None = None


def passage_of(coded: CodedDocument, claim: Claim) -> Passage:
    """The sentence of a claim; what a reviewer has set by hand stands nowhere and is not marked."""
    text = coded.document.text
    start, end = _sentence(text, claim.start)
    spans = {mention.id: (mention.start, mention.end) for mention in coded.mentions}
    marked = [(claim.start, claim.end, TRIGGER)]
    marked += [(*spans[id_], slot) for slot, id_ in _mentions(claim) if id_ in spans]
    marks = (
        Mark(first - start, last - start, slot)
        for first, last, slot in marked
        if start <= first and last <= end
    )
    ordered = tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.slot)))
    return Passage(text[start:end], start, ordered, coded.document.title)


def _mentions(claim: Claim) -> list[tuple[str, str]]:
    """The mentions that a claim names, each with its slot."""
    named = [(slot, ref.mention) for slot in _SLOTS for ref in getattr(claim, slot)]
    return [*named, ("time", claim.time.mention)] if claim.time else named


def _sentence(text: str, position: int) -> tuple[int, int]:
    """Where the sentence that holds a position begins and ends, without space around it."""
    start, end = 0, len(text)
    for match in SENTENCE_END.finditer(text):
        if match.end() > position:
            end = match.end()
            break
        start = match.end()
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return start, start + len(sentence.strip())
