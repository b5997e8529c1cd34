"""Addresses to pages: what the web answers, fetched politely and kept as evidence.

The fetcher is loaded when it is first asked for: reading a file needs no part of the web.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import loading
from .pages import Fetch, Page

if TYPE_CHECKING:
    from .fetcher import Fetcher
    from .limits import Limits

__all__ = ["Fetch", "Fetcher", "Limits", "Page"]

__getattr__ = loading(__name__, {"fetcher": ("Fetcher",), "limits": ("Limits",)})
