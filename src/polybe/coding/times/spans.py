"""A time as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

MENTIONED = frozenset({"date", "clock", "vague", "relative", "duration", "term", "set"})
"""Kinds that tell when, and so are mentions of the report model.

The number of a `term` (« sous huit jours ») is a figure too.  The other kinds are found so that
nothing else takes their numbers for figures: `length` (a bare length, or one under a day, whose
number is a figure), `rate` (« par an »), `reference` (« désormais »), `age`.
"""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of a text that tells a time.

    ``start`` and ``end`` are code points, end exclusive.  ``value`` is an EDTF string of level 0
    or 1, None when text and publication date do not settle it; ``earliest`` and ``latest`` are ISO
    dates, None when open or unknown; ``precision`` is one of the report model's.  ``kind`` is
    `date`, `clock` (a time of day), `duration`, `term` (a length that ends at a date), `length`,
    `relative` (to an event), `vague`, `set` (« chaque jour »), `rate`, `reference` or `age`.
    ``length`` is an ISO 8601 duration, given for lengths alone; ``clock`` « HH:MM » or the part of
    the day (`morning`, `noon`, `afternoon`, `evening`, `night`, `midnight`).
    """

    start: int
    end: int
    value: str | None
    earliest: str | None
    latest: str | None
    precision: str
    kind: str = "date"
    length: str | None = None
    clock: str | None = None

    @property
    def is_mention(self) -> bool:
        """Whether the span tells when, and not only how long or how often."""
        return self.kind in MENTIONED

    @property
    def takes_numbers(self) -> bool:
        """Whether its numbers are no figures, as those of « dix ans », « sous dix jours » are."""
        return self.kind not in ("length", "term")
