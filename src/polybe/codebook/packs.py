"""Packs on disk: TOML files of the package, and a user's own laid over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import CodebookError

OWN_PACKS = Path(__file__).resolve().parent.parent / "packs"


class Entry(BaseModel):
    """Base of every table that a pack may hold: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Packs:
    """Folders of packs, the package's own first; later folders add to earlier ones."""

    folders: tuple[Path, ...] = (OWN_PACKS,)

    @classmethod
    def with_overlay(cls, overlay: Path | None) -> Packs:
        """The package's packs, with a user's folder over them when one is given.

        Raises CodebookError when the folder does not exist.
        """
        if overlay is None:
            return cls()
        if not overlay.is_dir():
            raise CodebookError(f"{overlay}: no such folder of packs")
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

    def version(self) -> str:
        """A version made of the content of every file of the packs."""
        digest = blake2b(digest_size=6)
        for folder in self.folders:
            for path in sorted(folder.rglob("*.toml")):
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()


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
        where = ".".join([key, *(str(part) for part in first["loc"])])
        raise CodebookError(f"{path}: {where}: {first['msg']}") from error


def read_entries(model: type[E], packs: Packs, place: str, key: str) -> list[E]:
    """Every `[[key]]` table of the files at `place`, checked."""
    entries: list[E] = []
    for path, tables in packs.tables(place):
        for number, data in enumerate(tables.get(key, []), 1):
            label = data.get("id") or data.get("lemma") or number
            entries.append(read_entry(model, data, path=path, key=f"{key}[{label}]"))
    return entries
