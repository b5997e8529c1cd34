"""Parsing: text → sentences, tokens and dependencies.  The one place that loads a language model.

spaCy is imported only when a model is loaded, so that importing this room costs nothing.
"""

from .parser import DEFAULT_MODEL, Parser

__all__ = ["DEFAULT_MODEL", "Parser"]
