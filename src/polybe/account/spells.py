"""Spells: the stretches of days over which nothing changed about who holds a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from .facts import ActorRef
from .finding import TOLD, Estimate, Finding, Voice, When
from .sides import share_a_side

HELD, CONTESTED, UNKNOWN = "held", "contested", "unknown"

CONTRADICTION_DAYS = 7
"""Two holders told of within so many days contradict each other; later, an untold change of hands
is the likelier."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of days over which nothing changed about who holds a place.

    ``state`` is held, contested (fought for, besieged, or held in part) or unknown (lost by its
    holder, nobody says to whom).  ``holders`` are those who hold it together, the best told first;
    of contested ground those who held it when the contest began, or who hold ``share`` percent of
    it; empty when not told.  ``contenders`` are those who fight for it.

    ``when`` are the days told for its beginning, None where nobody tells any; ``told_from`` is the
    first day of which it is told, else that of the first telling.  ``until`` is the day of the next
    change, None while none is told.  ``status`` is actual or alleged.

    ``disputed_by`` are the voices that deny it or say that another holds the place.
    """

    state: str
    holders: tuple[ActorRef, ...]
    told_from: str
    when: When | None = None
    until: str | None = None
    status: str = "actual"
    share: Estimate | None = None
    contenders: tuple[ActorRef, ...] = ()
    disputed: bool = False
    disputed_by: tuple[Voice, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def holder(self) -> ActorRef | None:
        """Who holds it, as best told; None when not told."""
        return self.holders[0] if self.holders else None

    @property
    def since(self) -> str | None:
        """The ISO day told for its beginning, None where nobody tells one."""
        return (self.when.earliest or self.when.latest) if self.when else None

    @property
    def begins(self) -> str:
        """The day from which it is taken to run: that told, else that of the first telling."""
        return self.since or self.told_from


def spells_of(findings: Iterable[Finding]) -> tuple[Spell, ...]:
    """The spells of one place from its control findings as known on one day, the oldest first.

    What is planned, sought or hypothetical changes nothing; what is denied makes a spell disputed.
    """
    ledger = _Ledger()
    told = (f for f in findings if f.kind == "control" and f.status in (*TOLD, "denied"))
    for _, day in groupby(sorted(told, key=_by_day), key=lambda finding: finding.since):
        for finding in _within_day(list(day), ledger):
            ledger.enter(finding)
    return ledger.spells()


def _by_day(finding: Finding) -> tuple[str, str, str]:
    return (finding.since, finding.told_from, finding.cluster)


@dataclass(slots=True)
class _Draft:
    """A spell that findings are still added to."""

    state: str
    holders: tuple[ActorRef, ...]
    told_from: str
    when: When | None
    status: str
    share: Estimate | None = None
    contenders: dict[str, ActorRef] = field(default_factory=dict)
    losers: tuple[ActorRef, ...] = ()
    contradicted: bool = False
    findings: list[Finding] = field(default_factory=list)
    against: list[Finding] = field(default_factory=list)
    until: str | None = None

    @property
    def begins(self) -> str:
        return ((self.when.earliest or self.when.latest) if self.when else None) or self.told_from

    @property
    def parties(self) -> tuple[ActorRef, ...]:
        return (*self.holders, *self.contenders.values())

    def spell(self) -> Spell:
        deniers = [v for f in self.findings for v in f.deniers]
        others = [v for f in self.against for v in f.voices if v.newest]
        return Spell(
            state=self.state,
            holders=self.holders,
            told_from=self.told_from,
            when=self.when,
            until=self.until,
            status=self.status,
            share=self.share,
            contenders=tuple(self.contenders.values()),
            disputed=self.contradicted
            or bool(self.against)
            or any({"denied", "holder"} & set(f.disputes) for f in self.findings),
            disputed_by=tuple({v.claim: v for v in (*deniers, *others)}.values()),
            findings=(*self.findings, *self.against),
        )


class _Ledger:
    """The spells so far; every finding either tells more of the last one or begins another."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []

    @property
    def last(self) -> _Draft | None:
        """The spell that runs."""
        return self._drafts[-1] if self._drafts else None

    def spells(self) -> tuple[Spell, ...]:
        """The spells, without ground that was nobody's for less than a day."""
        return tuple(
            draft.spell()
            for draft in self._drafts
            if draft.state != UNKNOWN or draft.until != draft.begins
        )

    def enter(self, finding: Finding) -> None:
        """Read one finding; they come in the order of their days."""
        if finding.status == "denied":
            self._deny(finding)
        elif finding.type == "CONTESTS":
            self._contest(finding)
        elif finding.type == "LOSES" or not finding.actors:
            self._lose(finding)
        elif _is_partial(finding):
            self._hold_part(finding)
        elif finding.type == "GAINS":
            self._take(finding)
        else:
            self._hold(finding)

    def _take(self, finding: Finding) -> None:
        last = self.last
        if last and last.state == HELD and share_a_side(last.holders, _actors(finding)):
            last.findings.append(finding)
            return
        unordered = last is not None and _is_unordered(last, finding)
        draft = self._begin(HELD, _actors(finding), finding, finding.when)
        draft.contradicted = unordered

    def _hold(self, finding: Finding) -> None:
        """Told to hold: more of the same, the end of a contest, or a contradiction."""
        last, holders = self.last, _actors(finding)
        if last and last.state == HELD and share_a_side(last.holders, holders):
            last.findings.append(finding)
            return
        if last and _is_contradiction(last, holders, finding):
            last.against.append(finding)
            return
        # Only « depuis mardi » tells since when; « mardi » is a day on which it was so.
        is_open = finding.when is not None and finding.when.latest is None
        self._begin(HELD, holders, finding, finding.when if is_open else None)

    def _hold_part(self, finding: Finding) -> None:
        last, holders = self.last, _actors(finding)
        share = finding.estimate("percent")
        if last is None or last.state != CONTESTED or last.share is None:
            before = last.parties if last and last.state != UNKNOWN else ()
            last = self._begin(CONTESTED, holders, finding, finding.when)
            last.share = share
            _add(last, [*before, *_recipients(finding)])
        elif share_a_side(last.holders, holders) or _best(share) > _best(last.share):
            _add(last, last.holders)
            last.holders, last.share = holders, share
            last.findings.append(finding)
        else:
            last.findings.append(finding)
            _add(last, holders)

    def _contest(self, finding: Finding) -> None:
        last = self.last
        if last is None or last.state != CONTESTED:
            before = last.holders if last and last.state == HELD else _recipients(finding)
            last = self._begin(CONTESTED, before, finding, finding.when)
        else:
            last.findings.append(finding)
        _add(last, [*_actors(finding), *_recipients(finding)])

    def _lose(self, finding: Finding) -> None:
        """Lost to nobody told: the end of the loser's spell, or more of the taking just told."""
        last, losers = self.last, _losers(finding)
        if last and _knows_of_loss(last, losers, finding):
            last.findings.append(finding)
        else:
            self._begin(UNKNOWN, (), finding, finding.when).losers = losers

    def _deny(self, finding: Finding) -> None:
        """A denial by itself disputes what was told in the days before, if it speaks of that."""
        last, named = self.last, _actors(finding)
        if last is None or last.state == UNKNOWN or _days(last, finding) > CONTRADICTION_DAYS:
            return
        concerned = share_a_side(last.holders, named) or not named
        if concerned != (finding.type == "LOSES" and bool(named)):
            last.against.append(finding)

    def _begin(
        self, state: str, holders: tuple[ActorRef, ...], finding: Finding, when: When | None
    ) -> _Draft:
        if self.last:
            self.last.until = finding.since
        draft = _Draft(state, holders, finding.since, when, finding.status, findings=[finding])
        self._drafts.append(draft)
        return draft


def _within_day(findings: Sequence[Finding], ledger: _Ledger) -> Iterator[Finding]:
    """The findings of one day in the order in which they can have come.

    What is told of who holds comes first, unless he took it that day or says so himself; then
    contests, then takings, each from him who holds it just then where one says so; denials last.
    """
    if len(findings) == 1:
        yield from findings
        return
    told = [f for f in findings if f.status != "denied"]
    takings = [f for f in told if f.type in ("GAINS", "LOSES")]
    others = [f for f in told if f.type not in ("GAINS", "LOSES")]
    takers = [actor for f in takings if f.type == "GAINS" for actor in _actors(f)]
    yield from (f for f in others if f.type == "HOLDS" and not _is_said_after(f, takers))
    yield from (f for f in others if f.type == "CONTESTS")
    while takings:
        following = (n for n, f in enumerate(takings) if _can_follow(f, ledger.last))
        yield takings.pop(next(following, 0))
    yield from (f for f in others if f.type == "HOLDS" and _is_said_after(f, takers))
    yield from (f for f in findings if f.status == "denied")


def _is_said_after(finding: Finding, takers: Sequence[ActorRef]) -> bool:
    """Whether a holder is one of the day's takers, or is only said to hold by his own side."""
    holders = _actors(finding)
    if share_a_side(takers, holders):
        return True
    return all(v.speaker is not None and share_a_side([v.speaker], holders) for v in finding.voices)


def _can_follow(finding: Finding, last: _Draft | None) -> bool:
    """Whether ground is taken from him, or lost by him, who holds it."""
    if last is None or not last.holders:
        return False
    return share_a_side(_losers(finding), last.holders)


def _is_unordered(last: _Draft, finding: Finding) -> bool:
    """Whether two takings are told of one day, and nothing tells which came last."""
    before = last.findings[0]
    return (
        before.type == "GAINS"
        and before.since == finding.since
        and before.told_from == finding.told_from
        and not _can_follow(finding, last)
    )


def _is_contradiction(last: _Draft, holders: Sequence[ActorRef], finding: Finding) -> bool:
    """Whether another, or he who is said to have lost it, is told to hold the ground as well."""
    if _days(last, finding) > CONTRADICTION_DAYS:
        return False
    return last.state == HELD or (last.state == UNKNOWN and share_a_side(last.losers, holders))


def _knows_of_loss(last: _Draft, losers: Sequence[ActorRef], finding: Finding) -> bool:
    """Whether a spell has the loss already: nobody's ground, or that of him who took it."""
    if last.state != HELD:
        return last.state == UNKNOWN
    if losers:
        return not share_a_side(last.holders, losers)
    return _days(last, finding) <= CONTRADICTION_DAYS


def _losers(finding: Finding) -> tuple[ActorRef, ...]:
    return _actors(finding) if finding.type == "LOSES" else _recipients(finding)


def _is_partial(finding: Finding) -> bool:
    share = finding.estimate("percent")
    return share is not None and share.best is not None and share.best < 100


def _best(share: Estimate | None) -> float:
    return share.best if share and share.best is not None else 0.0


def _actors(finding: Finding) -> tuple[ActorRef, ...]:
    """Those who do it; the weightiest alone where it is disputed who."""
    rows = finding.actors[:1] if "holder" in finding.disputes else finding.actors
    return tuple(row.value for row in rows)


def _recipients(finding: Finding) -> tuple[ActorRef, ...]:
    return tuple(row.value for row in finding.recipients)


def _add(draft: _Draft, contenders: Iterable[ActorRef]) -> None:
    """Add contenders, but for those who hold the ground."""
    for actor in contenders:
        if actor.key not in {holder.key for holder in draft.holders}:
            draft.contenders.setdefault(actor.key, actor)


def _days(draft: _Draft, finding: Finding) -> int:
    """The days from the last telling of a spell to a finding."""
    last = date.fromisoformat(draft.findings[-1].since)
    return (date.fromisoformat(finding.since) - last).days
