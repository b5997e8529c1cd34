"""Reports in the making, before mentions and ids are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..codebook.ontology import Code
from ..model import Span
from .actors import ActorDraft
from .figures import FigureSpan
from .frames import Frame
from .scene import PlaceDraft
from .times import TimeSpan


@dataclass(eq=False, slots=True)
class ReportDraft:
    """One fact read off the parse.

    ``head`` is the trigger's token, ``rule`` what fired, ``frame`` the slots it was read from;
    ``time`` and ``content`` are None where the text gives none.
    """

    code: Code
    head: int
    trigger: Span
    rule: str
    frame: Frame
    actors: list[ActorDraft] = field(default_factory=list)
    recipients: list[ActorDraft] = field(default_factory=list)
    places: list[PlaceDraft] = field(default_factory=list)
    time: TimeSpan | None = None
    figures: list[FigureSpan] = field(default_factory=list)
    content: Span | None = None
    sources: list[ActorDraft] = field(default_factory=list)
    status: str = "actual"

    def sides(self) -> list[ActorDraft]:
        """Everybody who takes part."""
        return [*self.actors, *self.recipients]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text whose facts somebody vouches for.

    ``speaker`` says what stands in ``span``; ``direct`` when he is quoted; ``status`` is what the
    telling makes of the facts: « accuse » makes them alleged, « dément » denied; None leaves them.
    ``head`` is the token of the verb or cue, ``claim`` the head of what is said, None when unknown.
    """

    speaker: ActorDraft | None
    span: Span
    direct: bool
    status: str | None
    head: int
    claim: int | None = None
