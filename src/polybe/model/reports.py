"""Reports: one fact each, as one sentence of one document states it."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("event", "control", "force", "toll", "statement", "relation")
STATUSES = ("actual", "alleged", "planned", "sought", "hypothetical", "denied")

TYPES: dict[str, tuple[str, ...]] = {
    "control": ("HOLDS", "GAINS", "LOSES", "CONTESTS"),
    "force": ("PRESENT", "REINFORCED", "WITHDRAWN"),
    "toll": ("KILLED", "WOUNDED", "MISSING", "CAPTIVE", "DISPLACED", "AFFECTED"),
    "statement": ("DIRECT", "INDIRECT"),
    "relation": ("ALLIED", "RIVAL", "SUPPORTS", "MEMBER", "LEADS"),
}
"""Types of every kind but `event`, whose types are PLOVER's and stand in the packs."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the text, given with its characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One fact; see the report model in ``docs/reference`` for the meaning of each field.

    ``actors``, ``recipients``, ``places``, ``figures`` and ``sources`` hold ids of mentions,
    ``sources`` outermost first; ``time`` is one such id or None.
    """

    id: str
    kind: str
    type: str
    mode: str | None
    trigger: Quote
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    figures: tuple[str, ...] = ()
    content: Quote | None = None
    sources: tuple[str, ...] = ()
    status: str = "actual"
    contexts: tuple[str, ...] = ()
    rule: str = ""
    codebook: str = ""
