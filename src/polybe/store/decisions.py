"""Decisions in the store: rows that are added, never changed, and read back as they were made.

All that writes wants a connection of ``Store.writing``, where writers wait for each other: so
numbers rise with time, and nobody decides upon what another has just decided otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from ..account.decisions import ACTIONS, Decision, ReviewState, review_state, standing, undone
from ..account.edits import check_edit
from ..batches import batched
from ..errors import ReviewError
from ..messages import Reason
from .pending import mark_pending
from .tables.decisions import decision, decision_claim, succession
from .tables.documents import coding, report

_CHUNK = 500
"""Values in one statement: databases bound how many it may hold."""


def record(connection: Connection, made: Decision) -> Decision:
    """Keep a decision; gives it with its number, which is above all others, whatever it was.

    The documents of its claims wait in ``pending`` until the account follows it.  Raises
    ReviewError when nobody makes it, when it is not of a decision's form, or when one of its claims
    is not in the current coding.
    """
    _check_form(made)
    claims = [*made.claims, *made.rest]
    _check_claims(connection, claims)
    return _insert(connection, made, claims)


def undo(connection: Connection, number: int, *, at: str, who: str, why: str | None) -> Decision:
    """Take back a decision, or an undo, so that what that took back holds again.

    Raises ReviewError when there is no such decision, or it has been taken back.
    """
    taken_back = Decision(0, at, who, "undo", why=why, undoes=number)
    _check_form(taken_back)
    told = {each.number: each for each in decisions(connection)}
    if number not in told:
        raise ReviewError(Reason("review.no_decision", number=number))
    if number in undone(told.values()):
        raise ReviewError(Reason("review.undone", number=number))
    return _insert(connection, taken_back, _claims_behind(told[number], told))


def decisions(connection: Connection) -> list[Decision]:
    """All decisions, by number."""
    return _read(connection, select(decision).order_by(decision.c.number))


def history_of(connection: Connection, claim: str) -> list[Decision]:
    """All decisions about a claim, by number, those undone and the undos included.

    So are those about claims in whose place it stands.
    """
    names = [claim, *connection.scalars(select(succession.c.old).where(succession.c.new == claim))]
    about = select(decision_claim.c.decision).where(decision_claim.c.claim.in_(names))
    numbers = set(connection.scalars(about))
    fresh = numbers
    while fresh:
        undoes = select(decision.c.number).where(decision.c.undoes.in_(sorted(fresh)))
        fresh = set(connection.scalars(undoes)) - numbers
        numbers |= fresh
    chosen = select(decision).where(decision.c.number.in_(sorted(numbers)))
    return _read(connection, chosen.order_by(decision.c.number))


def last_of(connection: Connection, who: str) -> Decision | None:
    """The last decision of a reviewer that holds; None when there is none."""
    held = [each for each in standing(decisions(connection)) if each.who == who]
    return held[-1] if held else None


def successions(connection: Connection) -> dict[str, str]:
    """The claims in whose place a later coding has put others, and these."""
    rows = connection.execute(select(succession.c.old, succession.c.new))
    return {row.old: row.new for row in rows}


def review_state_of(connection: Connection) -> ReviewState:
    """What all decisions amount to, for the claims as they are coded now."""
    return review_state(decisions(connection), successions(connection))


def _check_form(made: Decision) -> None:
    """ReviewError for a decision that no reviewer could mean."""
    if not made.who.strip():
        raise ReviewError(Reason("review.nobody"))
    if made.action not in ACTIONS:
        told = ", ".join(ACTIONS)
        raise ReviewError(Reason("review.no_action", action=made.action, actions=told))
    least = {"merge": 2, "undo": 0}.get(made.action, 1)
    most = 1 if made.action in ("accept", "reject", "edit") else None
    count = len(set(made.claims))
    if count < least or (most is not None and count > most):
        raise ReviewError(Reason("review.how_many", action=made.action, count=count))
    if made.action == "split" and (not made.rest or set(made.claims) & set(made.rest)):
        raise ReviewError(Reason("review.no_rest"))
    if made.action == "edit":
        check_edit(made.slot, made.value)


def _check_claims(connection: Connection, claims: Iterable[str]) -> None:
    wanted = set(claims)
    current = (coding.c.document == report.c.document) & (coding.c.run == report.c.run)
    asked = select(report.c.document, report.c.id).join(coding, current).where(coding.c.current)
    for chunk in batched(sorted(documents_of(wanted)), _CHUNK):
        rows = connection.execute(asked.where(report.c.document.in_(chunk)))
        wanted -= {f"{row.document}/{row.id}" for row in rows}
    if wanted:
        raise ReviewError(Reason("review.no_claim", claim=min(wanted)))


def documents_of(claims: Iterable[str]) -> set[str]:
    """The ids of the documents of some claims."""
    return {claim.rpartition("/")[0] for claim in claims}


def _insert(connection: Connection, made: Decision, touched: Collection[str]) -> Decision:
    row = {name: getattr(made, name) for name in ("at", "action", "slot", "why", "undoes")}
    value = json.dumps(made.value, ensure_ascii=False) if made.slot else None
    asked = insert(decision).values(**row, who=made.who.strip(), value=value)
    number = int(connection.execute(asked.returning(decision.c.number)).scalar_one())
    rows = [
        {"decision": number, "claim": claim, "rest": rest}
        for rest, claims in enumerate((made.claims, made.rest))
        for claim in sorted(set(claims))
    ]
    for chunk in batched(rows, _CHUNK):
        connection.execute(insert(decision_claim), chunk)
    mark_pending(connection, sorted(documents_of(touched)))
    return replace(made, number=number, who=made.who.strip())


def _claims_behind(target: Decision, told: dict[int, Decision]) -> list[str]:
    """The claims that a decision is about; of an undo, those of what it takes back."""
    while target.undoes is not None:
        target = told[target.undoes]
    return [*target.claims, *target.rest]


def _read(connection: Connection, asked: Select[Any]) -> list[Decision]:
    rows = connection.execute(asked).mappings().all()
    claims = _claims(connection, [row["number"] for row in rows])
    return [
        Decision(
            row["number"],
            row["at"],
            row["who"],
            row["action"],
            *claims.get(row["number"], ((), ())),
            row["slot"],
            json.loads(row["value"]) if row["value"] is not None else None,
            row["why"],
            row["undoes"],
        )
        for row in rows
    ]


def _claims(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The claims and the rest of some decisions."""
    found: dict[int, tuple[list[str], list[str]]] = {}
    for number, claim, rest in _claim_rows(connection, numbers):
        found.setdefault(number, ([], []))[rest].append(claim)
    return {number: (tuple(sorted(a)), tuple(sorted(b))) for number, (a, b) in found.items()}


def _claim_rows(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    c = decision_claim.c
    for chunk in batched(numbers, _CHUNK):
        asked = select(c.decision, c.claim, c.rest).where(c.decision.in_(chunk))
        for row in connection.execute(asked):
            yield row.decision, row.claim, row.rest
