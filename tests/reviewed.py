"""A store for reviewers: three articles on one attack, one on another nearly like it."""

from __future__ import annotations

from typing import Any

from polybe import app
from polybe.model import CodedDocument
from polybe.store import Store
from polybe.store.review import Review, Reviewer
from polybe.store.reviewing import StoredReviewing
from tests.made import at
from tests.stored import keep

AT = "2021-05-08T09:00:00+00:00"
_PLACE = {"geonames": 7, "latitude": 35.0, "longitude": 38.0, "country": "SYR", "precision": "city"}


def attack(id_: str, outlet: str, day: int, killed: int, words: str) -> CodedDocument:
    """An article of two reports: « r1 » an attack on Kesh on a day of May, « r2 » its dead."""
    text = f"{words} L'attaque du {day} mai à Kesh a fait {killed} morts, selon la police."
    mentions: list[dict[str, Any]] = [
        {"id": "m1", "kind": "time", **at(f"{day} mai", text=text), **_day(day)},
        {"id": "m2", "kind": "place", **at("Kesh", text=text), "name": "Kesh", **_PLACE},
        {"id": "m3", "kind": "figure", **at(str(killed), text=text), **_count(killed)},
        {"id": "m4", "kind": "actor", **at("la police", text=text), "name": "Police of Syria"},
    ]
    shared = {"status": "actual", "places": ["m2"], "time": "m1"}
    reports = [
        {"id": "r1", "kind": "event", "type": "ASSAULT", "trigger": at("attaque", text=text)},
        {
            "id": "r2",
            "kind": "toll",
            "type": "KILLED",
            "mode": "incident",
            "trigger": at("morts", text=text),
            "figures": ["m3"],
            "sources": ["m4"],
        },
    ]
    head = {"id": id_, "text": text, "language": "fr", "outlet": outlet}
    head["published"] = f"2021-05-{day + 1:02}"
    data = {"document": head, "mentions": mentions, "reports": [{**shared, **r} for r in reports]}
    return CodedDocument.from_dict(data)


def _day(day: int) -> dict[str, str]:
    iso = f"2021-05-{day:02}"
    return {"value": iso, "earliest": iso, "latest": iso, "precision": "day"}


def _count(killed: int) -> dict[str, Any]:
    return {"low": killed, "best": killed, "high": killed, "unit": "persons", "of": "morts"}


ARTICLES = (
    attack("a", "Le Fil", 3, 12, "Des inconnus ont ouvert le feu sur le marché bondé."),
    attack("b", "La Voix", 3, 12, "Le quartier nord pleure ses victimes, raconte un boulanger."),
    attack("c", "Le Soir", 3, 14, "Les hôpitaux débordent, les blessés affluent depuis l'aube."),
    attack("d", "Le Fil", 5, 3, "Nouvelle journée sanglante : des tirs ont visé un convoi."),
)
"""« a », « b » and « c » tell of one attack, « d » of another two days later."""


def filled(store: Store) -> Store:
    """The store with the four articles, worked into the account."""
    keep(store, ARTICLES)
    app.reconcile_store(store)
    return store


def review_of(store: Store, who: str = "Ada") -> Review:
    """The work of a reviewer whose watch stands still."""
    reviewing = StoredReviewing(store)
    return Review(store, Reviewer(who, lambda: AT), reviewing, follow=app.reconcile_store)
