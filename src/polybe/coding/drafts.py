"""Reports in the making, before mentions and ids are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..codebook.ontology import Code
from ..codebook.predicates import Predicate
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
    ``time`` and ``content`` are None where the text gives none.  ``predicate`` is None where no
    entry of the codebook fired, ``slot_of`` tells by which slot a side came, and ``vouched`` who
    vouches for the fact.
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
    predicate: Predicate | None = None
    slot_of: dict[ActorDraft, str] = field(default_factory=dict)
    vouched: list[Attribution] = field(default_factory=list)

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


class Drafts:
    """The reports of one document while some of them are left out again.

    ``kept`` are those that stand; ``left_out`` the others, each with its reason, a message of the
    section `left_out`.
    """

    def __init__(self, kept: Iterable[ReportDraft]) -> None:
        self.kept = list(kept)
        self.left_out: list[tuple[ReportDraft, str]] = []

    def keep(self, kept: Iterable[ReportDraft], reason: str) -> None:
        """Go on with these of the drafts; the others are left out for a reason."""
        going_on = list(kept)
        ids = set(map(id, going_on))
        self.left_out.extend((draft, reason) for draft in self.kept if id(draft) not in ids)
        self.kept = going_on
