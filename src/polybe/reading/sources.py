"""Inputs as a user names them: files, folders, patterns, addresses and standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from ..fetching import Fetch
from ..messages import Reason
from ..model import Failure
from .formats import SUFFIXES, read_source
from .formats.addresses import ask
from .peeking import counted, peek
from .records import Defaults
from .source import How, Item, Source, detail_of

STANDARD_INPUT = "-"
_WEB = ("http://", "https://")
_PATTERN = frozenset("*?[")


def read(
    source: str | Path,
    defaults: Defaults | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    follow: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[Item]:
    """The articles of one input: a file of any format, a folder, a pattern, an address, or `-`.

    Folders are read recursively.  ``columns`` maps keys of an article to a table's columns;
    ``fetch`` asks for addresses, without it they fail; ``follow`` fetches the pages that feeds link
    to.  ``progress`` is called with the bytes read of files.  A line of JSONL that is a coded
    document is given as such.  What cannot be read is a
    :class:`Failure` with its reason, in its place among the others; nothing is raised.
    """
    how = How(
        defaults=defaults or Defaults(),
        columns=columns or {},
        fetch=fetch,
        follow=follow,
        progress=progress,
    )
    yield from _read(source, how)


def read_all(
    sources: Iterable[str | Path],
    defaults: Defaults | None = None,
    *,
    columns: Mapping[str, str] | None = None,
    fetch: Fetch | None = None,
    follow: bool = False,
) -> Iterator[Item]:
    """The articles of several inputs, in order; see :func:`read`."""
    for source in sources:
        yield from read(source, defaults, columns=columns, fetch=fetch, follow=follow)


def size_of(sources: Iterable[str | Path]) -> int | None:
    """The bytes of all files that inputs name; None where that cannot be told beforehand."""
    size = 0
    for source in sources:
        if str(source) == STANDARD_INPUT or str(source).startswith(_WEB):
            return None
        path = Path(source)
        try:
            if path.is_dir():
                size += sum(each.stat().st_size for each in _files_in(path))
            elif path.exists():
                size += path.stat().st_size
            else:
                size += sum(each.stat().st_size for each in _fitting(path) if each.is_file())
        except OSError:  # which reading will tell of
            continue
    return size


def _read(source: str | Path, how: How) -> Iterator[Item]:
    named = str(source)
    if named == STANDARD_INPUT:
        yield from _read_stream(sys.stdin.buffer, STANDARD_INPUT, "", how)
    elif named.startswith(_WEB):
        yield from ask(named, named, how)
    else:
        yield from _read_path(Path(source), how)


def _read_path(path: Path, how: How) -> Iterator[Item]:
    try:
        if path.is_dir():
            yield from _read_files(_files_in(path), path, how, Reason("reading.empty_folder"))
        elif _PATTERN.intersection(str(path)) and not path.exists():
            found = sorted(_fitting(path))
            files = [each for each in found if each.is_file()]
            yield from _read_files(files, path, how, Reason("reading.no_match"))
        else:
            yield from _read_file(path, how)
    except OSError as error:  # a name too long, a folder that may not be entered
        yield Failure(str(path), Reason("reading.unreadable", detail=detail_of(error)))


def _fitting(pattern: Path) -> Iterator[Path]:
    """What fits a pattern: `news/**/*.html`."""
    parts = pattern.parts
    first = next((n for n, part in enumerate(parts) if _PATTERN.intersection(part)), None)
    if first is None:
        return
    yield from Path(*parts[:first]).glob(str(Path(*parts[first:])))


def _files_in(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def _read_files(files: list[Path], named: Path, how: How, nothing: Reason) -> Iterator[Item]:
    if not files:
        yield Failure(str(named), nothing)
    for path in files:
        yield from _read_file(path, how)


def _read_file(path: Path, how: How) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            told = counted(stream, how.progress)
            yield from _read_stream(told, str(path), path.suffix.lower(), how)
    except FileNotFoundError:
        yield Failure(str(path), Reason("reading.missing"))
    except (OSError, ValueError) as error:
        yield Failure(str(path), Reason("reading.unreadable", detail=detail_of(error)))


def _read_stream(stream: BinaryIO, name: str, suffix: str, how: How) -> Iterator[Item]:
    head, whole = peek(stream)
    yield from read_source(Source(name, whole, head, suffix), how)
