"""Reconciling: reports of one fact from many articles, put together with the reasons."""

from .comparison import Comparison, Weighed, compare
from .linking import reconcile

__all__ = ["Comparison", "Weighed", "compare", "reconcile"]
