"""Where the data goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from ..errors import OutputError
from ..messages import Reason


@contextmanager
def open_output(name: str | None) -> Iterator[TextIO]:
    """A stream to write data to; standard output for None and `-`.

    A file is written beside its place and put there at the end, so that an input may be its own
    output and a broken run destroys nothing.  Raises OutputError, before anything is written,
    when the place cannot be written to.
    """
    if name in (None, "-"):
        yield sys.stdout
        return
    path = Path(str(name))
    if path.exists() and not path.is_file() and not path.is_dir():
        with _opened(path, path) as stream:  # a pipe or a device takes the data as it comes
            yield stream
        return
    draft = _draft_for(path)
    try:
        with _opened(draft, path) as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_bytes(name: str, data: bytes) -> None:
    """Write bytes to a file, or to standard output for `-`; OutputError where that cannot be."""
    if name == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise _unwritable(Path(name), error) from error


def _draft_for(path: Path) -> Path:
    try:
        if path.is_dir():
            raise IsADirectoryError(21, os.strerror(21))
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, os.strerror(13))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.fchmod(handle, mode)
        os.close(handle)
    except OSError as error:
        raise _unwritable(path, error) from error
    return Path(draft)


def _opened(path: Path, asked: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _unwritable(asked, error) from error


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(Reason("output.unwritable", path=path, detail=error.strerror or str(error)))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
