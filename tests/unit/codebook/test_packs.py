"""Packs on disk: what is read, what is refused, and how a user's own lie over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.codebook import load_codebook
from polybe.codebook.packs import OWN_PACKS, Entry, Packs, read_entries, read_entry, read_toml
from polybe.errors import CodebookError


class Fort(Entry):
    """A table of a pack made for these tests."""

    id: str
    height: int = 0


def write(folder: Path, place: str, text: str) -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    """A place is one file or all TOML files of a folder; nothing at all is no error."""
    for name in ("b.toml", "a.toml", "notes.txt"):
        write(tmp_path, f"forts/{name}", "")
    packs = Packs((tmp_path,))
    assert [path.name for path in packs.files("forts")] == ["a.toml", "b.toml"]
    assert [path.name for path in packs.files("forts/b.toml")] == ["b.toml"]
    assert packs.files("castles") == []


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    """The error tells which file, and where in it."""
    path = write(tmp_path, "forts.toml", "[[fort]\n")
    with pytest.raises(CodebookError, match=r"forts\.toml.*line 1"):
        read_toml(path)


def test_bytes_that_are_no_utf8_name_the_file(tmp_path: Path) -> None:
    """A pack in another encoding is refused, not read wrongly."""
    path = tmp_path / "forts.toml"
    path.write_bytes('name = "é"'.encode("latin-1"))
    with pytest.raises(CodebookError, match=r"forts\.toml"):
        read_toml(path)


@pytest.mark.parametrize(
    ("line", "key"),
    [("hight = 3", "hight"), ('height = "tall"', "height")],
)
def test_an_unknown_key_or_wrong_value_names_file_entry_and_key(
    tmp_path: Path, line: str, key: str
) -> None:
    """A slip of the pen is told with its place, not passed over."""
    write(tmp_path, "forts.toml", f'[[fort]]\nid = "kesh"\n{line}\n')
    with pytest.raises(CodebookError, match=rf"forts\.toml: fort\[kesh\]\.{key}"):
        read_entries(Fort, Packs((tmp_path,)), "forts.toml", "fort")


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    """A table without what it must have."""
    with pytest.raises(CodebookError, match=r"forts\.toml: fort\.id"):
        read_entry(Fort, {}, path=tmp_path / "forts.toml", key="fort")


def test_later_folders_add_to_earlier_ones(tmp_path: Path) -> None:
    """Entries of both folders are read, the package's own first."""
    write(tmp_path, "own/forts.toml", '[[fort]]\nid = "kesh"\n')
    write(tmp_path, "mine/forts.toml", '[[fort]]\nid = "tarb"\n')
    packs = Packs((tmp_path / "own", tmp_path / "mine"))
    assert [fort.id for fort in read_entries(Fort, packs, "forts.toml", "fort")] == ["kesh", "tarb"]


def test_an_overlay_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """A wrong path is told; no overlay at all is the package alone."""
    with pytest.raises(CodebookError, match="nowhere"):
        Packs.with_overlay(tmp_path / "nowhere")
    assert Packs.with_overlay(None).folders == (OWN_PACKS,)


def test_the_version_changes_with_any_content(tmp_path: Path) -> None:
    """Same files, same version; one character more, another."""
    path = write(tmp_path, "forts.toml", "a = 1\n")
    before = Packs((tmp_path,)).version()
    assert Packs((tmp_path,)).version() == before
    path.write_text("a = 2\n", encoding="utf-8")
    assert Packs((tmp_path,)).version() != before


def test_an_overlay_adds_a_verb(tmp_path: Path) -> None:
    """A user's verb stands beside the package's, and the version tells."""
    write(
        tmp_path,
        "fr/predicates/mine.toml",
        '[[verb]]\nlemma = "kesher"\ncode = "ASSAULT"\nexample = "Il a keshé."\n',
    )
    own, mine = load_codebook("fr"), load_codebook("fr", overlay=tmp_path)
    assert "kesher" not in own.predicates.verbs
    assert [str(p.code) for p in mine.predicates.verbs["kesher"]] == ["ASSAULT"]
    assert mine.predicates.verbs["bombarder"] == own.predicates.verbs["bombarder"]
    assert mine.version != own.version
