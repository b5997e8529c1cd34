"""Shards: the input files of a batch."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EngineError
from ..messages import Reason
from .places import beside, filesystem_of, is_address
from .staging import is_rows

if TYPE_CHECKING:
    from pyarrow.fs import FileInfo, FileSystem


@dataclass(frozen=True, slots=True)
class Shard:
    """An input file as it was when the batch began.

    ``changed`` is when it was changed, in nanoseconds.
    """

    path: str
    size: int
    changed: int

    @property
    def key(self) -> str:
        """A name for the file as it is: with another size or time it has another key."""
        return _digest(f"{self.path}\n{self.size}\n{self.changed}")

    @property
    def place(self) -> str:
        """A name for the file, however it changes."""
        return _digest(self.path)


def _digest(told: str) -> str:
    return blake2b(told.encode(), digest_size=8).hexdigest()


def find_shards(inputs: Iterable[str]) -> list[Shard]:
    """The files of inputs: those named, those in folders.  EngineError when one is not there.

    Of folders are left out what is hidden (by a first `.` or `_`) and the tables of batches.
    """
    found = {shard for named in inputs for shard in _shards_of(named)}
    return sorted(found, key=lambda shard: shard.path)


def _shards_of(named: str) -> Iterator[Shard]:
    from pyarrow.fs import FileType

    system, path = filesystem_of(named)
    (info,) = system.get_file_info([path])
    if info.type == FileType.NotFound:
        raise EngineError(Reason("engine.no_input", where=named))
    for each in [info] if info.type == FileType.File else _files_in(system, path):
        yield Shard(beside(named, each.path), each.size, each.mtime_ns or 0)


def _files_in(system: FileSystem, folder: str) -> Iterator[FileInfo]:
    from pyarrow.fs import FileSelector, FileType

    for each in system.get_file_info(FileSelector(folder, recursive=True)):
        inside = each.path[len(folder) :].strip("/")
        hidden = any(part.startswith((".", "_")) for part in inside.split("/"))
        if each.type == FileType.File and not hidden and not is_rows(inside):
            yield each


@contextmanager
def local(shard: Shard) -> Iterator[Path]:
    """The file of a shard on this machine, copied where it is on another."""
    if not is_address(shard.path):
        yield Path(shard.path)
        return
    system, path = filesystem_of(shard.path)
    with tempfile.TemporaryDirectory(prefix="polybe-shard-") as folder:
        copy = Path(folder) / Path(path).name
        with system.open_input_stream(path) as stream, copy.open("wb") as kept:
            shutil.copyfileobj(stream, kept, 2**20)
        yield copy
