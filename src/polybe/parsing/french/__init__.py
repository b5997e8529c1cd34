"""French: how it is cut into words, and what a model regularly gets wrong in the news."""

from .repair import repair_sentence
from .tokenizing import teach_tokenizer

__all__ = ["repair_sentence", "teach_tokenizer"]
