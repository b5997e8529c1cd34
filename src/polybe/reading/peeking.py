"""A stream whose first bytes are looked at before it is read."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable
from typing import IO, BinaryIO, cast

from .source import HEAD

_IN_MEMORY = 16 * 2**20


class Counted(io.RawIOBase):
    """A file that tells how many bytes were read of it, each once however often."""

    def __init__(self, stream: BinaryIO, told: Callable[[int], None]) -> None:
        self._stream = stream
        self._told = told
        self._furthest = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """As the file is."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the file."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """The place in the file."""
        return self._stream.tell()

    def readinto(self, buffer: object) -> int:
        """Fill a buffer."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        view[: len(data)] = data
        place = self._stream.tell()
        if place > self._furthest:
            self._told(place - self._furthest)
            self._furthest = place
        return len(data)


def counted(stream: BinaryIO, told: Callable[[int], None] | None) -> BinaryIO:
    """The file, telling how many bytes are read of it where anybody wants to know."""
    if told is None:
        return stream
    return cast(BinaryIO, io.BufferedReader(Counted(stream, told), HEAD))


class _Forward:
    """A stream in which one cannot go back."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.read = stream.read

    def seekable(self) -> bool:
        """Never."""
        return False


def forward_only(stream: IO[bytes]) -> BinaryIO:
    """The stream without going back in it, which is dear in an archive."""
    return cast(BinaryIO, _Forward(stream))


class Peeked(io.RawIOBase):
    """A stream that gives what was read of it to look at, and then the rest."""

    def __init__(self, stream: BinaryIO, head: bytes) -> None:
        self._stream = stream
        self._head = head

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer from the head, then from the stream."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._head[: len(view)] if self._head else self._stream.read(len(view))
        self._head = self._head[len(data) :]
        view[: len(data)] = data
        return len(data)


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that begins with them."""
    if stream.seekable():
        position = stream.tell()
        head = stream.read(HEAD)
        stream.seek(position)
        return head, stream
    head = b""
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    return head, cast(BinaryIO, io.BufferedReader(Peeked(stream, head), HEAD))


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream, in a temporary file where one cannot go back in it."""
    if stream.seekable():
        return stream
    kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed with its last use
    shutil.copyfileobj(stream, kept, 2**20)
    kept.seek(0)
    return cast(BinaryIO, kept)
