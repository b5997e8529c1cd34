"""Mentions: spans of a text that name an actor, a place, a time or a figure."""

from __future__ import annotations

from dataclasses import dataclass

SECTORS = frozenset(
    "GOV MIL PRM COP SPY JUD LEG PTY OPP REB UAF CRM CVL REF SOC JRN MED BUS LAB AGR EDU REL ELI "
    "PRE UNK".split()
)
"""PLOVER's actor sectors."""

SUPRANATIONAL = frozenset("UNO EUR IGO NGO IMG ISM MNC".split())
"""PLOVER's codes that stand in the place of a country."""

PLACE_PRECISIONS = ("site", "city", "district", "admin1", "country", "region")
TIME_PRECISIONS = ("time", "day", "week", "month", "season", "year", "decade", "vague")
UNITS = ("persons", "percent", "vehicles", "weapons", "money", "distance", "duration", "other")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that names an actor.

    ``actor`` is a catalogue id, None when the catalogue does not know it.  ``country`` is an ISO
    3166-1 alpha-3 code or one of PLOVER's, None when several or unknown.  ``antecedent`` is the id
    of the mention that a pronoun or description stands for.
    """

    id: str
    start: int
    end: int
    text: str
    name: str | None = None
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    antecedent: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place.  Coordinates are decimal degrees (WGS 84), None when unknown."""

    id: str
    start: int
    end: int
    text: str
    name: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A span that names a time.

    ``value`` is an EDTF string (levels 0 and 1), None when the text and the publication date do
    not settle it; ``earliest`` and ``latest`` are ISO dates, None when open or unknown.
    """

    id: str
    start: int
    end: int
    text: str
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A span that names a number.

    ``low``, ``best`` and ``high`` are equal when the text is exact; None where it gives no such
    bound.  ``of`` is the counted noun phrase as written.
    """

    id: str
    start: int
    end: int
    text: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = "other"
    of: str | None = None


type_of_mention = {
    ActorMention: "actor",
    PlaceMention: "place",
    TimeMention: "time",
    FigureMention: "figure",
}

Mention = ActorMention | PlaceMention | TimeMention | FigureMention
