"""Truce steps: what single findings tell of truces, read by their types, statuses and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ..codebook.folding import fold_words
from ..model.mentions import SUPRANATIONAL
from .facts import ActorRef, PlaceRef
from .finding import TOLD, Backed, Finding, Voice

if TYPE_CHECKING:
    from ..codebook.truce_words import TruceWords

STEPS = (
    "proposed", "declared", "refused", "accepted", "signed", "in force", "violated", "lapsed",
)  # fmt: skip
"""What may befall a truce, in the order in which it comes of one day."""

R = TypeVar("R", ActorRef, PlaceRef)

BEGINNINGS = ("declared", "signed", "in force")
ENDS = ("violated", "lapsed")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that befell a truce: ``step`` of STEPS.

    ``day`` is the ISO day told, None where none is, ``told_from`` that of the first telling.
    ``by`` are those who do it, ``against`` those to whom they do it, ``told_by`` the names of those
    who say so.  ``disputed`` tells that it is only an accusation or is contradicted, ``inferred``
    that nobody calls it so: an attack of one party on another, a term that has run out.
    """

    step: str
    day: str | None
    told_from: str
    by: tuple[ActorRef, ...]
    against: tuple[ActorRef, ...]
    told_by: tuple[str, ...]
    finding: Finding
    disputed: bool = False
    inferred: bool = False

    @property
    def since(self) -> str:
        """The day by which steps are put in order: that told, else of the first telling."""
        return self.day or self.told_from


@dataclass(frozen=True, slots=True)
class Sign:
    """A step as one finding tells it, and what shows to which truce it belongs.

    ``documents`` are the articles that tell it.  ``loose`` tells that it speaks of « the accord »
    alone: it joins a truce that is known, and makes none.
    """

    step: Step
    parties: tuple[ActorRef, ...]
    places: tuple[PlaceRef, ...]
    documents: frozenset[str]
    loose: bool = False

    @property
    def lands(self) -> frozenset[str]:
        """The countries of parties and places."""
        told = {p.country for p in self.parties} | {p.country for p in self.places}
        return frozenset(land for land in told if land and land not in SUPRANATIONAL)


def signs_of(finding: Finding, words: TruceWords) -> Iterator[Sign]:
    """The signs of truces in a finding: none, one, or several for a ceasefire long told of."""
    if finding.kind != "event":
        return
    if finding.code == "RETREAT/ceasefire":
        yield from _ceasefire(finding, words)
    elif finding.status in TOLD and (read := _READERS.get(finding.type)):
        yield from read(finding, _Said.of(finding, words))


@dataclass(frozen=True, slots=True)
class _Said:
    """What a finding says: the folded words of its content and of its triggers."""

    words: TruceWords
    content: tuple[str, ...]
    triggers: tuple[str, ...]

    @classmethod
    def of(cls, finding: Finding, words: TruceWords) -> _Said:
        content = tuple(w for row in finding.said for w in fold_words(row.value))
        triggers = tuple(w for trigger in finding.triggers for w in fold_words(trigger))
        return cls(words, content, triggers)

    @property
    def truce(self) -> bool:
        """Whether it names a truce."""
        return self.words.truce.are_in((*self.content, *self.triggers))

    def speaks_of(self, step: str) -> bool:
        """Whether the content speaks of a step."""
        return self.words.means(step, self.content)

    def does(self, *steps: str) -> str | None:
        """The first of some steps that the triggers tell of; None when they tell of none."""
        return next((step for step in steps if self.words.means(step, self.triggers)), None)


def _ceasefire(finding: Finding, words: TruceWords) -> Iterator[Sign]:
    """A ceasefire: every claim tells by its status and sentence how it then stood."""
    said = _words_by_claim(finding.words)
    stages: dict[str, list[Voice]] = {}
    for voice in finding.voices:
        if step := _stage(voice.status, said.get(voice.claim, []), words):
            stages.setdefault(step, []).append(voice)
    for step, voices in stages.items():
        # The day of a ceasefire that began and was broken is that of its beginning.
        day = None if step in ENDS and len(stages) > 1 else finding.day
        yield _sign(step, finding, day=day, voices=voices)


def _stage(status: str, said: Sequence[str], words: TruceWords) -> str | None:
    if status in ("sought", "hypothetical"):
        return "proposed" if status == "sought" else None
    if status == "denied":
        return "violated"
    planned = status == "planned"
    order = ("violated", "lapsed", "in force", "signed", "declared")
    told = (step for step in order if words.means(step, said))
    return next(
        (step for step in told if not (planned and step == "in force")),
        "declared" if planned else "in force",
    )


def _request(finding: Finding, said: _Said) -> Iterator[Sign]:
    """Asked for; « respecter la trêve » asks for none that is not there."""
    if said.truce and not said.speaks_of("in force"):
        asked = _values(finding.recipients)
        yield _sign("proposed", finding, parties=asked or _values(finding.actors))


def _agree(finding: Finding, said: _Said) -> Iterator[Sign]:
    step = said.does("proposed", "accepted", "signed", "declared")
    if said.truce:
        yield _sign(step or "proposed", finding)
    elif step == "signed" and not said.content:
        yield _sign(step, finding, loose=True)


def _concede(finding: Finding, said: _Said) -> Iterator[Sign]:
    if said.truce:
        yield _sign("declared", finding)


def _reject(finding: Finding, said: _Said) -> Iterator[Sign]:
    """Refused, or broken: « rompre une trêve » is a refusal of it as well."""
    if said.does("violated"):
        yield _sign("violated", finding, loose=not said.truce)
    elif said.truce:
        yield _sign("refused", finding)


def _accuse(finding: Finding, said: _Said) -> Iterator[Sign]:
    """An accusation of having broken it: those accused are those who did it."""
    if said.speaks_of("violated"):
        yield _sign(
            "violated",
            finding,
            by=_values(finding.recipients),
            against=_values(finding.actors),
            disputed=True,
            loose=not said.truce,
        )


def _assault(finding: Finding, said: _Said) -> Iterator[Sign]:
    """« Avoir violé le cessez-le-feu », where that is taken for force used."""
    if finding.mode is None and said.does("violated"):
        yield _sign("violated", finding, loose=True)


_READERS: Mapping[str, Callable[[Finding, _Said], Iterator[Sign]]] = {
    "REQUEST": _request,
    "AGREE": _agree,
    "CONCEDE": _concede,
    "REJECT": _reject,
    "ACCUSE": _accuse,
    "ASSAULT": _assault,
}


def _sign(
    step: str,
    finding: Finding,
    *,
    day: str | None = None,
    voices: Sequence[Voice] = (),
    parties: tuple[ActorRef, ...] | None = None,
    by: tuple[ActorRef, ...] | None = None,
    against: tuple[ActorRef, ...] | None = None,
    disputed: bool = False,
    loose: bool = False,
) -> Sign:
    """A sign; what is not given is the finding's own."""
    voices = voices or finding.voices
    by = _values(finding.actors) if by is None else by
    against = _values(finding.recipients) if against is None else against
    made = Step(
        step=step,
        day=day if finding.code == "RETREAT/ceasefire" else finding.day,
        told_from=min((voice.known for voice in voices), default=finding.told_from),
        by=by,
        against=against,
        told_by=tuple(sorted({voice.who for voice in voices if voice.who})),
        finding=finding,
        disputed=disputed or (finding.disputed and step not in BEGINNINGS),
    )
    involved = (*by, *against) if parties is None else parties
    return Sign(
        made,
        without_mediators(involved),
        _values(finding.places),
        frozenset(voice.document for voice in voices),
        loose,
    )


def without_mediators(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """Those who can be party to a truce: the United Nations only ask for one."""
    return tuple(a for a in actors if a.country not in SUPRANATIONAL or a.country == "IMG")


def _values(rows: Iterable[Backed[R]]) -> tuple[R, ...]:
    return tuple(row.value for row in rows)


def _words_by_claim(rows: Iterable[Backed[str]]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for row in rows:
        for claim in row.claims:
            said.setdefault(claim, []).append(row.value)
    return said
