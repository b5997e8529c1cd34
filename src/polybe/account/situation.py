"""The situation: the account as of a day, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .control import Ground
from .facts import ActorRef
from .finding import Finding
from .forces import Force
from .ties import Stance
from .tolls import TollsSoFar
from .truces import Truce

if TYPE_CHECKING:
    from ..codebook.truce_words import TruceWords


@dataclass(frozen=True, slots=True)
class AccountWords:
    """What the codebook knows that the account needs.

    ``truces`` are the words by which truces are told; ``quads`` the quad category of every event
    type (« verbal cooperation », « material conflict » …).
    """

    truces: TruceWords
    quads: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SpeakerSaid:
    """A speaker, and the statements he made up to the day, the newest first.

    None where the speaker is not told.  Disputed statements are marked as such by themselves.
    """

    speaker: ActorRef | None
    statements: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """The account as true on ``on`` and known on ``known``, both ISO days.

    ``contested`` are the grounds of ``control`` that are contested or whose holder is disputed.
    ``events`` are what happened in the ``window_days`` up to ``on`` (events, takings, movements),
    the newest first; ``undated`` what was told in these days with no day of its own.  ``expected``
    is what was then expected between ``known`` and ``on``, where ``on`` is the later.
    ``disputed`` are all findings of days up to ``on`` that are disputed, the newest first.
    """

    on: str
    known: str
    window_days: int
    control: tuple[Ground, ...]
    contested: tuple[Ground, ...]
    events: tuple[Finding, ...]
    undated: tuple[Finding, ...]
    expected: tuple[Finding, ...]
    tolls: TollsSoFar
    forces: tuple[Force, ...]
    truces: tuple[Truce, ...]
    statements: tuple[SpeakerSaid, ...]
    ties: tuple[Stance, ...]
    disputed: tuple[Finding, ...]


def situation_of(
    findings: Iterable[Finding],
    *,
    on: str,
    known: str,
    words: AccountWords,
    window_days: int = 7,
) -> Situation:
    """The situation on ISO day ``on``, as told by articles known on ISO day ``known``.

    Findings that were not current at ``known`` are left out, so that any may be handed in.
    ``on`` may be later than ``known``: then ``expected`` tells what was planned for the days
    between.
    """
    raise NotImplementedError
