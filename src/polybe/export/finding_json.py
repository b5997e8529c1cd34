"""Findings as plain JSON: what a cluster of claims amounts to, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..account.contradictions import Contradiction, Side, contradictions_of
from ..account.facts import ActorRef, PlaceRef
from ..account.finding import Backed, Estimate, Finding, Told, Voice, When

Json = dict[str, Any]


def finding_json(finding: Finding, times: Mapping[str, str]) -> Json:
    """A finding with all that tells it; ``times`` as in ``contradictions_of``."""
    return {
        "kind": finding.kind,
        "type": finding.type,
        "mode": finding.mode,
        "status": finding.status,
        "when": when_json(finding.when),
        "told_from": finding.told_from,
        "told_to": finding.told_to,
        "known_from": finding.known_from,
        "known_to": finding.known_to,
        "actors": [_backed(row, actor_json(row.value)) for row in finding.actors],
        "recipients": [_backed(row, actor_json(row.value)) for row in finding.recipients],
        "places": [_backed(row, place_json(row.value)) for row in finding.places],
        "estimates": [estimate_json(estimate) for estimate in finding.estimates],
        "said": [_backed(row, row.value) for row in finding.said],
        "statuses": [_backed(row, row.value) for row in finding.statuses],
        "contexts": list(finding.contexts),
        "triggers": list(finding.triggers),
        "origins": finding.origins,
        "witnesses": finding.witnesses,
        "verified": finding.verified,
        "disputes": [_contradiction(each) for each in contradictions_of(finding, times)],
        "voices": [voice_json(voice) for voice in finding.voices],
        "claims": list(finding.claims),
    }


def _contradiction(contradiction: Contradiction) -> Json:
    return {"reason": contradiction.reason, "sides": [_side(side) for side in contradiction.sides]}


def _side(side: Side) -> Json:
    return {
        "stand": side.stand,
        "actors": actors_json(side.actors),
        "count": _bounds(side.count) if side.count else None,
        "unit": side.unit,
        "time": side.time,
        "claims": [voice.claim for voice in side.voices],
        "who": list(dict.fromkeys(voice.who for voice in side.voices)),
    }


def _backed(row: Backed[Any], value: object) -> Json:
    return {"value": value, "weight": row.weight, "claims": list(row.claims)}


def voice_json(voice: Voice) -> Json:
    """Who tells a finding in one claim."""
    return {
        "claim": voice.claim,
        "outlet": voice.outlet,
        "speaker": actor_json(voice.speaker) if voice.speaker else None,
        "known": voice.known,
        "status": voice.status,
        "weight": voice.weight,
        "newest": voice.newest,
        "origin": voice.origin,
    }


def estimate_json(estimate: Estimate) -> Json:
    """A figure with every word on it."""
    return {
        "unit": estimate.unit,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "told": [_told(told) for told in estimate.told],
    }


def _told(told: Told) -> Json:
    return {
        **_bounds(told),
        "text": told.text,
        "of": told.of,
        "who": told.who,
        "known": told.known,
        "claim": told.claim,
        "newest": told.newest,
        "part": told.part,
    }


def _bounds(told: Told) -> Json:
    return {"low": told.low, "best": told.best, "high": told.high}


def when_json(when: When | None) -> Json | None:
    """The days of a fact; null where none is told."""
    if when is None:
        return None
    return {
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "claims": list(when.claims),
    }


def actors_json(actors: Iterable[ActorRef]) -> list[Json]:
    """Several actors."""
    return [actor_json(actor) for actor in actors]


def actor_json(actor: ActorRef) -> Json:
    """An actor; ``key`` is what makes two references one."""
    return {
        "key": actor.key,
        "actor": actor.actor,
        "name": actor.name,
        "text": actor.text,
        "country": actor.country,
        "sector": actor.sector,
    }


def place_json(place: PlaceRef | None) -> Json | None:
    """A place; null where none is told."""
    if place is None:
        return None
    return {
        "name": place.name,
        "text": place.text,
        "geonames": place.geonames,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "precision": place.precision,
    }
