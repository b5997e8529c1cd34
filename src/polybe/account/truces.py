"""Truces: what has become of each, step by step, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .facts import ActorRef, PlaceRef
from .finding import Finding

if TYPE_CHECKING:
    from ..codebook.truce_words import TruceWords

STATES = ("proposed", "declared", "signed", "in force", "violated", "lapsed")
STEPS = ("proposed", "refused", "declared", "signed", "in force", "violated", "lapsed")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that befell a truce: ``step`` of STEPS.

    ``day`` is the ISO day told, None where none is; ``by`` are those who do it.  ``told_by`` names
    who says so.  A violation is ``disputed`` when it is only alleged or is denied.
    """

    step: str
    day: str | None
    told_from: str
    by: tuple[ActorRef, ...]
    against: tuple[ActorRef, ...]
    told_by: tuple[str, ...]
    disputed: bool
    finding: Finding


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce, its ``state`` of STATES as of the day asked for, and all its steps, oldest first.

    ``parties`` are those who are told to propose, declare, sign or keep it.  ``since`` is the ISO
    day from which the state holds and ``until`` the day it is told to end, None where not told.
    """

    parties: tuple[ActorRef, ...]
    places: tuple[PlaceRef, ...]
    state: str
    since: str | None
    until: str | None
    disputed: bool
    steps: tuple[Step, ...]


def truces_at(findings: Iterable[Finding], on: str, words: TruceWords) -> tuple[Truce, ...]:
    """The truces told of days up to ``on``, the newest first; findings as known on one day."""
    raise NotImplementedError
