"""PDF: one article a file, its lines put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document
from ..articles import article_of
from ..source import How, Item, Source, article_or_failure, detail_of

_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…:»”\"]\s*$")
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿœ])-$")
_SHORT_END, _SHORT_TITLE = 0.85, 0.7
"""Of the width: a line that is shorter ends a paragraph, with a full stop and without one."""

_FEW = 3
"""Lines at the edges of so many pages and more are running heads when they come again."""


def read(source: Source, how: How) -> Iterator[Item]:
    """The article of a document."""

    def article() -> Document:
        defaults = how.defaults
        return article_of(_text(source.all()), replace(defaults, url=defaults.url or source.url))

    yield article_or_failure(article, source, how)


def _text(data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(Reason("reading.encrypted"))
        pages = [page.extract_text().splitlines() for page in reader.pages]
    except DependencyError as error:  # a way of encryption that pypdf leaves to another library
        raise ReadingError(Reason("reading.encrypted")) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        # pypdf raises what its parts raise on a file that is no good PDF
        raise ReadingError(Reason("reading.broken_pdf", detail=detail_of(error))) from error
    except (RecursionError, OSError, NotImplementedError) as error:
        raise ReadingError(Reason("reading.broken_pdf", detail=detail_of(error))) from error
    text = "\n\n".join(_joined(_without_heads(pages)))
    if not text.strip():
        raise ReadingError(Reason("reading.scanned"))
    return text


def _without_heads(pages: list[list[str]]) -> Iterator[str]:
    """The lines of all pages, without numbers of pages and what heads or foots most of them."""
    edges = Counter(
        _mark(line) for page in pages for line in {*page[:2], *page[-2:]} if line.strip()
    )
    repeated = {mark for mark, count in edges.items() if count >= max(_FEW, len(pages) / 2)}
    for page in pages:
        for number, line in enumerate(page):
            edge = number < 2 or number >= len(page) - 2
            bare = _DIGITS.sub("", line).strip(" /-–—|").lower() in {"", "page", "p."}
            if edge and line.strip() and (bare or _mark(line) in repeated):
                continue
            yield line.strip()


def _mark(line: str) -> str:
    return _DIGITS.sub("#", line.strip())


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs: lines put together until one is blank or too short for the next to be its own."""
    told = [*lines, ""]
    width = max(map(len, told), default=0)
    current = ""
    for line, following in pairwise(told):
        hyphen = _HYPHENATED.search(current) and line[:1].islower()
        current = current[:-1] + line if hyphen else f"{current} {line}".strip()
        if current and (not following or _ends(line, following, width)):
            yield current
            current = ""


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph (or a title, which has no full stop) ends with a line."""
    if not following[:1].isupper() and following[:1] not in '«“"–—-':
        return False
    return len(line) < (_SHORT_END if _ENDS.search(line) else _SHORT_TITLE) * width
