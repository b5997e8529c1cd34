"""Decisions of reviewers: rows with who, when and why, from which everything else follows."""

from __future__ import annotations

from dataclasses import dataclass

ACTIONS = ("accept", "reject", "edit", "merge", "split", "undo")


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
