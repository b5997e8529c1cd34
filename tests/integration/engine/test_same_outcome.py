"""The real coder in processes of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe import app

SAMPLES = Path(__file__).parents[3] / "samples" / "samples.jsonl"


@pytest.mark.model
def test_the_samples_are_coded_alike_whatever_the_number_of_workers() -> None:
    alone = list(app.code_inputs([SAMPLES]))
    assert list(app.code_inputs([SAMPLES], workers=2)) == alone
    assert list(app.code_inputs([SAMPLES], workers=3)) == alone
