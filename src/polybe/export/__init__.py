"""Coded documents and their account, written out: JSONL, tables, the terminal, one HTML page."""

from .brief import Context, render_brief
from .explanation import print_explanation, print_sentences, write_explanation
from .rows import writer_for
from .terminal import print_account

__all__ = [
    "Context",
    "print_account",
    "print_explanation",
    "print_sentences",
    "render_brief",
    "write_explanation",
    "writer_for",
]
