"""The situation: the account as of a day, as known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .control import CONTESTED, Ground, grounds_at
from .facts import ActorRef
from .finding import EXPECTED, TOLD, Finding
from .forces import Force, forces_at
from .ties import Stance, ties_at
from .tolls import TollsSoFar, tolls_at
from .truces import Truce, truces_at

if TYPE_CHECKING:
    from ..codebook.truce_words import TruceWords

_CHANGES = frozenset("GAINS LOSES CONTESTS REINFORCED WITHDRAWN".split())
"""Besides events, what happens rather than lasts."""


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
    current = [finding for finding in findings if finding.is_known(known)]
    current.sort(key=_newest_first)
    so_far = [f for f in current if f.since <= on and f.status not in EXPECTED]
    recent = [f for f in so_far if f.since > _days_before(on, window_days) and _is_deed(f)]
    control = grounds_at(current, on)
    return Situation(
        on=on,
        known=known,
        window_days=window_days,
        control=control,
        contested=tuple(g for g in control if g.now.state == CONTESTED or g.now.disputed),
        events=tuple(f for f in recent if f.day),
        undated=tuple(f for f in recent if not f.day),
        expected=_expected(current, on, known),
        tolls=tolls_at(current, on),
        forces=forces_at(current, on),
        truces=truces_at(current, on, words.truces),
        statements=_statements(so_far),
        ties=ties_at(current, on, words.quads),
        disputed=tuple(f for f in so_far if f.disputed),
    )


def findings_in(situation: Situation) -> tuple[Finding, ...]:
    """Every finding that a situation rests on, each once, in the order of clusters."""
    found = {finding.cluster: finding for finding in _findings_within(situation)}
    return tuple(found[cluster] for cluster in sorted(found))


def _findings_within(part: object) -> Iterator[Finding]:
    if isinstance(part, Finding):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _findings_within(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from _findings_within(getattr(part, each.name))


def _newest_first(finding: Finding) -> tuple[int, str]:
    return (-date.fromisoformat(finding.since).toordinal(), finding.cluster)


def _is_deed(finding: Finding) -> bool:
    """Whether it belongs among the events: changes do; states, sayings and tolls have their own."""
    if finding.status not in TOLD:
        return False
    return finding.kind == "event" or finding.type in _CHANGES


def _expected(current: Sequence[Finding], on: str, known: str) -> tuple[Finding, ...]:
    """What was planned for the days after ``known`` up to ``on``, the first day first."""
    planned = [f for f in current if f.status == "planned" and f.when]
    return tuple(reversed([f for f in planned if known < f.since <= on]))


def _statements(so_far: Iterable[Finding]) -> tuple[SpeakerSaid, ...]:
    """Statements by speaker, who said most coming first, nobody told last."""
    speakers: dict[str | None, ActorRef | None] = {}
    said: dict[str | None, list[Finding]] = {}
    for finding in so_far:
        if finding.kind == "statement":
            actor = finding.actors[0].value if finding.actors else None
            key = actor.key if actor else None
            speakers.setdefault(key, actor)
            said.setdefault(key, []).append(finding)
    rows = [SpeakerSaid(speakers[key], tuple(some)) for key, some in said.items()]
    return tuple(sorted(rows, key=_most_said_first))


def _most_said_first(row: SpeakerSaid) -> tuple[bool, int, str]:
    return (row.speaker is None, -len(row.statements), row.speaker.key if row.speaker else "")


def _days_before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days)).isoformat()
