"""Coding at scale: many processes, many machines, one outcome."""

from .coders import CoderSettings, load_coder
from .coding import code_many
from .pool import Workers

__all__ = ["CoderSettings", "Workers", "code_many", "load_coder"]
