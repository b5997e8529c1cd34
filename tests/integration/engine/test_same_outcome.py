"""The real coder in processes of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe import app
from polybe.store import coded_documents, pending_documents

SAMPLES = Path(__file__).parents[3] / "samples" / "samples.jsonl"


@pytest.mark.model
def test_the_samples_are_coded_alike_whatever_the_number_of_workers() -> None:
    alone = list(app.code_inputs([SAMPLES]))
    assert list(app.code_inputs([SAMPLES], workers=2)) == alone
    assert list(app.code_inputs([SAMPLES], workers=3)) == alone


@pytest.mark.model
def test_a_store_is_the_same_however_many_workers_filled_it(tmp_path: Path) -> None:
    """Articles added by one process and by two."""
    outcomes = {}
    for workers in (1, 2):
        with app.open_store(tmp_path / f"{workers}.db", create=True) as store:
            list(app.add_inputs(store, [SAMPLES], workers=workers, reconcile=False))
            with store.reading() as connection:
                ids = pending_documents(connection)
                outcomes[workers] = [each.to_dict() for each in coded_documents(connection, ids)]
    assert outcomes[1] == outcomes[2]
    assert outcomes[1]
