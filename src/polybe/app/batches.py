"""Many files coded into tables."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .settings import coder_settings

if TYPE_CHECKING:
    from ..engine.batch import BatchReport
    from ..engine.manifests import Done

logger = logging.getLogger(__name__)


def run_batch(
    inputs: Iterable[str],
    out: str,
    *,
    codebook: Path | None = None,
    gate: bool = True,
    engine: str = "processes",
    workers: int = 1,
    address: str | None = None,
    timeout: float | None = None,
    progress: Callable[[Done], None] | None = None,
) -> BatchReport:
    """Code many files into Parquet tables; see :func:`polybe.engine.batch.run_batch`."""
    from ..engine.batch import run_batch

    settings = coder_settings(codebook, gate)
    settings.prepare(logger.info)
    if engine == "ray":
        settings = settings.packed()
    return run_batch(
        inputs,
        out,
        settings,
        engine=engine,
        workers=workers,
        address=address,
        timeout=timeout,
        progress=progress,
    )
