"""Keeping a value between runs, in a file that may vanish or break without harm.

The files are pickles, which can call anything; these cannot: the reader knows only the classes of
one package of Polybe, which hold data, and compiled patterns (see :class:`_Reader`).  So it does
not matter for safety who could write to the folder, though files are readable by their owner only.
"""

from __future__ import annotations

import copyreg
import gc
import io
import os
import pickle
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from .folder import cache_folder
from .patterns import freeze, interpreter, thaw

T = TypeVar("T")

_FORM = 1
"""Raised whenever the form of the files changes."""

_CHECK = 16
"""Bytes at the beginning of a file by which the rest is known to be whole."""

_MOST = 8
"""Files of one name that are kept; those longest unused are removed when there are more."""

_UNREADABLE = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)
"""What reading a pickle of another form may raise."""


def kept(name: str, version: str, make: Callable[[], T], *, package: str) -> T:
    """What `make` gives: read from the cache where it was kept, else made and kept.

    `version` names all that the value is made of; another version is another file.  The value is
    plain data, patterns, and classes defined in modules of `package`.  What `make` raises passes
    through; a cache that is missing, damaged or read-only only costs the time of making.
    """
    key = blake2b(f"{_FORM} {version} {interpreter()}".encode(), digest_size=8).hexdigest()
    path = cache_folder() / f"{name}-{key}.pickle"
    with _uncollected():
        found: list[T] = _read(path, package)
    if found:
        with suppress(OSError):
            os.utime(path)
        return found[0]
    value = make()
    with suppress(OSError):
        _write(path, _dump(value))
        _forget_unused(path.parent, name)
    return value


class _Writer(pickle.Pickler):
    """Writes data as ever, and patterns with their code."""

    dispatch_table = copyreg.dispatch_table | {
        re.Pattern: lambda pattern: (thaw, freeze(pattern)),
    }


class _Reader(pickle.Unpickler):
    """Reads data and calls nothing but classes of `package` and `thaw`."""

    def __init__(self, file: io.BytesIO, package: str) -> None:
        super().__init__(file)
        self._package = package

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == (thaw.__module__, thaw.__name__):
            return thaw
        if module == self._package or module.startswith(f"{self._package}."):
            found = getattr(import_module(module), name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no class of {self._package}")


def _dump(value: object) -> bytes:
    file = io.BytesIO()
    _Writer(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


def _read(path: Path, package: str) -> list[T]:
    """The value in a file, alone in a list; nothing when there is none to be had."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    check, body = content[:_CHECK], content[_CHECK:]
    if check != _sum(body):
        return []
    try:
        return [_Reader(io.BytesIO(body), package).load()]
    except _UNREADABLE:
        return []


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECK).digest()


def _write(path: Path, body: bytes) -> None:
    """Write a file of one's own, then rename it: no reader sees half, and the later writer wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_sum(body) + body)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _forget_unused(folder: Path, name: str) -> None:
    files = sorted(folder.glob(f"{name}-*.pickle"), key=lambda path: path.stat().st_mtime)
    for path in files[:-_MOST]:
        path.unlink(missing_ok=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Inside, no garbage is collected: reading makes many objects and no garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
