"""Coded documents made by hand, for tests that need no coder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polybe.model import CodedDocument

TEXT = (
    "Tarbes-sur-Oued : l'armée reprend le fort\n\n"
    "L'armée du Norland a repris lundi le fort de Kesh aux rebelles. "
    "Vingt soldats ont été tués, selon le ministre Paul Ardent. "
    "« Nous tiendrons », a-t-il dit. Le Sudland aurait armé les rebelles."
)


def at(words: str, *, nth: int = 0, text: str = TEXT) -> dict[str, Any]:
    """Start, end and text of some words, the nth time they occur."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def actor(mention_id: str, words: str, **fields: Any) -> dict[str, Any]:
    """An actor mention."""
    nth = fields.pop("nth", 0)
    return {"id": mention_id, "kind": "actor", **at(words, nth=nth), **fields}


def report(report_id: str, kind: str, type_: str, words: str, **fields: Any) -> dict[str, Any]:
    """A report whose trigger is some words."""
    nth = fields.pop("nth", 0)
    content = fields.pop("content", None)
    return {
        "id": report_id,
        "kind": kind,
        "type": type_,
        "trigger": at(words, nth=nth),
        "content": at(content) if content else None,
        "status": "actual",
        **fields,
    }


def record(**document: Any) -> dict[str, Any]:
    """The coded article that most tests use, in the report model's JSON form."""
    mentions = [
        actor("a0", "l'armée", name="Army of Norland", country="NOR", sector="MIL"),
        actor("a1", "L'armée du Norland", name="Army of Norland", country="NOR", sector="MIL"),
        actor("a2", "rebelles", name="Rebels of Norland", country="NOR", sector="REB"),
        actor("a3", "Vingt soldats", name="Army of Norland", country="NOR", sector="MIL"),
        actor("a4", "Paul Ardent", name="Paul Ardent", country="NOR", sector="GOV"),
        actor("a5", "il dit", antecedent="a4"),
        actor("a6", "Le Sudland", name="Sudland", country="SUD", sector="GOV"),
        actor("a7", "rebelles", nth=1, name="Rebels of Norland", country="NOR", sector="REB"),
        {"id": "p0", "kind": "place", **at("le fort"), "name": "Fort of Kesh", **_KESH},
        {"id": "p1", "kind": "place", **at("le fort de Kesh"), "name": "Fort of Kesh", **_KESH},
        {"id": "t1", "kind": "time", **at("lundi"), "value": "2021-05-03", **_MONDAY},
        {"id": "f1", "kind": "figure", **at("Vingt"), **_TWENTY},
    ]
    reports = [
        report("r0", "control", "GAINS", "reprend", actors=["a0"], places=["p0"]),
        report(
            "r1",
            "control",
            "GAINS",
            "repris",
            actors=["a1"],
            recipients=["a2"],
            places=["p1"],
            time="t1",
        ),
        report(
            "r2",
            "toll",
            "KILLED",
            "tués",
            mode="incident",
            recipients=["a3"],
            figures=["f1"],
            sources=["a4"],
        ),
        report("r3", "statement", "DIRECT", "dit", actors=["a5"], content="Nous tiendrons"),
        report(
            "r4", "event", "AID", "armé", nth=2, actors=["a6"], recipients=["a7"], status="alleged"
        ),
        report("r5", "relation", "RIVAL", "rebelles", nth=1, actors=["a1", "a7"]),
    ]
    head = {"id": "kesh", "text": TEXT, "language": "fr", "published": "2021-05-04", **document}
    return {"document": head, "mentions": mentions, "reports": reports}


_KESH = {
    "geonames": 1,
    "latitude": 35.0,
    "longitude": 38.0,
    "country": "SYR",
    "precision": "site",
}
_MONDAY = {"earliest": "2021-05-03", "latest": "2021-05-03", "precision": "day"}
_TWENTY = {"low": 20, "best": 20, "high": 20, "unit": "persons", "of": "Vingt soldats"}


def coded(data: Mapping[str, Any] | None = None, **document: Any) -> CodedDocument:
    """The coded article, or that of the data given."""
    return CodedDocument.from_dict(data or record(**document))


def timeml(body: str, *, dct: str = "2021-05-05") -> str:
    """A TimeML file of one text, created on a day."""
    return (
        f'<TimeML><DOCID>kesh</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="{dct}" /></DCT>'
        f"<TEXT>{body}</TEXT></TimeML>"
    )
