"""Decisions of reviewers: rows with who, when and why, from which everything else follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .constraints import NONE, Constraints

ACTIONS = ("accept", "reject", "edit", "merge", "split", "undo")

VERDICTS = {"accept": "accepted", "reject": "rejected"}
"""What a claim is by the actions that judge it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, never changed once made.

    ``number`` rises with time and is unique in a store.  ``at`` is an ISO datetime in UTC, ``who``
    the reviewer's name, ``why`` his words or None.  ``claims`` are what it is about: one for
    accept, reject and edit; all that belong together for merge; those taken out for split, whose
    ``rest`` are those they are taken from.  ``slot`` and ``value`` are what an edit sets (see
    ``edited``), ``undoes`` the number of the decision that an undo takes back.
    """

    number: int
    at: str
    who: str
    action: str
    claims: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    slot: str | None = None
    value: object = None
    why: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class ReviewState:
    """What the decisions so far amount to, for the claims as they are coded now.

    ``verdicts`` are « accepted » or « rejected » by claim, ``reviewers`` who gave them: the last
    one counts (where reviewers contradict each other is told by ``disagreements``).  ``edits`` are
    values by slot by claim, in the form of :func:`edited`.

    ``again`` are verdicts by the claim that now stands in the place of the one that was judged: it
    is coded otherwise, so that nobody has verified it, and it is to be looked at again.
    """

    verdicts: Mapping[str, str] = field(default_factory=dict)
    reviewers: Mapping[str, str] = field(default_factory=dict)
    edits: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    constraints: Constraints = NONE
    again: Mapping[str, str] = field(default_factory=dict)


def undone(decisions: Iterable[Decision]) -> set[int]:
    """The numbers of the decisions, and of the undos, that an undo which holds has taken back.

    An undo may itself be undone: what it took back then holds again.
    """
    found: set[int] = set()
    for decision in sorted(decisions, key=lambda d: d.number, reverse=True):
        if decision.undoes is not None and decision.number not in found:
            found.add(decision.undoes)
    return found


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that hold, by number: those not undone, and no undo itself."""
    told = sorted(decisions, key=lambda d: d.number)
    gone = undone(told)
    return [each for each in told if each.undoes is None and each.number not in gone]


def carried(decisions: Iterable[Decision], successions: Mapping[str, str]) -> list[Decision]:
    """The decisions that hold, merges, splits and edits about the claims as they are coded now.

    ``successions`` maps a claim to the one that a later coding has put in its place.  Accepting
    and rejecting stay with the claim that was judged.
    """
    return [
        decision if decision.action in VERDICTS else _led_on(decision, successions)
        for decision in standing(decisions)
    ]


def review_state(
    decisions: Iterable[Decision], successions: Mapping[str, str] | None = None
) -> ReviewState:
    """What decisions amount to; see ReviewState and, for the successions, ``carried``."""
    successions = successions or {}
    verdicts: dict[str, str] = {}
    reviewers: dict[str, str] = {}
    edits: dict[str, dict[str, object]] = {}
    constraints = NONE
    for decision in carried(decisions, successions):
        if decision.action == "merge":
            constraints = constraints.merged(decision.claims)
        elif decision.action == "split":
            constraints = constraints.split(decision.claims, decision.rest)
        for claim in decision.claims:
            if decision.action in VERDICTS:
                verdicts[claim] = VERDICTS[decision.action]
                reviewers[claim] = decision.who
            elif decision.action == "edit" and decision.slot:
                edits.setdefault(claim, {})[decision.slot] = decision.value
    again = {now: verdicts.pop(old) for old, now in _last(successions, verdicts)}
    return ReviewState(
        verdicts,
        {claim: who for claim, who in reviewers.items() if claim in verdicts},
        edits,
        constraints,
        {claim: verdict for claim, verdict in again.items() if claim not in verdicts},
    )


def _last(successions: Mapping[str, str], claims: Iterable[str]) -> list[tuple[str, str]]:
    """Those of some claims in whose place another stands, each with that other."""
    return [(claim, _now(claim, successions)) for claim in claims if claim in successions]


def _now(claim: str, successions: Mapping[str, str]) -> str:
    """The claim that stands at the end of the line; of a line that turns back, its last link."""
    seen = {claim}
    while (following := successions.get(claim)) is not None and following not in seen:
        seen.add(following)
        claim = following
    return claim


def _led_on(decision: Decision, successions: Mapping[str, str]) -> Decision:
    return replace(
        decision,
        claims=_all_now(decision.claims, successions),
        rest=_all_now(decision.rest, successions),
    )


def _all_now(claims: Iterable[str], successions: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({_now(claim, successions) for claim in claims}))
