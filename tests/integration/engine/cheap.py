"""A coder that costs nothing but time, for the engines to be tested by."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from polybe.engine.coders import Code
from polybe.model import CodedDocument, Document


@dataclass(frozen=True)
class Cheap:
    """Settings of a coder that takes so many seconds a document, and dies or hangs over some."""

    seconds: float = 0.0
    codebook: str = "cheap"
    gate: bool = False

    def load(self) -> Code:
        """The coder."""
        return partial(code, seconds=self.seconds)

    def version(self) -> str:
        """The version of its codebook."""
        return self.codebook


def code(documents: Iterable[Document], seconds: float = 0.0) -> Iterator[CodedDocument]:
    """Documents without mentions and reports."""
    for document in documents:
        if "tue le codeur" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(3_600 if "arrête le codeur" in document.text else seconds)
        yield CodedDocument(document, (), ())
