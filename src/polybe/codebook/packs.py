"""Packs on disk: TOML files of the package, and a user's own laid over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import CodebookError

OWN_PACKS = Path(__file__).resolve().parent.parent / "packs"

_PARSERS_OWN = frozenset({"parsing.toml", "lemmas.toml"})
"""Files that the parser reads by itself, and only the package's."""

Name = Annotated[str, Field(pattern=r"\w")]
"""A word or phrase by which something is found; it holds a letter at least."""


class Entry(BaseModel):
    """Base of every table that a pack may hold: unknown keys are errors.

    What checks a table is built when the first is checked; a kept codebook has none to check.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Packs:
    """Folders of packs, the package's own first; later folders add to earlier ones."""

    folders: tuple[Path, ...] = (OWN_PACKS,)

    @classmethod
    def with_overlay(cls, overlay: Path | None) -> Packs:
        """The package's packs, with a user's folder over them when one is given.

        Raises CodebookError when the folder does not exist, or holds a TOML file that nothing
        reads, since what it says would be lost without a word.
        """
        if overlay is None:
            return cls()
        if not overlay.is_dir():
            raise CodebookError(f"{overlay}: no such folder of packs")
        for path in sorted(overlay.rglob("*.toml")):
            if not _is_place(path.relative_to(overlay)):
                raise CodebookError(f"{path}: no file of packs is read from this place")
        return cls((OWN_PACKS, overlay))

    def files(self, place: str) -> list[Path]:
        """The TOML files at `place` (a file or a folder of files), folder by folder."""
        found: list[Path] = []
        for folder in self.folders:
            path = folder / place
            if path.is_dir():
                found.extend(sorted(path.glob("*.toml")))
            elif path.is_file():
                found.append(path)
        return found

    def tables(self, place: str) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Each file at `place` with its parsed TOML; CodebookError names a broken one."""
        for path in self.files(place):
            yield path, read_toml(path)

    def topmost(self, model: type[E], place: str) -> tuple[Path, E]:
        """The last folder's file at `place`, checked: it stands in the place of those before it.

        Raises CodebookError when there is none, and names file and key at fault when it is wrong.
        """
        files = self.files(place)
        if not files:
            raise CodebookError(f"{place}: no such pack")
        path = files[-1]
        return path, read_entry(model, read_toml(path), path=path, key=path.stem)

    def version(self) -> str:
        """A version made of the content of every file of the packs."""
        digest = blake2b(digest_size=6)
        for folder in self.folders:
            for path in sorted(folder.rglob("*.toml")):
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()


def _is_place(place: Path) -> bool:
    """Whether a user's file at a place is read: the package has one, or a folder of them, there."""
    folder = OWN_PACKS / place.parent
    if place.parent.name in ("plover", "predicates"):
        return folder.is_dir()
    return (folder / place.name).is_file() and place.name not in _PARSERS_OWN


def told(path: Path) -> str:
    """A pack's file as people know it: from the package's packs on, a user's as he named it."""
    return path.relative_to(OWN_PACKS).as_posix() if OWN_PACKS in path.parents else str(path)


def read_toml(path: Path) -> dict[str, Any]:
    """Parse a TOML file; CodebookError names the file and what is wrong with it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise CodebookError(f"{path}: {error}") from error


def read_entry(model: type[E], data: object, *, path: Path, key: str) -> E:
    """Check one table against its model; CodebookError names file and key."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(filter(None, [key, *(str(part) for part in first["loc"])]))
        raise CodebookError(f"{path}: {where}: {first['msg']}") from error


def read_entries(
    model: type[E], packs: Packs, place: str, key: str, ids: dict[str, Path] | None = None
) -> list[E]:
    """Every `[[key]]` table of the files at `place`, checked.

    No two may have one id; `ids` remembers which file has which, from one place to the next.
    Raises CodebookError naming file and key, both files where ids clash.
    """
    entries: list[E] = []
    ids = {} if ids is None else ids
    for path, data in packs.tables(place):
        for number, table in enumerate(tables_of(data, key, path=path), 1):
            label = f"{key}[{table.get('id') or number}]"
            entries.append(read_entry(model, table, path=path, key=label))
            _claim(table.get("id"), ids, path, label)
    return entries


def tables_of(
    data: Mapping[str, Any], key: str, *, path: Path, beside: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """The `[[key]]` tables of a file, which holds no other key but those `beside`."""
    if unknown := set(data) - {key, *beside}:
        raise CodebookError(f"{path}: unknown key {min(unknown)!r}")
    tables = data.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise CodebookError(f"{path}: {key}: tables headed [[{key}]] are wanted")
    return tables


def _claim(given: str | None, ids: dict[str, Path], path: Path, label: str) -> None:
    if given is None:
        return
    if given in ids:
        raise CodebookError(f"{path}: {label}: the id {given!r} is taken in {ids[given]}")
    ids[given] = path


def read_laid_over(model: type[E], packs: Packs, place: str) -> E:
    """The one table at `place`, the lists of a later folder's file added to the earlier ones'.

    Raises CodebookError when there is no such file, and when a later one sets a single value anew.
    """
    entry: E | None = None
    merged: dict[str, Any] = {}
    for path, data in packs.tables(place):
        merged = _laid_over(merged, data, path, "")
        entry = read_entry(model, merged, path=path, key="")
    if entry is None:
        raise CodebookError(f"{place}: no such file in the packs")
    return entry


def _laid_over(
    below: dict[str, Any], above: dict[str, Any], path: Path, where: str
) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        if known is None:
            merged[key] = value
        elif isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _laid_over(known, value, path, f"{where}{key}.")
        elif isinstance(known, list) and isinstance(value, list):
            merged[key] = known + value
        else:
            raise CodebookError(f"{path}: {where}{key}: only lists can be added to")
    return merged
