"""What is kept of each shard that is done, by which it is told whose rows count.

The manifest of an input file has one name however often the file changes, and is replaced as a
whole: at that moment the files that it names begin to count, and those that it named before cease.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from .places import filesystem_of, put
from .shards import Shard
from .staging import is_rows
from .tables import COLUMNS

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

_MANIFEST = "_manifest"
"""The folder of what is done; hidden from readers of Parquet by its first sign."""

_AT_ONCE = 32
"""Manifests that are read at one time."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a shard: how much of each table it gave, and why what failed did.

    ``files`` are those that hold its rows, by their paths in the folder of the tables.
    """

    shard: Shard
    codebook: str
    rows: dict[str, int] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    files: list[str] = field(default_factory=list)


def keep_done(out: str, done: Done) -> None:
    """Note that a shard is done: its rows count from now on, and older ones of its file go.

    Where the same shard is done already, by a machine that was only thought to be lost, these go.
    """
    system, root = filesystem_of(out)
    path = f"{root}/{_MANIFEST}/{done.shard.place}.json"
    before = _read(system, path)
    if before and before.shard == done.shard and _are_there(system, root, before.files):
        _remove(system, root, done.files)
        return
    put(system, path, io.BytesIO(json.dumps(asdict(done), indent=2).encode()))
    _remove(system, root, set(before.files if before else ()) - set(done.files))


def done_in(out: str) -> list[Done]:
    """What is done in a folder."""
    from pyarrow.fs import FileSelector

    system, root = filesystem_of(out)
    infos = system.get_file_info(FileSelector(f"{root}/{_MANIFEST}", allow_not_found=True))
    paths = [info.path for info in infos if info.extension == "json"]
    with ThreadPoolExecutor(_AT_ONCE) as threads:  # each waits for its answer from object storage
        return [done for done in threads.map(partial(_read, system), paths) if done]


def sweep(out: str, done: Iterable[Done]) -> None:
    """Remove the rows that no manifest names: what was cut off has left."""
    from pyarrow.fs import FileSelector

    system, root = filesystem_of(out)
    named = {name for each in done for name in each.files}
    for table in COLUMNS:
        selector = FileSelector(f"{root}/{table}", recursive=True, allow_not_found=True)
        there = {info.path[len(root) + 1 :] for info in system.get_file_info(selector)}
        _remove(system, root, {name for name in there - named if is_rows(name)})


def _are_there(system: FileSystem, root: str, names: Iterable[str]) -> bool:
    from pyarrow.fs import FileType

    infos = system.get_file_info([f"{root}/{name}" for name in names])
    return all(info.type == FileType.File for info in infos)


def _remove(system: FileSystem, root: str, names: Iterable[str]) -> None:
    for name in names:
        with suppress(FileNotFoundError):
            system.delete_file(f"{root}/{name}")


def _read(system: FileSystem, path: str) -> Done | None:
    """A manifest; None where there is none that can be understood."""
    try:
        with system.open_input_stream(path) as stream:
            told: dict[str, Any] = json.loads(bytes(stream.read()))
        return Done(**{**told, "shard": Shard(**told["shard"])})
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
