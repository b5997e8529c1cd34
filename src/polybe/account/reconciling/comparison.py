"""Comparison: whether two tellings are of one fact, as a score that explains itself."""

from __future__ import annotations

from dataclasses import dataclass

from .features import FEATURES, Feature, Level
from .points import BASE, POINTS, VETO, Levels
from .profiles import Profile


@dataclass(frozen=True, slots=True)
class Weighed:
    """A feature and the points that it is worth: above 0 for one fact, below 0 against."""

    feature: Feature
    points: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two tellings held against each other, by the smallest ids of their claims.

    ``score`` is the natural logarithm of the odds that they tell one fact: ``base``, where facts
    of their group stand before anything is compared, and the points of every feature.  ``vetoed``
    tells that one feature rules it out, whatever the others say.
    """

    left: str
    right: str
    base: float
    weighed: tuple[Weighed, ...]
    vetoed: bool

    @property
    def score(self) -> float:
        """Base and points of all features; VETO where one of them rules it out."""
        return VETO if self.vetoed else self.base + sum(each.points for each in self.weighed)


def compare(a: Profile, b: Profile) -> Comparison:
    """Hold two tellings of one family against each other, with both values of every feature."""
    if b.id < a.id:
        a, b = b, a
    weighed = []
    for name, (level, value) in FEATURES.items():
        told = level(a, b)
        points = POINTS[a.group].get(name, {}).get(told, 0.0)
        weighed.append(Weighed(Feature(name, told, value(a), value(b)), points))
    vetoed = any(each.points <= VETO for each in weighed)
    return Comparison(a.id, b.id, BASE[a.group], tuple(weighed), vetoed)


def score(a: Profile, b: Profile, least: float = VETO) -> float:
    """The score of their comparison, without its explanation: quicker.

    Once what is left to compare can no longer bring it above ``least``, it is given as VETO.
    """
    total = BASE[a.group]
    for level, levels, hope in _STEPS[a.group]:
        points = levels.get(level(a, b), 0.0)
        total += points
        if points <= VETO or total + hope <= least:
            return VETO
    return total


def _steps(group: str) -> tuple[tuple[Level, Levels, float], ...]:
    """The features of a group, and the most that those behind each can add.

    Those come first that can speak most against.
    """
    table = POINTS[group]
    order = sorted(table, key=lambda name: min(table[name].values()))
    best = [max(0.0, *table[name].values()) for name in order]
    return tuple(
        (FEATURES[name][0], table[name], sum(best[n + 1 :])) for n, name in enumerate(order)
    )


_STEPS = {group: _steps(group) for group in POINTS}
