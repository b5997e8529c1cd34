"""DOCX: what Word writes."""

from __future__ import annotations

import zipfile

from ...errors import ReadingError
from ...messages import Reason
from ..source import detail_of
from .office import Written
from .zipped import BROKEN


def written(archive: zipfile.ZipFile) -> Written:
    """What a DOCX document holds; ReadingError when it is damaged."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        opened = docx.Document(archive.fp)
        about = opened.core_properties
        return Written(
            tuple(" ".join(p.text.split()) for p in opened.paragraphs),
            about.title or None,
            about.created.date().isoformat() if about.created else None,
        )
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, *BROKEN) as error:
        raise ReadingError(Reason("reading.broken_docx", detail=detail_of(error))) from error
