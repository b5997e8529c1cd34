"""A codebook from the cache is the one that its packs make."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import codebook as module
from polybe.codebook import load_codebook
from polybe.codebook.packs import Packs
from polybe.errors import CodebookError

GROUP = '[[group]]\nid = "kesh"\nname = "{name}"\ncountry = "SYR"\nfr = ["Front de Kesh"]\n'


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLYBE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    """A user's folder with one armed group."""
    path = tmp_path / "mine" / "world" / "armed_groups.toml"
    path.parent.mkdir(parents=True)
    path.write_text(GROUP.format(name="Kesh Front"), encoding="utf-8")
    return tmp_path / "mine"


def test_the_kept_codebook_equals_the_one_read_from_packs(
    cache: Path, overlay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Patterns with their code, orders of entries, objects that are one and the same."""
    own, mine = load_codebook(), load_codebook(overlay=overlay)  # read from packs, and kept
    monkeypatch.setattr(module, "read_codebook", None)  # nothing is read from packs any more
    for made, folder in ((own, None), (mine, overlay)):
        found = load_codebook(overlay=folder)
        assert found == made
        assert found is not made
        assert found.version == Packs.with_overlay(folder).version()
        assert list(found.catalogue.aliases) == list(made.catalogue.aliases)
        assert list(found.language.roles) == list(made.language.roles)
    assert "kesh" in found.catalogue.actors
    assert len(list(cache.iterdir())) == 2


@pytest.mark.usefixtures("cache")
def test_a_changed_pack_is_seen_at_once(overlay: Path) -> None:
    assert load_codebook(overlay=overlay).catalogue.actors["kesh"].name == "Kesh Front"
    file = overlay / "world" / "armed_groups.toml"
    file.write_text(GROUP.format(name="Front of Kesh"), encoding="utf-8")
    assert load_codebook(overlay=overlay).catalogue.actors["kesh"].name == "Front of Kesh"
    file.write_text("[[group]]\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="armed_groups"):
        load_codebook(overlay=overlay)
    file.unlink()
    assert "kesh" not in load_codebook(overlay=overlay).catalogue.actors


def test_a_damaged_cache_is_made_anew(cache: Path) -> None:
    made = load_codebook()
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert load_codebook() == made
    assert path.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(cache: Path) -> None:
    cache.write_text("in the way")
    assert load_codebook().version == Packs().version()
