"""Parsing: text → sentences, tokens and dependencies.  The one place that loads a language model.

spaCy is imported only when a model is loaded, so that importing this room costs nothing.
"""

from .languages import PARSING
from .parser import Parser

__all__ = ["PARSING", "Parser"]
