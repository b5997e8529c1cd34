"""How well what Polybe codes agrees with what was coded by hand."""

from .measures import Agreement, Coverage, Rate
from .reports import Difference, Score, score
from .times import TimeDifference, TimesScore, score_times

__all__ = [
    "Agreement",
    "Coverage",
    "Difference",
    "Rate",
    "Score",
    "TimeDifference",
    "TimesScore",
    "score",
    "score_times",
]
