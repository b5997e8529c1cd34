"""By what articles are coded: the languages there are, the settings of workers."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine import CoderSettings


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be coded, by code: those whose model is installed."""
    from ..parsing import PARSING

    return tuple(code for code, parsing in PARSING.items() if find_spec(parsing.model))


def coder_settings(codebook: Path | None, gate: bool) -> CoderSettings:
    """The settings of a coder with a folder of packs laid over Polybe's own, or none."""
    from ..engine import CoderSettings

    return CoderSettings(codebook=codebook, gate=gate)
