"""Findings made by hand of claims made by hand, for the tests of the account as of a day."""

from __future__ import annotations

from typing import Any

from polybe.account.facts import ActorRef
from polybe.account.finding import Finding
from polybe.account.findings import findings_of
from tests.unit.account.claiming import PALMYRE, claim, on_day

OSDH = ActorRef("Observatoire", "l'OSDH", "SYR", "SOC", "osdh")
REBELS = ActorRef("Free Syrian Army", "l'ASL", "SYR", "REB", "fsa")
UN = ActorRef("United Nations", "l'ONU", "UNO", None, "uno")


def found(*claims: Any) -> Finding:
    """The finding of some claims as known in the end."""
    return findings_of(claims)[-1]


def told(name: str, day: str | None = None, **fields: Any) -> Finding:
    """A finding that one article tells, by default of Palmyra, of a day where one is given."""
    made = {"places": (PALMYRE,), "time": on_day(day) if day else None, **fields}
    return found(claim(name, **made))


def control(
    name: str, code: str, actor: ActorRef | None, day: str | None, **fields: Any
) -> Finding:
    """A control finding that one article tells."""
    made = {"kind": "control", "type": code, "trigger": "prise", **fields}
    return told(name, day, actors=(actor,) if actor else (), **made)
