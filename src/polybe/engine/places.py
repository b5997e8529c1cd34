"""Places on this machine and addresses on others (`s3://…`), read and written alike."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

from ..errors import EngineError
from ..messages import Reason

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

ASIDE = ".part"
"""What a file's name ends with while it is being written."""


def is_address(where: str) -> bool:
    """Whether it is an address, and no path of this machine."""
    return "://" in where


def filesystem_of(where: str) -> tuple[FileSystem, str]:
    """The file system of a path or address, and the path in it.

    Raises EngineError when there is none for it.
    """
    from pyarrow.fs import FileSystem, LocalFileSystem

    if not is_address(where):
        return LocalFileSystem(), str(Path(where).resolve())
    try:
        found: tuple[FileSystem, str] = FileSystem.from_uri(where)
    except (ValueError, OSError) as error:
        raise EngineError(Reason("engine.no_place", where=where, detail=str(error))) from error
    return found


def beside(where: str, path: str) -> str:
    """What is named by another path in the file system of a path or address."""
    if not is_address(where):
        return path
    scheme, rest = where.split("://", 1)
    question, query = rest.partition("?")[1:]
    return f"{scheme}://{quote(path)}{question}{query}"


def put(system: FileSystem, path: str, source: IO[bytes]) -> None:
    """Write a file of which nobody ever finds a part, also where one of that name is.

    Object storage shows a file when all of it is there; on a disk it is written aside and renamed.
    """
    if system.type_name != "local":
        with system.open_output_stream(path) as target:
            shutil.copyfileobj(source, target, 2**20)
        return
    there = Path(path)
    there.parent.mkdir(parents=True, exist_ok=True)
    aside = there.with_name(f".{there.name}{ASIDE}")
    with aside.open("wb") as target:
        shutil.copyfileobj(source, target, 2**20)
        target.flush()
        os.fsync(target.fileno())
    aside.replace(there)
