"""Coded documents, their account, a situation, written out: JSON, tables, terminal, HTML.

Names are loaded when they are first used: writing JSON needs no drawing of maps.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .brief import render_brief
    from .explanation import print_explanation, print_sentences, write_explanation
    from .page import Context
    from .rows import writer_for
    from .situation_json import situation_as_json
    from .situation_page import render_situation
    from .situation_terminal import print_situation
    from .terminal import print_account

_MODULES = {
    "brief": ("render_brief",),
    "explanation": ("print_explanation", "print_sentences", "write_explanation"),
    "page": ("Context",),
    "rows": ("writer_for",),
    "situation_json": ("situation_as_json",),
    "situation_page": ("render_situation",),
    "situation_terminal": ("print_situation",),
    "terminal": ("print_account",),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

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


def __getattr__(name: str) -> object:
    """Load the module of a public name on its first use."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
    globals()[name] = value
    return value
