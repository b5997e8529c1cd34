"""The labels of a model of English made those of Universal Dependencies, and what it gets wrong."""

from .repair import repair_sentence

__all__ = ["repair_sentence"]
