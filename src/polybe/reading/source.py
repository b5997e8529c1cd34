"""A source: a stream of bytes with its name, and how it is to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from ..errors import ReadingError
from ..fetching import Fetch
from ..messages import Reason
from ..model import CodedDocument, Document, Failure
from .articles import check_article
from .records import Defaults

Item = Document | CodedDocument | Failure

HEAD = 65_536
"""So many bytes tell the format."""

MOST = 32 * 2**20
"""Bytes of the largest file that is one article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How sources are read.

    ``columns`` maps the keys of an article (see ``records.KEYS``) to the names of a table's
    columns.  ``fetch`` asks for addresses, None where the web is not to be asked; ``follow`` tells
    to fetch the pages that feeds and lists of addresses lead to, over so many ``hops`` (a list, a
    feed that it names, an article) and no more.  ``progress`` is called with the number of bytes
    that were read of a file since the last call.
    """

    defaults: Defaults = field(default_factory=Defaults)
    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: Fetch | None = None
    follow: bool = False
    hops: int = 2
    progress: Callable[[int], None] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A stream to be read from its beginning.

    ``name`` is what failures are told by, ``suffix`` the ending of its file with its dot, lower
    case.  ``head`` are the first bytes, which ``stream`` gives again.  ``url`` is the address that
    it came from and ``charset`` the encoding told with it, None where there is none.  ``depth``
    counts the archives that it lies in.
    """

    name: str
    stream: BinaryIO
    head: bytes
    suffix: str = ""
    url: str | None = None
    charset: str | None = None
    depth: int = 0

    def all(self, most: int = MOST) -> bytes:
        """Everything in it; ReadingError when that is more than ``most`` bytes."""
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise ReadingError(Reason("reading.too_large", most=most // 2**20))
        return data


Read = Callable[[Source, How], Iterator[Item]]


def article_or_failure(make: Callable[[], Document], source: Source, how: How) -> Item:
    """One article of a source, checked, or why there is none."""
    try:
        return check_article(make(), how.defaults.languages)
    except ReadingError as error:
        return Failure(source.name, reason_of(error))


def reason_of(error: ReadingError) -> str:
    """What the error holds, kept as a Reason so that it can be told in any language."""
    reason = error.args[0]
    return reason if isinstance(reason, str) else str(reason)


def detail_of(error: Exception) -> str:
    """What an error of a library or of the system says, in one line."""
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(told.split())[:200] or type(error).__name__
