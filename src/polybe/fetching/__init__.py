"""Addresses to pages: what the web answers, fetched politely and kept as evidence.

The fetcher is loaded when it is first asked for: reading a file needs no part of the web.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .pages import Fetch, Page

if TYPE_CHECKING:
    from .fetcher import Fetcher
    from .limits import Limits

_MODULE_OF = {"Fetcher": "fetcher", "Limits": "limits"}

__all__ = ["Fetch", "Fetcher", "Limits", "Page"]


def __getattr__(name: str) -> object:
    """Load the module of a name on its first use."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
    globals()[name] = value
    return value
