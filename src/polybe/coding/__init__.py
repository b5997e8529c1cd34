"""From parsed sentences to mentions and reports: pure, no model loaded, no file opened."""

from .coder import Coder, code, code_many, code_parsed

__all__ = ["Coder", "code", "code_many", "code_parsed"]
