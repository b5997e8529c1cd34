"""The tables of the store, by what they keep; migrations make them, nothing else does."""

from . import decisions, documents, reconciling
from .base import metadata

__all__ = ["decisions", "documents", "metadata", "reconciling"]
