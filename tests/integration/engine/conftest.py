"""Inputs of batches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.engine.batches import write_inputs


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder of nine files of a few articles each."""
    return write_inputs(tmp_path / "in")
