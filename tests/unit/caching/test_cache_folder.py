"""Where compiled files are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.caching import cache_folder


def test_the_cache_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """$POLYBE_CACHE goes before $XDG_CACHE_HOME, which goes before ~/.cache."""
    monkeypatch.delenv("POLYBE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/shared")
    assert cache_folder() == Path("/shared/polybe")
    monkeypatch.setenv("POLYBE_CACHE", "/own")
    assert cache_folder() == Path("/own")
    monkeypatch.delenv("POLYBE_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_folder() == Path.home() / ".cache" / "polybe"
