"""How well what Polybe codes agrees with what was coded by hand."""

from .measures import Agreement, Coverage, Rate
from .places import LocatedSpan, PlaceDifference, PlacesScore, score_places
from .plover_records import RecordDifference, RecordsScore, score_plover_records
from .reports import Difference, Score, score
from .times import TimeDifference, TimesScore, score_times

__all__ = [
    "Agreement",
    "Coverage",
    "Difference",
    "LocatedSpan",
    "PlaceDifference",
    "PlacesScore",
    "Rate",
    "RecordDifference",
    "RecordsScore",
    "Score",
    "TimeDifference",
    "TimesScore",
    "score",
    "score_places",
    "score_plover_records",
    "score_times",
]
