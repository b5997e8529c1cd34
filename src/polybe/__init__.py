"""Polybe reads the news of conflicts and politics and codes what it says.

>>> import polybe
>>> coded = polybe.code("L'armée a repris la ville.", published="2016-12-10")  # doctest: +SKIP
>>> [(report.kind, report.type) for report in coded.reports]  # doctest: +SKIP
[('control', 'GAINS')]

Names are loaded when they are first used, so that importing Polybe costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import loading

if TYPE_CHECKING:
    from .account import Account, account_of
    from .app import brief, code, code_documents, code_inputs, load_coder
    from .errors import PolybeError
    from .model import (
        ActorMention,
        CodedDocument,
        Document,
        Failure,
        FigureMention,
        LeftOut,
        PlaceMention,
        Report,
        TimeMention,
    )
    from .reading import Defaults, read, read_all
    from .scoring import score
    from .views import View, view_of, views_of

__version__ = "0.1.0"

_ROOMS = {
    "account": ("Account", "account_of"),
    "app": ("brief", "code", "code_documents", "code_inputs", "load_coder"),
    "errors": ("PolybeError",),
    "model": (
        "ActorMention",
        "CodedDocument",
        "Document",
        "Failure",
        "FigureMention",
        "LeftOut",
        "PlaceMention",
        "Report",
        "TimeMention",
    ),
    "reading": ("Defaults", "read", "read_all"),
    "scoring": ("score",),
    "views": ("View", "view_of", "views_of"),
}

__all__ = [
    "Account",
    "ActorMention",
    "CodedDocument",
    "Defaults",
    "Document",
    "Failure",
    "FigureMention",
    "LeftOut",
    "PlaceMention",
    "PolybeError",
    "Report",
    "TimeMention",
    "View",
    "__version__",
    "account_of",
    "brief",
    "code",
    "code_documents",
    "code_inputs",
    "load_coder",
    "read",
    "read_all",
    "score",
    "view_of",
    "views_of",
]

__getattr__ = loading(__name__, _ROOMS)


def __dir__() -> list[str]:
    return __all__
