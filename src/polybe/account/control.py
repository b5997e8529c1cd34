"""Control: who held which place from when until when, as far as told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facts import ActorRef, PlaceRef
from .finding import Estimate, Finding, Voice

HELD, CONTESTED, UNKNOWN = "held", "contested", "unknown"


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of days over which nothing changed about who holds a place.

    ``state`` is held, contested (fought for, besieged, or held in part) or unknown (lost by its
    holder, nobody says to whom).  ``holder`` is who holds it, who held it when the contest began,
    or None.  ``since`` is the ISO day told for its beginning, None where nobody tells one;
    ``told_from`` the day it was first told.  ``until`` is the day of the next change, None while
    none is told.  ``share`` is the part of the ground that the holder has, where told, in percent.
    ``status`` is actual or alleged.  ``findings`` are what it rests on, and ``disputed_by`` the
    voices that deny it or say that another holds the place.
    """

    state: str
    holder: ActorRef | None
    since: str | None
    told_from: str
    until: str | None = None
    status: str = "actual"
    share: Estimate | None = None
    disputed: bool = False
    disputed_by: tuple[Voice, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def begins(self) -> str:
        """The day from which it is taken to hold: that told, else that of the first telling."""
        return self.since or self.told_from


@dataclass(frozen=True, slots=True)
class Ground:
    """A place with its spells, the oldest first, and the one that holds on the day asked for.

    Places that lie in one another stay places of their own.
    """

    place: PlaceRef
    now: Spell
    spells: tuple[Spell, ...]


def spells_of(findings: Iterable[Finding]) -> tuple[Spell, ...]:
    """The spells of one place from its control findings as known on one day, the oldest first."""
    raise NotImplementedError


def grounds_at(findings: Iterable[Finding], on: str) -> tuple[Ground, ...]:
    """Who holds each place on an ISO day, by name of place; places with no spell yet are left out.

    The findings are those known on one day; what began after ``on`` is left out.
    """
    raise NotImplementedError
