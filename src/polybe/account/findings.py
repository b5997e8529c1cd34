"""Findings: what the claims of one cluster amount to, day of knowledge by day of knowledge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from ..model import STATUSES
from .claims import Claim
from .disputes import disputes_of
from .estimates import estimates_of
from .facts import ActorRef, PlaceRef
from .finding import EXPECTED, TOLD, Backed, Estimate, Finding, Told, Voice, When
from .ratings import Ratings
from .timing import when_of
from .voices import Voices, backed, origins, voices_of, witnesses

__all__ = ["Backed", "Estimate", "Finding", "Told", "Voice", "When", "findings_of"]

R = TypeVar("R", ActorRef, PlaceRef)

NO_VERDICTS: Mapping[str, str] = {}
NO_RATINGS = Ratings()


def findings_of(
    claims: Iterable[Claim],
    ratings: Ratings = NO_RATINGS,
    *,
    verdicts: Mapping[str, str] = NO_VERDICTS,
) -> tuple[Finding, ...]:
    """The findings of one cluster, in the order of knowledge; they never overlap.

    A claim counts from its day ``known`` until before its day ``until``.  ``verdicts`` are the
    reviewers' « accepted » or « rejected » by claim id: a rejected claim does not count, an
    accepted one makes its findings verified (that the text says so, not that it is true: it weighs
    no more).  There is no finding for days on which no claim counts.  The order of the claims
    plays no part.
    """
    everyone = sorted(claims, key=lambda claim: (claim.known, claim.id))
    cluster = min((claim.id for claim in everyone), default="")
    counting = [_one_way(claim) for claim in everyone if verdicts.get(claim.id) != "rejected"]
    voices = voices_of(counting, ratings)
    verified = {claim.id for claim in counting if verdicts.get(claim.id) == "accepted"}
    return tuple(
        replace(
            _finding(_turned(some), voices.among(some)),
            cluster=cluster,
            known_from=known_from,
            known_to=known_to,
            verified=any(claim.id in verified for claim in some),
        )
        for known_from, known_to, some in _stretches(counting)
    )


def _stretches(claims: Sequence[Claim]) -> Iterator[tuple[str, str | None, list[Claim]]]:
    """The stretches of days of knowledge over which the same claims count, and these claims."""
    days = sorted({c.known for c in claims} | {c.until for c in claims if c.until})
    for start, end in zip_longest(days, days[1:]):
        some = [c for c in claims if c.known <= start and (c.until is None or start < c.until)]
        if some:
            yield start, end, some


def _one_way(claim: Claim) -> Claim:
    """A loss to a taker who is told, turned round: the taking that it is."""
    if claim.type == "LOSES" and claim.recipients:
        return replace(claim, type="GAINS", actors=claim.recipients, recipients=claim.actors)
    return claim


def _finding(claims: Sequence[Claim], voices: Voices) -> Finding:
    """What claims that count together amount to; cluster and knowledge are filled in later."""
    estimates = estimates_of(claims, voices)
    told = [claim for claim in claims if claim.status != "denied"] or claims
    heard = tuple(voices.of(claim) for claim in claims)
    statuses = backed(claims, voices, lambda c: [c.status], _itself)
    return Finding(
        cluster="",
        kind=claims[0].kind,
        type=_weightiest(told, voices, lambda c: [c.type]) or claims[0].type,
        mode=_weightiest(told, voices, lambda c: [c.mode] if c.mode else []),
        status=_status(heard, statuses),
        told_from=min(claim.known for claim in claims),
        told_to=max(claim.known for claim in claims),
        known_from="",
        known_to=None,
        statuses=statuses,
        actors=_free(backed(told, voices, lambda c: c.actors, _key)),
        recipients=_free(backed(told, voices, lambda c: c.recipients, _key)),
        places=_free(backed(claims, voices, lambda c: c.places, _place_key)),
        when=when_of(told, voices),
        estimates=estimates,
        said=backed(told, voices, lambda c: [c.said] if c.said else [], str.casefold),
        triggers=tuple(sorted({claim.trigger for claim in claims})),
        words=backed([c for c in claims if c.mode == "ceasefire"], voices, _words, _itself),
        contexts=tuple(sorted({context for claim in claims for context in claim.contexts})),
        voices=heard,
        origins=origins(heard),
        witnesses=witnesses(heard),
        disputes=disputes_of(claims, estimates, voices),
        claims=tuple(sorted(claim.id for claim in claims)),
    )


def _turned(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Losses among takings as takings too, so that one handover is told one way."""
    if "GAINS" not in {claim.type for claim in claims}:
        return claims
    return [
        replace(claim, type="GAINS", actors=(), recipients=claim.actors)
        if claim.type == "LOSES"
        else claim
        for claim in claims
    ]


def _status(voices: Sequence[Voice], statuses: Sequence[Backed[str]]) -> str:
    """The best status: told, else what the newest word makes of what was expected.

    Of « actual » and « alleged » the weightier, of equals the surer.  A denial stands alone, or
    after what was only expected: then it did not come about.
    """
    weight = {row.value: row.weight for row in statuses}
    newest = {voice.status for voice in voices if voice.newest}
    if told := [status for status in TOLD if status in newest]:
        return max(told, key=lambda status: weight[status])
    last = max(voice.known for voice in voices)
    latest = {voice.status for voice in voices if voice.known == last}
    for status in STATUSES:
        if status in latest and status in EXPECTED:
            return status
    return "denied"


def _weightiest(
    claims: Sequence[Claim],
    voices: Voices,
    values: Callable[[Claim], Iterable[str]],
) -> str | None:
    rows = backed(claims, voices, values, _itself)
    return rows[0].value if rows else None


def _free(rows: Iterable[Backed[R]]) -> tuple[Backed[R], ...]:
    """References of no single document: the mention tells nothing any more."""
    return tuple(
        Backed(replace(row.value, mention=""), row.weight, row.claims) if row.value.mention else row
        for row in rows
    )


def _words(claim: Claim) -> Iterable[str]:
    return sorted(claim.words)


def _itself(text: str) -> str:
    return text


def _key(actor: ActorRef) -> str:
    return actor.key


def _place_key(place: PlaceRef) -> tuple[object, ...]:
    return place.key
