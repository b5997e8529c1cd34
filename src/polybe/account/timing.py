"""Timing: the days in which a fact lies when several claims tell them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..model.mentions import TIME_PRECISIONS
from .claims import Claim
from .facts import TimeRef
from .finding import When
from .voices import Voices

_FIRST, _LAST = "0000-01-01", "9999-12-31"

Days = tuple[str, str]


def when_of(claims: Sequence[Claim], voices: Voices) -> When | None:
    """The days on which the weightiest of the claims that agree agree; None where none has any.

    Claims agree when they have a day in common, so that « mardi » tells more of « en mars » and
    does not contradict it.  Of equals the earliest days are taken.
    """
    groups = _by_days(claims)
    if not groups:
        return None
    agreeing = min(
        ([days for days in groups if days[0] <= start <= days[1]] for start, _ in groups),
        key=lambda some: (-voices.worth(c.id for d in some for c in groups[d]), min(some)),
    )
    told = sorted((c for d in agreeing for c in groups[d]), key=lambda claim: claim.id)
    earliest, latest = max(d[0] for d in agreeing), min(d[1] for d in agreeing)
    return When(
        None if earliest == _FIRST else earliest,
        None if latest == _LAST else latest,
        _finest(told),
        tuple(claim.id for claim in told),
    )


def days_contradict(claims: Sequence[Claim]) -> bool:
    """Whether two claims put the fact more than a day apart: « dans la nuit » is either day."""
    groups = _by_days(claims)
    if not groups:
        return False
    last_start, first_end = max(d[0] for d in groups), min(d[1] for d in groups)
    return _ordinal(last_start) - _ordinal(first_end) > 1


def _by_days(claims: Sequence[Claim]) -> dict[Days, list[Claim]]:
    groups: dict[Days, list[Claim]] = {}
    for claim in claims:
        if claim.time and (days := _days(claim.time)):
            groups.setdefault(days, []).append(claim)
    return groups


def _days(time: TimeRef) -> Days | None:
    """First and last day, the ends of the calendar where one is open; None when not settled."""
    if time.day is None:
        return None
    earliest = time.earliest or (_FIRST if time.latest else time.day)
    latest = time.latest or _LAST
    return min(earliest, latest)[:10], max(earliest, latest)[:10]


def _finest(claims: Sequence[Claim]) -> str | None:
    told = {c.time.precision for c in claims if c.time and c.time.precision}
    return next((precision for precision in TIME_PRECISIONS if precision in told), None)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal() if day > _FIRST else 0
