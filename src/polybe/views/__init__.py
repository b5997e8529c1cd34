"""Reports as other schemes of the field tell them: PLOVER proper, CAMEO, ACLED, UCDP.

Each scheme is a table in ``tables/``: rows of conditions and values, the first that fits holds.
Names are loaded when they are first used: the command line asks for the schemes' names alone.
"""

from typing import TYPE_CHECKING

from ..lazy import loading
from .schemes import SCHEMES

if TYPE_CHECKING:
    from .table import Row, SideRow, Table, load_table
    from .view import View, view_of, views_of

_MODULES = {
    "table": ("Row", "SideRow", "Table", "load_table"),
    "view": ("View", "view_of", "views_of"),
}

__all__ = [
    "SCHEMES",
    "Row",
    "SideRow",
    "Table",
    "View",
    "load_table",
    "view_of",
    "views_of",
]

__getattr__ = loading(__name__, _MODULES)
