"""Reports as other schemes of the field tell them: PLOVER proper, CAMEO, ACLED, UCDP.

Each scheme is a table in ``tables/``: rows of conditions and values, the first that fits holds.
"""

from .conditions import Condition, SideCondition
from .table import SCHEMES, Row, Table, load_table
from .view import View, view_of, views_of

__all__ = [
    "SCHEMES",
    "Condition",
    "Row",
    "SideCondition",
    "Table",
    "View",
    "load_table",
    "view_of",
    "views_of",
]
