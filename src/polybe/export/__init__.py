"""Coded documents and their account, written out: JSONL, tables, the terminal, one HTML page."""

from .brief import Context, render_brief
from .rows import writer_for
from .terminal import print_account

__all__ = ["Context", "print_account", "render_brief", "writer_for"]
