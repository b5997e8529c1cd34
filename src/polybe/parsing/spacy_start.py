"""Importing spaCy without its command line, which brings HTTP clients and a project tool along."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_PACKAGE, _MODULE = "spacy.cli", "spacy.cli.info"


@contextmanager
def without_commands() -> Iterator[None]:
    """Inside, the first import of spaCy leaves its command line out: a quarter of the time.

    ``spacy.info`` works as ever, and ``spacy.cli`` can be imported afterwards: the stand-ins are
    taken away at the end.
    """
    if "spacy" in sys.modules or _PACKAGE in sys.modules:
        yield
        return
    package, module = ModuleType(_PACKAGE), ModuleType(_MODULE)
    package.__path__ = []
    module.info = _info  # type: ignore[attr-defined]
    sys.modules |= {_PACKAGE: package, _MODULE: module}
    try:
        yield
    finally:
        for name in (_PACKAGE, _MODULE):
            sys.modules.pop(name, None)


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)
