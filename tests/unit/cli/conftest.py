"""The command line with a coder that finds nothing: what is tested here is all around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from polybe import app
from polybe.messages import Reason
from polybe.model import CodedDocument, Document, Failure, LeftOut


@pytest.fixture(autouse=True)
def _coder_that_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def code_documents(
        documents: Iterable[Document], *, gate: bool = False, **_: Any
    ) -> Iterator[CodedDocument | Failure]:
        for document in documents:
            if gate and "recette" in document.text:
                yield LeftOut(document.id, Reason("relevance.other", words="recette"), document.id)
            elif "indicible" in document.text:
                yield Failure(document.id, "cannot be parsed", document.id)
            else:
                yield CodedDocument(document, (), ())

    for home in (app, app.coding):
        monkeypatch.setattr(home, "code_documents", code_documents)
    monkeypatch.setenv("LC_ALL", "C")
