"""A situation in which every section has something to tell, worked out from claims made by hand.

The army and Daech fight for Palmyra; what is told of it is in part denied, in part contradicted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from polybe.account.evidence import Evidence
from polybe.account.facts import ActorRef, FigureRef, PlaceRef
from polybe.account.finding import Finding
from polybe.account.situation import AccountWords, Situation, situation_of
from polybe.codebook.packs import Packs
from polybe.codebook.truce_words import load_truce_words
from tests.unit.account.claiming import (
    ARMY,
    DAECH,
    PALMYRE,
    RAQQA,
    at_least,
    claim,
    on_day,
    persons,
)
from tests.unit.account.finding_out import OSDH, REBELS, UN, found

ON, KNOWN, DAYS = "2017-03-16", "2017-03-12", 14

QUADS = {"ASSAULT": "material conflict", "AID": "material cooperation", "ACCUSE": "verbal conflict"}

HOMS = PlaceRef("Homs", "Homs", "city", "SYR", "Homs", 169577, 34.73, 36.72)
NOWHERE = PlaceRef("le vieux fort", "le vieux fort", "site", "SYR")
MINISTER = ActorRef("Paul Ardent", "Paul Ardent", "SYR", "GOV", "ardent")

SENTENCES = {
    "deny/r1": ("L'armée dément avoir pris Palmyre.", "pris"),
    "take/r1": ("L'armée a repris Palmyre jeudi, selon une agence.", "repris"),
}
"""What the articles say, with the word that states the fact; any other sentence is made up."""


def findings() -> list[Finding]:
    """Every finding of the situation."""
    return [*_ground(), *_deeds(), *_tolls(), *_forces(), *_truce(), *_words(), *_ties()]


def situation(**asked: Any) -> Situation:
    """The situation on a day, as known on another."""
    return situation_from(findings(), **asked)


def situation_from(some: Iterable[Finding], **asked: Any) -> Situation:
    """The situation that some findings make."""
    words = AccountWords(load_truce_words(Packs(), "fr"), QUADS)
    return situation_of(
        some, words=words, **{"on": ON, "known": KNOWN, "window_days": DAYS, **asked}
    )


def evidence(made: Iterable[Finding] | None = None) -> dict[str, Evidence]:
    """A sentence for every claim; those of the disputed day tell it."""
    claims = {voice.claim: voice for f in made or findings() for voice in f.voices}
    return {id_: _evidence(id_, voice.outlet, voice.known) for id_, voice in claims.items()}


def _evidence(claim_id: str, outlet: str | None, known: str) -> Evidence:
    sentence, word = SENTENCES.get(claim_id, (f"On rapporte le fait {claim_id}.", "rapporte"))
    start = sentence.index(word)
    time = {"early/r1": "2017-03-04", "late/r1": "2017-03-08"}.get(claim_id)
    end = start + len(word)
    return Evidence(f"Titre {claim_id}", outlet, known, sentence, start, end, time)


def told(name: str, day: str | None, **fields: Any) -> Finding:
    """A finding that one article tells."""
    return found(_claim(name, day, **fields))


def _claim(name: str, day: str | None, **fields: Any) -> Any:
    time = on_day(day) if day else None
    return claim(name, **{"places": (PALMYRE,), "time": time, "known": "2017-03-09", **fields})


def _ground() -> list[Finding]:
    """Palmyra is Daech's, then the army's, which others deny; Homs is fought for; Raqqa is held."""
    take = {"kind": "control", "type": "GAINS"}
    taken = found(
        _claim("take", "2017-03-02", actors=(ARMY,), outlet="Le Soir", **take),
        _claim("take2", "2017-03-02", actors=(ARMY,), outlet="La Dépêche", **take),
        _claim("deny", "2017-03-02", actors=(ARMY,), sources=(OSDH,), status="denied", **take),
    )
    share = FigureRef("93 %", 93, 93, 93, "percent")
    return [
        told("before", "2017-02-01", actors=(DAECH,), known="2017-02-02", **take),
        taken,
        told("held", "2017-03-01", kind="control", type="HOLDS", actors=(DAECH,), places=(RAQQA,)),
        told("siege", "2017-03-03", kind="control", type="CONTESTS", actors=(REBELS,),
             recipients=(ARMY,), places=(HOMS,)),
        told("part", "2017-03-04", kind="control", type="HOLDS", actors=(ARMY,), places=(HOMS,),
             figures=(share,)),
    ]  # fmt: skip


def _deeds() -> list[Finding]:
    """An attack whose author and day are disputed, one without a day, one still to come."""
    attack = {"places": (RAQQA,), "recipients": (REBELS,)}
    return [
        found(
            _claim("early", "2017-03-04", actors=(ARMY,), outlet="Le Soir", **attack),
            _claim("late", "2017-03-08", actors=(DAECH,), outlet="La Dépêche", **attack),
        ),
        told("undated", None, mode="explosives", actors=(DAECH,)),
        told("planned", "2017-03-15", type="CONSULT", mode="visit", actors=(UN,), status="planned"),
    ]


def _tolls() -> list[Finding]:
    """An incident whose count is disputed, with the act that caused it, and a total of the war."""
    toll = {"kind": "toll", "type": "KILLED", "mode": "incident", "places": (HOMS,)}
    return [
        found(
            _claim("dead", "2017-03-07", figures=(persons(12),), outlet="Le Soir", **toll),
            _claim("dead2", "2017-03-07", figures=(persons(30),), sources=(OSDH,), **toll),
            _claim("dead3", "2017-03-07", figures=(at_least(10),), outlet="La Dépêche", **toll),
        ),
        told("hurt", "2017-03-07", **{**toll, "type": "WOUNDED"}, figures=(at_least(40),)),
        told("blast", "2017-03-07", mode="explosives", actors=(DAECH,), places=(HOMS,)),
        told("war", None, **{**toll, "mode": "cumulative"}, figures=(persons(300000),),
             sources=(UN,)),
    ]  # fmt: skip


def _forces() -> list[Finding]:
    """A thousand soldiers, and what joined them."""
    force = {"kind": "force", "actors": (ARMY,)}
    more = FigureRef("200", 200, 200, 200, "persons", "200 hommes")
    return [
        told("thousand", "2017-03-01", type="PRESENT", figures=(persons(1000),), **force),
        told("joined", "2017-03-05", type="REINFORCED", figures=(more,), **force),
    ]


def _truce() -> list[Finding]:
    """A truce asked for, in force, and broken by an attack that nobody calls so."""
    both = {"actors": (ARMY, REBELS), "type": "RETREAT", "mode": "ceasefire", "places": (HOMS,)}
    return [
        told("asked", "2017-03-01", type="REQUEST", mode="yield", actors=(UN,),
             recipients=(ARMY, REBELS), said="un cessez-le-feu", places=(HOMS,)),
        told("truce", "2017-03-02", **both),
        told("breach", "2017-03-06", actors=(REBELS,), recipients=(ARMY,), places=(HOMS,)),
    ]  # fmt: skip


def _words() -> list[Finding]:
    """One quoted, one reported, one by nobody."""
    statement = {"kind": "statement", "type": "DIRECT"}
    return [
        told("quote", "2017-03-09", actors=(MINISTER,), said="Nous tiendrons", recipients=(UN,),
             **statement),
        told("hearsay", None, actors=(OSDH,), said="la ville est vide", **statement | {
            "type": "INDIRECT"}),
        told("rumour", None, said="tout est perdu", **statement),
    ]  # fmt: skip


def _ties() -> list[Finding]:
    """Allies, and what contradicts it."""
    return [
        replace(
            told("allies", "2017-03-01", kind="relation", type="ALLIED", actors=(REBELS,),
                 recipients=(UN,)),
            verified=True,
        ),
        told("quarrel", "2017-03-05", type="ACCUSE", actors=(REBELS,), recipients=(UN,)),
    ]  # fmt: skip
