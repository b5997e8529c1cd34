"""What a finding is: a cluster of claims as it was known over a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from .facts import ActorRef, PlaceRef

T = TypeVar("T")

TOLD = ("actual", "alleged")
"""Statuses of what is told to have happened."""

EXPECTED = ("planned", "sought", "hypothetical")
"""Statuses of what may come."""

REASONS = ("denied", "authorship", "holder", "count", "time")
"""Why a finding is disputed, as codes; see Finding.disputes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells a finding in one claim.

    ``speaker`` is the innermost source named in the text, None where the outlet tells it in its
    own voice; ``known`` the ISO day from which the claim was known.  ``newest`` tells whether this
    voice has said nothing about the same fact since.  ``weight`` is what the claim is worth by the
    ratings (1.0 when nobody is rated).
    """

    claim: str
    outlet: str | None
    speaker: ActorRef | None
    known: str
    status: str
    weight: float = 1.0
    newest: bool = True
    origin: str = ""

    @property
    def who(self) -> str | None:
        """The name of who says it: the speaker, else the outlet; None when neither is known."""
        return self.speaker.name if self.speaker else self.outlet

    @property
    def document(self) -> str:
        """The article that tells it."""
        return self.claim.rpartition("/")[0]

    @property
    def key(self) -> tuple[str, str]:
        """What makes two voices one: the same speaker, else outlet, else origin."""
        if self.speaker:
            return ("speaker", self.speaker.key)
        return ("outlet", self.outlet) if self.outlet else ("origin", self.origin)

    @property
    def root(self) -> tuple[str, str]:
        """On whose word it rests: the speaker's, else that of the text, copies being one."""
        return ("speaker", self.speaker.key) if self.speaker else ("origin", self.origin)


@dataclass(frozen=True, slots=True)
class Backed(Generic[T]):
    """A value with the claims that give it, sorted, and what these are worth together.

    Copies of one dispatch, and outlets that repeat one speaker, are worth no more than one.
    """

    value: T
    weight: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """The days in which a fact lies, as told: ISO dates, None at an end that is left open.

    ``precision`` is the finest among the claims that give it (see TIME_PRECISIONS).
    """

    earliest: str | None
    latest: str | None
    precision: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one claim gives it: « au moins 12 » has low 12 and high None.

    ``newest`` is False where the same voice has given another figure since.  ``part`` tells that
    the same voice gives a higher one in the same article: « 12 morts, dont trois enfants ».
    """

    low: float | None
    best: float | None
    high: float | None
    text: str
    of: str | None
    who: str | None
    known: str
    claim: str
    newest: bool = True
    part: bool = False

    @property
    def count(self) -> float | None:
        """The number told: the best one, the middle of two bounds, else the lower bound.

        None when only an upper bound is told.
        """
        if self.best is not None:
            return self.best
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure on which several voices have their word; ``unit`` is one of UNITS.

    ``low`` and ``high`` are the range over the newest word of each voice: ``high`` is None when
    somebody says « at least » more than anybody puts an upper bound to, ``low`` when only upper
    bounds are told.  ``best`` is always a number that somebody told (the lower bound where only
    « at least » is told), None when only upper bounds are.
    """

    unit: str
    low: float | None
    best: float | None
    high: float | None
    told: tuple[Told, ...]

    @property
    def ever(self) -> tuple[float, float] | None:
        """The lowest and the highest number ever told, superseded ones included, parts not."""
        told = [told for told in self.told if not told.part]
        numbers = [n for t in told for n in (t.low, t.best, t.high) if n is not None]
        return (min(numbers), max(numbers)) if numbers else None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a cluster of claims amounts to, as known from ``known_from`` until before ``known_to``.

    ``cluster`` is the smallest id among all claims of the cluster.  Codes are those of the report
    model; of a taking told from both sides the type is GAINS, the taker the actor.  ``status`` is
    the best one: a fact both told and denied is told, and disputed.

    ``when`` is None where no claim gives a time; none is ever made up.  ``told_from`` and
    ``told_to`` are the days of the first and the last publication that count.

    ``origins`` is the number of independent texts (copies of a dispatch are one).  ``witnesses``
    is the number of those on whose word it rests: every speaker once, however many outlets repeat
    him, and every text that names none.

    ``disputes`` are the reasons why it is disputed, of REASONS: ``denied`` some tell it and some
    deny it; ``authorship`` those who did it are told otherwise or deny it; ``holder`` the same of
    ground; ``count`` the figures exclude each other; ``time`` the days do.

    ``words`` are the longer words, folded, of the sentences that tell of a ceasefire, since they
    tell what befell it; empty for all other facts.  ``verified`` tells that a reviewer accepted one
    of the claims.
    """

    cluster: str
    kind: str
    type: str
    mode: str | None
    status: str
    told_from: str
    told_to: str
    known_from: str
    known_to: str | None
    statuses: tuple[Backed[str], ...] = ()
    actors: tuple[Backed[ActorRef], ...] = ()
    recipients: tuple[Backed[ActorRef], ...] = ()
    places: tuple[Backed[PlaceRef], ...] = ()
    when: When | None = None
    estimates: tuple[Estimate, ...] = ()
    said: tuple[Backed[str], ...] = ()
    triggers: tuple[str, ...] = ()
    words: tuple[Backed[str], ...] = ()
    contexts: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    origins: int = 0
    witnesses: int = 0
    disputes: tuple[str, ...] = ()
    verified: bool = False
    claims: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Type and mode as one code."""
        return f"{self.type}/{self.mode}" if self.mode else self.type

    @property
    def disputed(self) -> bool:
        """Whether the sources contradict each other."""
        return bool(self.disputes)

    @property
    def day(self) -> str | None:
        """The first day of the fact (the last, where its beginning is open); None if not told."""
        return (self.when.earliest or self.when.latest) if self.when else None

    @property
    def since(self) -> str:
        """The day by which facts are put in order: that of the fact, else of its first telling."""
        return self.day or self.told_from

    @property
    def deniers(self) -> tuple[Voice, ...]:
        """Those whose newest word denies it."""
        return tuple(v for v in self.voices if v.newest and v.status == "denied")

    def estimate(self, *units: str) -> Estimate | None:
        """The first estimate in one of these units (in any, when none is named)."""
        return next((e for e in self.estimates if not units or e.unit in units), None)

    def is_known(self, known: str) -> bool:
        """Whether this is how things were known on an ISO day."""
        return self.known_from <= known and (self.known_to is None or known < self.known_to)
