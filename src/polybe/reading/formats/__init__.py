"""The formats that are read: which one a source has, told by its content, then by its suffix.

To add one: a module with its reader, and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from ...messages import Reason
from ...model import Failure
from ..source import How, Item, Read, Source, detail_of
from . import signs


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how its first bytes (and, where they do not tell, its suffix) are known.

    ``module`` has the function ``read``; it is imported when such a source is met, since libraries
    take their time.
    """

    module: str
    is_one: Callable[[Source], bool]

    @property
    def reader(self) -> Read:
        """What reads a source of this format."""
        read: Read = import_module(f".{self.module}", __name__).read
        return read


FORMATS = (
    Format("warc", signs.is_warc),
    Format("gzipped", signs.is_gzip),
    Format("zipped", signs.is_zip),
    Format("pdf", signs.is_pdf),
    Format("parquet", signs.is_parquet),
    Format("jsonl", signs.is_jsonl),
    Format("feed", signs.is_feed),
    Format("html", signs.is_html),
    Format("mail", signs.is_mail),
    Format("addresses", signs.is_addresses),
    Format("table", signs.is_table),
    Format("text", lambda _: True),
)
"""Those known by surer signs come first."""

SUFFIXES = frozenset(
    ".txt .jsonl .ndjson .html .htm .xhtml .pdf .docx .odt .eml .csv .tsv .rss .atom .xml .warc"
    " .wacz .zip .gz .parquet".split()
)
"""Suffixes of the files that are read in folders and in zip archives."""


def read_source(source: Source, how: How) -> Iterator[Item]:
    """The items of a source, by the format that it has; what cannot be read on is a Failure."""
    found = next(each for each in FORMATS if each.is_one(source))
    try:
        yield from found.reader(source, how)
    except (OSError, ValueError) as error:
        yield Failure(source.name, Reason("reading.unreadable", detail=detail_of(error)))
