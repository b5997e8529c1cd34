"""Coded dispatches of a few happenings, for the tests of the account in a store."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from polybe.model import CodedDocument

PALMYRE = {
    "name": "Tadmur",
    "geonames": 163915,
    "latitude": 34.56,
    "longitude": 38.28,
    "country": "SYR",
    "admin1": "Homs",
    "precision": "city",
}
RAQQA = {**PALMYRE, "name": "Raqqa", "geonames": 172955, "latitude": 35.95, "longitude": 39.01}
ARMY = {"name": "Syrian Armed Forces", "actor": "SYR-MIL", "country": "SYR", "sector": "MIL"}
DAECH = {"name": "Islamic State", "actor": "islamic-state", "country": "IMG", "sector": "REB"}


def dispatch(number: int, day: str, killed: int, **fields: Any) -> CodedDocument:
    """An attack in a town on the day before ``day``, and its dead; ``town`` and ``by`` vary."""
    town, place = fields.pop("town", ("Palmyre", PALMYRE))
    by, actor = fields.pop("by", ("Daech", DAECH))
    extra = fields.pop("extra", _words_of_its_own(number))
    before = f"{day[:8]}{int(day[8:]) - 1:02d}"
    text = f"{by} a attaqué {town} hier : {killed} civils ont été tués, selon la mairie. {extra}"
    mentions = [
        {"id": "m1", "kind": "actor", **_at(text, by), **actor},
        {"id": "m2", "kind": "place", **_at(text, town), **place},
        {"id": "m3", "kind": "time", **_at(text, "hier"), **_day(before)},
        {"id": "m4", "kind": "figure", **_at(text, str(killed)), **_count(killed)},
    ]
    slots = {"places": ["m2"], "time": "m3", "status": "actual", "codebook": "v1"}
    reports = [
        {"id": f"e{number}", "kind": "event", "type": "ASSAULT", "mode": None, "actors": ["m1"]},
        {"id": f"t{number}", "kind": "toll", "type": "KILLED", "mode": "incident"},
    ]
    reports[0] |= {"trigger": _at(text, "attaqué"), **slots}
    reports[1] |= {"trigger": _at(text, "tués"), "figures": ["m4"], **slots}
    document = {"id": f"d{number:02d}", "text": text, "language": "fr", "published": day}
    document |= {"outlet": f"Journal {number}", **fields}
    return CodedDocument.from_dict({"document": document, "mentions": mentions, "reports": reports})


def taking(number: int, day: str, by: tuple[str, dict[str, Any]], **slots: Any) -> CodedDocument:
    """Palmyra taken by somebody on the day of publication."""
    name, actor = by
    text = f"{name} a pris Palmyre ce jour. {_words_of_its_own(number)}"
    mentions = [
        {"id": "m1", "kind": "actor", **_at(text, name), **actor},
        {"id": "m2", "kind": "place", **_at(text, "Palmyre"), **PALMYRE},
        {"id": "m3", "kind": "time", **_at(text, "ce jour"), **_day(day)},
    ]
    report = {"id": f"c{number}", "kind": "control", "type": "GAINS", "mode": None}
    report |= {"trigger": _at(text, "pris"), "actors": ["m1"], "places": ["m2"], "time": "m3"}
    report |= {"status": "actual", "codebook": "v1", **slots}
    document = {"id": f"d{number:02d}", "text": text, "language": "fr", "published": day}
    document |= {"outlet": f"Journal {number}"}
    return CodedDocument.from_dict(
        {"document": document, "mentions": mentions, "reports": [report]}
    )


def offer(number: int, day: str, words: str) -> CodedDocument:
    """Daech offers the army what some words call a truce, on the day of publication."""
    text = f"Daech a proposé à l'armée {words}. {_words_of_its_own(number)}"
    mentions = [
        {"id": "m1", "kind": "actor", **_at(text, "Daech"), **DAECH},
        {"id": "m2", "kind": "actor", **_at(text, "l'armée"), **ARMY},
    ]
    report = {"id": f"a{number}", "kind": "event", "type": "AGREE", "mode": None}
    report |= {"trigger": _at(text, "proposé"), "actors": ["m1"], "recipients": ["m2"]}
    report |= {"content": _at(text, words), "status": "actual", "codebook": "v1"}
    document = {"id": f"d{number:02d}", "text": text, "language": "fr", "published": day}
    return CodedDocument.from_dict(
        {"document": document, "mentions": mentions, "reports": [report]}
    )


def several() -> list[CodedDocument]:
    """Two attacks told by several, one of them in copies, and ground taken and taken back."""
    return [*_attacks(), taking(20, "2017-03-01", ("Daech", DAECH)), *_retaken()]


def _attacks() -> Iterator[CodedDocument]:
    for number, killed in enumerate((12, 12, 15, 17)):
        yield dispatch(number, f"2017-03-{2 + number // 2:02d}", killed)
    yield dispatch(4, "2017-03-02", 9, town=("Raqqa", RAQQA))
    long = "La mairie a promis des secours ; les blessés attendent dans la cour de l'hôpital."
    yield dispatch(5, "2017-03-02", 14, extra=long)
    yield dispatch(6, "2017-03-02", 14, extra=long)


def _retaken() -> Iterator[CodedDocument]:
    for number in (21, 22):
        yield taking(number, "2017-03-06", ("L'armée", ARMY))


def _words_of_its_own(number: int) -> str:
    """A sentence that no other dispatch has a word of: it is nobody's copy."""
    chance = random.Random(number)
    return " ".join("".join(chance.choices("aeioubcdlmnrst", k=7)) for _ in range(40)) + "."


def _at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _day(day: str) -> dict[str, str]:
    return {"value": day, "earliest": day, "latest": day, "precision": "day"}


def _count(count: int) -> dict[str, Any]:
    return {"low": count, "best": count, "high": count, "unit": "persons", "of": "civils"}
