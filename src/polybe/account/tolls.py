"""Tolls so far: what incidents have cost up to a day, and the totals that sources give."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import TYPES
from .facts import PlaceRef
from .finding import TOLD, Estimate, Finding, When

_CATEGORIES = TYPES["toll"]
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The incidents of one category (KILLED …) added up.

    ``low`` counts 0 for an incident with no lower bound; ``high`` is None when one is left open.
    ``uncounted`` is the number of incidents for which nobody gives a number.
    """

    category: str
    low: float
    best: float
    high: float | None
    incidents: int
    uncounted: int
    disputed: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What one event cost: the tolls told of one place and one time.

    ``events`` are the acts of violence told of the same place and time.
    """

    place: PlaceRef | None
    when: When | None
    tolls: tuple[Finding, ...]
    events: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PlaceTolls:
    """The sums of a place, the gravest category first; place None where none is told."""

    place: PlaceRef | None
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class CountryTolls:
    """The sums of a country (alpha-3; None where none is told), the gravest category first."""

    country: str | None
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A total that sources give (a war's, a year's), never added to incidents.

    ``incidents`` is the sum of the incidents known of its country, category and days (all up to the
    one asked for, where the total has none), to be held against it; None when there are none.
    """

    finding: Finding
    category: str
    country: str | None
    estimate: Estimate | None
    incidents: Sum | None


@dataclass(frozen=True, slots=True)
class TollsSoFar:
    """The tolls up to a day."""

    incidents: tuple[Incident, ...]
    places: tuple[PlaceTolls, ...]
    countries: tuple[CountryTolls, ...]
    totals: tuple[Total, ...]


def tolls_at(findings: Iterable[Finding], on: str) -> TollsSoFar:
    """The tolls told of days up to ``on``, from the findings known on one day.

    A toll with no day of its own counts from the day it was first told.  Denied and expected tolls
    do not count, alleged ones do.
    """
    told = [f for f in findings if f.status in TOLD and f.since <= on]
    told.sort(key=lambda finding: (finding.since, finding.cluster))
    tolls = [f for f in told if f.kind == "toll" and f.mode != "cumulative"]
    totals = [f for f in told if f.kind == "toll" and f.mode == "cumulative"]
    # A total is one of the day on which it is told, not of that from which it counts.
    totals = [total for total in totals if total.told_from <= on]
    return TollsSoFar(
        incidents=_incidents(tolls, [f for f in told if f.type == "ASSAULT"]),
        places=_by_place(tolls),
        countries=_by_country(tolls),
        totals=_totals(totals, tolls),
    )


def sum_of(category: str, findings: Iterable[Finding]) -> Sum:
    """The incidents of one category added up; where none tells a best number its low one counts."""
    tolls = tuple(findings)
    counts = [estimate for f in tolls if (estimate := count_of(f))]
    highs = [c.high for c in counts]
    return Sum(
        category=category,
        low=sum(c.low or 0.0 for c in counts),
        best=sum(c.best if c.best is not None else c.low or 0.0 for c in counts),
        high=None if None in highs else sum(h for h in highs if h is not None),
        incidents=len(tolls),
        uncounted=len(tolls) - len(counts),
        disputed=sum(f.disputed for f in tolls),
        findings=tolls,
    )


def count_of(finding: Finding) -> Estimate | None:
    """How many people: the estimate in persons, else in « other » (« 500 familles »); None none."""
    return finding.estimate("persons") or finding.estimate("other")


def _incidents(tolls: Iterable[Finding], acts: Iterable[Finding]) -> tuple[Incident, ...]:
    """Tolls of one place and one time together, the newest first; others each by itself."""
    groups: dict[object, list[Finding]] = {}
    for toll in tolls:
        groups.setdefault(_setting(toll) or toll.cluster, []).append(toll)
    settings: dict[object, list[Finding]] = {}
    for act in acts:
        if setting := _setting(act):
            settings.setdefault(setting, []).append(act)
    incidents = [
        Incident(
            _one_place(some[0]),
            some[0].when,
            tuple(sorted(some, key=_gravity)),
            tuple(settings.get(setting, ())),
        )
        for setting, some in groups.items()
    ]
    return tuple(reversed(incidents))


def _setting(finding: Finding) -> tuple[object, ...] | None:
    """Place and days, where both are told."""
    place = _one_place(finding)
    if place is None or finding.when is None:
        return None
    return (place.key, finding.when.earliest, finding.when.latest)


def _one_place(finding: Finding) -> PlaceRef | None:
    """The best told place; None where none is told."""
    return finding.places[0].value if finding.places else None


def country_of(finding: Finding) -> str | None:
    """The country; None where none is told, or places in several, so that none counts twice."""
    countries = {row.value.country for row in finding.places if row.value.country}
    return countries.pop() if len(countries) == 1 else None


def _by_place(tolls: Iterable[Finding]) -> tuple[PlaceTolls, ...]:
    """The sums of each place, by name, what has none coming last."""
    places: dict[object, PlaceRef | None] = {}
    groups: dict[object, list[Finding]] = {}
    for toll in tolls:
        place = _one_place(toll)
        key = place.key if place else None
        places.setdefault(key, place)
        groups.setdefault(key, []).append(toll)
    found = [PlaceTolls(places[key], _sums(some)) for key, some in groups.items()]
    return tuple(sorted(found, key=lambda p: (p.place is None, p.place.name if p.place else "")))


def _by_country(tolls: Iterable[Finding]) -> tuple[CountryTolls, ...]:
    groups: dict[str | None, list[Finding]] = {}
    for toll in tolls:
        groups.setdefault(country_of(toll), []).append(toll)
    found = [CountryTolls(country, _sums(some)) for country, some in groups.items()]
    return tuple(sorted(found, key=lambda c: (c.country is None, c.country or "")))


def _sums(tolls: Iterable[Finding]) -> tuple[Sum, ...]:
    groups: dict[str, list[Finding]] = {}
    for toll in tolls:
        groups.setdefault(toll.type, []).append(toll)
    return tuple(
        sum_of(category, groups[category]) for category in _CATEGORIES if category in groups
    )


def _gravity(toll: Finding) -> tuple[int, str]:
    return (_CATEGORIES.index(toll.type), toll.cluster)


def _totals(totals: Iterable[Finding], tolls: Iterable[Finding]) -> tuple[Total, ...]:
    """Every total with the incidents that lie in its country, category and days."""
    groups: dict[object, list[Finding]] = {}
    for toll in tolls:
        groups.setdefault((toll.type, country_of(toll)), []).append(toll)
    found = []
    for total in totals:
        country = country_of(total)
        inside = _lying_in(groups.get((total.type, country), []), total.when)
        incidents = sum_of(total.type, inside) if inside else None
        found.append(Total(total, total.type, country, count_of(total), incidents))
    return tuple(found)


def _lying_in(tolls: Sequence[Finding], when: When | None) -> Sequence[Finding]:
    """Of tolls in the order of their days those in the days of a total; all, where it has none."""
    if when is None:
        return tolls
    first = bisect_left(tolls, when.earliest or "", key=_since)
    last = bisect_right(tolls, when.latest or "9999-12-31", key=_since)
    return tolls[first:last]


def _since(finding: Finding) -> str:
    return finding.since
