"""English: words cut, labels made those of Universal Dependencies, and what a model gets wrong."""

from .repair import repair_sentence
from .tokenizing import teach_tokenizer

__all__ = ["repair_sentence", "teach_tokenizer"]
