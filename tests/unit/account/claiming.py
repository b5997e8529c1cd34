"""Claims made by hand, for the tests of the account."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from polybe.account.claims import Claim
from polybe.account.facts import ActorRef, FigureRef, PlaceRef, TimeRef

PALMYRE = PlaceRef("Tadmur", "Palmyre", "city", "SYR", "Homs", 163915, 34.56, 38.28)
RAQQA = PlaceRef("Raqqa", "Raqqa", "city", "SYR", "Raqqa", 172955, 35.95, 39.01)
ARMY = ActorRef("Syrian Armed Forces", "l'armée", "SYR", "MIL", "SYR-MIL")
DAECH = ActorRef("Islamic State", "Daech", "IMG", "REB", "islamic-state")


def on_day(day: str) -> TimeRef:
    """A time told to the day."""
    return TimeRef(day, day, day, day, "day")


def persons(count: float) -> FigureRef:
    """An exact number of people."""
    return FigureRef(f"{count:g}", count, count, count, "persons")


def at_least(count: float) -> FigureRef:
    """« Au moins » so many people."""
    return FigureRef(f"{count:g}", count, count, None, "persons")


def claim(document: str, report: str = "r1", **fields: Any) -> Claim:
    """A claim of an ASSAULT in its own document, with what is told otherwise."""
    made: dict[str, Any] = {
        "id": f"{document}/{report}",
        "document": document,
        "report": report,
        "kind": "event",
        "type": "ASSAULT",
        "mode": None,
        "status": "actual",
        "trigger": "attaque",
        "start": 0,
        "end": 7,
        "known": "2017-03-02",
        "outlet": document,
        "origin": document,
        "words": frozenset((f"{document}{report}mots",)),
    }
    return Claim(**{**made, **fields})


def day_after(day: str, days: int) -> str:
    """The ISO day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
