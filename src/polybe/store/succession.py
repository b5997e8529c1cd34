"""Successions: which claim of a new coding stands in the place of one of the old."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, update

from ..batches import batched
from .tables.decisions import succession

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Head:
    """What of a report is held against another coding's: its id, code, and trigger."""

    id: str
    kind: str
    type: str
    start: int
    end: int


def successors(old: Iterable[Head], new: Iterable[Head]) -> dict[str, str]:
    """For ids of old reports that the new coding lacks, the id of the report in their place.

    That is one of the same kind, at the same trigger or one that overlaps it, which the old coding
    lacks.  Each succeeds to one at most: a decision of one reading must not pass to another that
    was there beside it.
    """
    olds, news = list(old), list(new)
    lost = [each for each in olds if each.id not in {other.id for other in news}]
    found = [each for each in news if each.id not in {other.id for other in olds}]
    pairs = sorted((_distance(a, b), a.id, b.id) for a in lost for b in found if _may_succeed(a, b))
    taken: dict[str, str] = {}
    for _, a, b in pairs:
        if a not in taken and b not in taken.values():
            taken[a] = b
    return taken


def record_successions(
    connection: Connection, pairs: Mapping[str, str], current: Iterable[str], run: int
) -> None:
    """Keep that claims have taken the place of others, which ``pairs`` maps to them.

    ``current`` are the claims of the codings that are now current: they stand for themselves.
    Claims whose place was taken earlier, by one that now has a successor, are led on to that.
    """
    for chunk in batched([*current, *pairs], _CHUNK):
        connection.execute(delete(succession).where(succession.c.old.in_(chunk)))
    if not pairs:
        return
    rows = [{"old": old, "new": new, "run": run} for old, new in sorted(pairs.items())]
    led_on = update(succession).where(succession.c.new == bindparam("before"))
    connection.execute(
        led_on.values(new=bindparam("after")),
        [{"before": old, "after": new} for old, new in pairs.items()],
    )
    connection.execute(insert(succession), rows)


def _may_succeed(old: Head, new: Head) -> bool:
    overlap = old.start < new.end and new.start < old.end
    return old.kind == new.kind and (overlap or old.start == new.start)


def _distance(old: Head, new: Head) -> tuple[bool, bool, int]:
    """How far two triggers are apart: the same words first, then the same type, then the rest."""
    same = (old.start, old.end) == (new.start, new.end)
    return not same, old.type != new.type, abs(old.start - new.start) + abs(old.end - new.end)
