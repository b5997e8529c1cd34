"""Coded documents, their account, a situation, written out: JSON, tables, terminal, HTML."""

from .brief import render_brief
from .explanation import print_explanation, print_sentences, write_explanation
from .page import Context
from .rows import writer_for
from .situation_json import situation_as_json
from .situation_page import render_situation
from .situation_terminal import print_situation
from .terminal import print_account

__all__ = [
    "Context",
    "print_account",
    "print_explanation",
    "print_sentences",
    "print_situation",
    "render_brief",
    "render_situation",
    "situation_as_json",
    "write_explanation",
    "writer_for",
]
