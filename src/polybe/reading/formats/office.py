"""Documents of word processors: XML in an archive, one article a file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document, Failure
from ..articles import article_of
from ..source import MOST, How, Item, Source, article_or_failure, detail_of
from ..xml import refuse_entities
from .zipped import BROKEN, is_bomb


@dataclass(frozen=True, slots=True)
class Written:
    """What a document holds: its paragraphs, and of its properties title and day (ISO date)."""

    paragraphs: tuple[str, ...]
    title: str | None
    day: str | None


def read_archive(
    archive: zipfile.ZipFile, source: Source, how: How, read: Callable[[zipfile.ZipFile], Written]
) -> Item:
    """The article of a document in its archive, read by ``read`` once it is known to be safe."""
    if any(is_bomb(info) for info in archive.infolist()):
        return Failure(source.name, Reason("reading.bomb"))

    def article() -> Document:
        _check(archive)
        return _article(read(archive), source, how)

    return article_or_failure(article, source, how)


def _check(archive: zipfile.ZipFile) -> None:
    size = sum(info.file_size for info in archive.infolist() if "xml" in info.filename)
    if size > MOST:
        raise ReadingError(Reason("reading.too_large", most=MOST // 2**20))
    try:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                refuse_entities(archive.read(name))
    except BROKEN as error:
        raise ReadingError(Reason("reading.broken_zip", detail=detail_of(error))) from error


def _article(written: Written, source: Source, how: How) -> Document:
    text = "\n\n".join(p for p in written.paragraphs if p)
    if not text:
        raise ReadingError(Reason("reading.empty"))
    if written.title and not text.startswith(written.title):
        text = f"{written.title}\n\n{text}"
    defaults = how.defaults
    return article_of(
        text,
        replace(
            defaults,
            title=written.title or defaults.title,
            published=defaults.published or written.day,
            url=defaults.url or source.url,
        ),
    )
