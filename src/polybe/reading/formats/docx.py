"""DOCX: one article a file."""

from __future__ import annotations

import zipfile
from dataclasses import replace

from ...errors import ReadingError
from ...messages import Reason
from ...model import Document, Failure
from ..articles import article_of
from ..source import MOST, How, Item, Source, article_or_failure, detail_of
from .zipped import BROKEN, is_bomb


def read_archive(archive: zipfile.ZipFile, source: Source, how: How) -> Item:
    """The article of a document in its archive."""
    if any(is_bomb(info) for info in archive.infolist()):
        return Failure(source.name, Reason("reading.bomb"))

    def article() -> Document:
        return _article(archive, source, how)

    return article_or_failure(article, source, how)


def _article(archive: zipfile.ZipFile, source: Source, how: How) -> Document:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        size = sum(info.file_size for info in archive.infolist() if "xml" in info.filename)
        if size > MOST:
            raise ReadingError(Reason("reading.too_large", most=MOST // 2**20))
        if any(b"<!ENTITY" in archive.read(name)[:65_536] for name in _parts(archive)):
            raise ReadingError(Reason("reading.xml_entity"))
        opened = docx.Document(archive.fp)
        paragraphs = [" ".join(p.text.split()) for p in opened.paragraphs]
        about = opened.core_properties
        title, written = about.title or None, about.created
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, *BROKEN) as error:
        raise ReadingError(Reason("reading.broken_docx", detail=detail_of(error))) from error
    text = "\n\n".join(p for p in paragraphs if p)
    if not text:
        raise ReadingError(Reason("reading.empty"))
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    defaults = how.defaults
    day = written.date().isoformat() if written else None
    return article_of(
        text,
        replace(
            defaults,
            title=title or defaults.title,
            published=defaults.published or day,
            url=defaults.url or source.url,
        ),
    )


def _parts(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
