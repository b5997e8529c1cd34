"""Tolls so far: what incidents have cost up to a day, and the totals that sources give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facts import PlaceRef
from .finding import Estimate, Finding, When


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

    ``incidents`` is the sum of the incidents known of its country, category and days, to be held
    against it; None when there are none.
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
    """The tolls told of days up to ``on``, from the findings known on one day."""
    raise NotImplementedError
