"""From parsed sentences to mentions and reports: pure, no model loaded, no file opened."""

from .coder import Coder, CoderOf, code, code_many, code_parsed
from .explaining import explain
from .explanation import Explanation
from .relevance import Relevance

__all__ = [
    "Coder",
    "CoderOf",
    "Explanation",
    "Relevance",
    "code",
    "code_many",
    "code_parsed",
    "explain",
]
