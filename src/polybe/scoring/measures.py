"""Counts of a comparison, and the shares made of them."""

from __future__ import annotations

from typing import NamedTuple


def harmonic_mean(precision: float, recall: float) -> float:
    """F1 of a precision and a recall; 0 when both are."""
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


class Agreement(NamedTuple):
    """Precision, recall and their harmonic mean, from counts."""

    both: int
    system: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what the system gave that is right; 0 when it gave nothing."""
        return self.both / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that the system gave; 0 when gold has none."""
        return self.both / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 when both are."""
        return harmonic_mean(self.precision, self.recall)


class Coverage(NamedTuple):
    """Like Agreement where stretches are not paired one to one: two may cover, or share, a third.

    ``right`` of the system's stretches cover one of gold; ``reached`` of gold's are covered.
    """

    right: int
    system: int
    reached: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the system's that cover one of gold; 0 when it gave nothing."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of gold's that are covered; 0 when gold has none."""
        return self.reached / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 when both are."""
        return harmonic_mean(self.precision, self.recall)


class Rate(NamedTuple):
    """How many of those compared are right."""

    right: int
    compared: int

    @property
    def share(self) -> float:
        """Share that is right; 0 when none was compared."""
        return self.right / self.compared if self.compared else 0.0
