"""By what the workers of this machine or another code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine import CoderSettings


def coder_settings(codebook: Path | None, gate: bool) -> CoderSettings:
    """The settings of a coder with a folder of packs laid over Polybe's own, or none."""
    from ..engine import CoderSettings

    return CoderSettings(codebook=codebook, gate=gate)
