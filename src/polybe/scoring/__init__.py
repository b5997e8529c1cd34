"""How well what Polybe codes agrees with what was coded by hand."""

from .measures import Agreement, Rate
from .reports import Difference, Score, score

__all__ = ["Agreement", "Difference", "Rate", "Score", "score"]
