"""Reconciling: reports of one fact from many articles, put together with the reasons."""

from .comparison import Comparison, Weighed, compare
from .reconcile import reconcile

__all__ = ["Comparison", "Weighed", "compare", "reconcile"]
