"""Shards: the input files of a batch, and what is kept of each that is done."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from ..messages import Reason

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

_MANIFEST = "_manifest"
"""The folder of what is done; hidden from readers of Parquet by its first sign."""


@dataclass(frozen=True, slots=True)
class Shard:
    """An input file as it was when the batch began: another size or time is another shard.

    ``changed`` is when it was changed, in nanoseconds.
    """

    path: str
    size: int
    changed: int

    @property
    def key(self) -> str:
        """A name for it that stays the same from run to run."""
        told = f"{self.path}\n{self.size}\n{self.changed}"
        return blake2b(told.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a shard: how much of each table it gave, and why what failed did."""

    shard: Shard
    codebook: str
    rows: dict[str, int] = field(default_factory=dict)
    failures: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0


def filesystem_of(where: str) -> tuple[FileSystem, str]:
    """The file system of a path or address (`s3://…`), and the path in it.

    Raises EngineError when there is none for it.
    """
    from pyarrow.fs import FileSystem, LocalFileSystem

    if "://" not in where:
        return LocalFileSystem(), str(Path(where).resolve())
    try:
        found: tuple[FileSystem, str] = FileSystem.from_uri(where)
    except (ValueError, OSError) as error:
        raise EngineError(Reason("engine.no_place", where=where, detail=str(error))) from error
    return found


def find_shards(inputs: list[str]) -> list[Shard]:
    """The files of inputs: those named, those in folders.  EngineError when one is not there."""
    from pyarrow.fs import FileSelector, FileType

    found = []
    for named in inputs:
        system, path = filesystem_of(named)
        (info,) = system.get_file_info([path])
        if info.type == FileType.NotFound:
            raise EngineError(Reason("engine.no_input", where=named))
        infos = [info]
        if info.type == FileType.Directory:
            infos = system.get_file_info(FileSelector(path, recursive=True))
        prefix = named[: named.index("://") + 3] if "://" in named else ""
        found += [
            Shard(f"{prefix}{each.path}", each.size, each.mtime_ns or 0)
            for each in infos
            if each.type == FileType.File and not each.base_name.startswith((".", "_"))
        ]
    return sorted(set(found), key=lambda shard: shard.path)


@contextmanager
def local(shard: Shard) -> Iterator[Path]:
    """The file of a shard on this machine, copied where it is on another."""
    if "://" not in shard.path:
        yield Path(shard.path)
        return
    system, path = filesystem_of(shard.path)
    with tempfile.TemporaryDirectory(prefix="polybe-shard-") as folder:
        copy = Path(folder) / Path(path).name
        with system.open_input_stream(path) as stream, copy.open("wb") as kept:
            shutil.copyfileobj(stream, kept, 2**20)
        yield copy


def keep_done(out: str, done: Done) -> None:
    """Note that a shard is done; its rows count from now on."""
    system, path = filesystem_of(out)
    system.create_dir(f"{path}/{_MANIFEST}", recursive=True)
    with system.open_output_stream(f"{path}/{_MANIFEST}/{done.shard.key}.json") as stream:
        stream.write(json.dumps(asdict(done), indent=2).encode())


def done_in(out: str) -> dict[str, Done]:
    """What is done in a folder, by the keys of shards."""
    from pyarrow.fs import FileSelector

    system, path = filesystem_of(out)
    selector = FileSelector(f"{path}/{_MANIFEST}", allow_not_found=True)
    found = {}
    for info in system.get_file_info(selector):
        with system.open_input_stream(info.path) as stream:
            told = _read(bytes(stream.read()))
        if told is not None:
            found[told.shard.key] = told
    return found


def _read(data: bytes) -> Done | None:
    """A manifest; None for one that was cut off while it was written."""
    try:
        told: dict[str, Any] = json.loads(data)
        return Done(**{**told, "shard": Shard(**told["shard"])})
    except (ValueError, KeyError, TypeError):
        return None
