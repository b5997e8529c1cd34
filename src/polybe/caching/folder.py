"""Where Polybe keeps what it compiles."""

from __future__ import annotations

import os
from pathlib import Path

CACHE_VARIABLE = "POLYBE_CACHE"


def cache_folder() -> Path:
    """Where compiled files are kept: $POLYBE_CACHE, else polybe in the user's cache (XDG)."""
    own = os.environ.get(CACHE_VARIABLE)
    if own:
        return Path(own)
    shared = os.environ.get("XDG_CACHE_HOME")
    return (Path(shared) if shared else Path.home() / ".cache") / "polybe"
