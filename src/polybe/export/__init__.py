"""Coded documents, their account, a situation, written out: JSON, tables, terminal, HTML.

Names are loaded when they are first used: writing JSON needs no drawing of maps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import loading

if TYPE_CHECKING:
    from .brief import render_brief
    from .explanation import print_explanation, print_sentences, write_explanation
    from .page import Context
    from .rows import writer_for
    from .situation_json import situation_as_json
    from .situation_page import render_situation
    from .situation_terminal import print_situation
    from .terminal import print_account
    from .views import view_writer

_MODULES = {
    "brief": ("render_brief",),
    "explanation": ("print_explanation", "print_sentences", "write_explanation"),
    "page": ("Context",),
    "rows": ("writer_for",),
    "situation_json": ("situation_as_json",),
    "situation_page": ("render_situation",),
    "situation_terminal": ("print_situation",),
    "terminal": ("print_account",),
    "views": ("view_writer",),
}

__all__ = [
    "Context",
    "print_account",
    "print_explanation",
    "print_sentences",
    "print_situation",
    "render_brief",
    "render_situation",
    "situation_as_json",
    "view_writer",
    "write_explanation",
    "writer_for",
]

__getattr__ = loading(__name__, _MODULES)
