"""Figures: the numbers of a text, what they count and how surely."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from polybe.codebook.numerals import Numerals
from polybe.model import Parse, Span


@dataclass(frozen=True, slots=True)
class FigureSpan:
    """A number of a text; see :class:`polybe.model.FigureMention` for its fields.

    ``noun`` is the index of the token that names what is counted, None when nothing does.
    """

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    unit: str
    of: str | None
    noun: int | None


def find_figures(parse: Parse, numerals: Numerals, taken: Collection[Span]) -> list[FigureSpan]:
    """The figures of a text."""
    return []
