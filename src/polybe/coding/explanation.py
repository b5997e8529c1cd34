"""An explanation: how each sentence of one document was read, coded, and left uncoded.

Reasons are :class:`polybe.messages.Reason`: English text that can be told in French.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import CodedDocument, Mention, Report


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a sentence; ``number`` and ``head`` count from 1, the head of a root is 0.

    ``mended`` holds what the model had of it where Polybe reads otherwise: `lemma`, `pos`,
    `features`, `relation`, `head`.
    """

    number: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    features: tuple[str, ...]
    relation: str
    head: int
    mended: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the codebook, and where it stands."""

    rule: str
    file: str
    lemma: str
    code: str
    example: str


@dataclass(frozen=True, slots=True)
class Filler:
    """A phrase in a slot, with the classes of words it belongs to."""

    text: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a frame: the phrases that fill it, and the roles that the entry takes from it."""

    name: str
    fillers: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An actor or recipient of a report.

    ``slot`` is where it stands in the frame; None when the report has it from elsewhere.
    """

    role: str
    mention: str
    text: str
    slot: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody on whose word a report stands, and why."""

    mention: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportExplanation:
    """A report and how it came about; ``entry`` is None when no entry of the codebook made it."""

    report: Report
    entry: Entry | None
    slots: tuple[Slot, ...]
    sides: tuple[Side, ...]
    status: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RefusalExplanation:
    """An entry that was tried at a word and states nothing there, and why.

    ``fillers`` are what stands in the slot whose condition is not met; None for other reasons.
    """

    start: int
    end: int
    text: str
    entry: Entry
    reason: str
    fillers: tuple[Filler, ...] | None = None


@dataclass(frozen=True, slots=True)
class LeftOutExplanation:
    """What was read as a report at first and left out again, and why."""

    start: int
    end: int
    text: str
    code: str
    entry: Entry | None
    reason: str


@dataclass(frozen=True, slots=True)
class UntriedWord:
    """A word that looks as if it stated something, for which no entry was tried, and why."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceExplanation:
    """All there is to tell of one sentence; ``number`` counts from 1."""

    number: int
    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    reports: tuple[ReportExplanation, ...]
    left_out: tuple[LeftOutExplanation, ...]
    refused: tuple[RefusalExplanation, ...]
    untried: tuple[UntriedWord, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one document was coded, sentence by sentence; ``codebook`` is the version used."""

    coded: CodedDocument
    codebook: str
    sentences: tuple[SentenceExplanation, ...]

    def only(self, wanted: Callable[[SentenceExplanation], bool]) -> Explanation:
        """The explanation of some of the sentences."""
        return replace(self, sentences=tuple(filter(wanted, self.sentences)))
