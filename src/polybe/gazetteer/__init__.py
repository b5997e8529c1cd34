"""Names to places: an index of the world's places, compiled once on the user's machine."""

from .index import Gazetteer
from .names import name_key

__all__ = ["Gazetteer", "name_key"]
