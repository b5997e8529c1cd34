"""What is to be coded, read off files and the web."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Document

if TYPE_CHECKING:
    from ..fetching import Fetcher
    from ..reading import Defaults, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How the web is asked.

    ``archive`` is the folder in which what it answers is kept as WARC, ``state`` that in which is
    remembered what there was; None: neither.  ``delay`` are the seconds between two requests to one
    host.  Machines that are not of the public internet are asked with ``allow_private`` alone.
    """

    archive: Path | None = None
    state: Path | None = None
    allow_private: bool = False
    delay: float = 1.0


def open_web(web: Web) -> Fetcher:
    """The web, to be asked within a ``with``.

    Left without an exception, all that it gave counts as done with.  Raises FetchingError when
    archive or state cannot be had.
    """
    from .. import __version__
    from ..fetching import Fetcher
    from ..fetching.archive import Archive

    software = f"Polybe/{__version__}"
    return Fetcher(
        software=software,
        delay=web.delay,
        allow_private=web.allow_private,
        archive=Archive(web.archive, software=software) if web.archive else None,
        state=web.state,
    )


def read_items(
    sources: Iterable[str | Path],
    defaults: Defaults | None,
    columns: Mapping[str, str] | None,
    fetch: Fetcher | None,
    follow: bool,
    progress: Callable[[int], None] | None,
) -> Iterator[Item]:
    """What sources give; where the web is archived, each document is traced to its page."""
    from ..reading import read

    for source in sources:
        for item in read(
            source, defaults, columns=columns, fetch=fetch, follow=follow, progress=progress
        ):
            if fetch and isinstance(item, Document):
                fetch.trace(item.id, (item.url if follow else None) or str(source))
            yield item


def input_size(sources: Iterable[str | Path]) -> int | None:
    """The bytes of the files that inputs name; None where that cannot be told beforehand."""
    from ..reading import size_of

    return size_of(sources)
