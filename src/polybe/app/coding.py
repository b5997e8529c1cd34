"""Articles coded: one, many, or whatever a user names; and how one was."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..batches import batched
from ..model import CodedDocument, Document, Failure
from .inputs import read_items
from .settings import coder_settings

if TYPE_CHECKING:
    from ..coding import Coder, Explanation
    from ..fetching import Fetcher
    from ..reading import Defaults, Item

logger = logging.getLogger(__name__)

LANGUAGES = ("fr",)
"""Languages that can be coded."""


_BATCH = 64
"""Inputs read ahead of the coder: enough to fill its batches, few enough to be told soon."""


def load_coder(*, language: str = "fr", codebook: Path | None = None) -> Coder:
    """A coder for a language: codebook, gazetteer and parser, loaded and ready.

    ``codebook`` is a folder of packs laid over Polybe's own.  Takes seconds; keep what it gives.
    Raises CodebookError, GazetteerError or ParsingError when a part is missing or malformed.
    """
    from ..engine import load_coder

    return load_coder(language=language, codebook=codebook, progress=logger.info)


@cache
def kept_coder(language: str, codebook: Path | None) -> Coder:
    """The coder that this process loads once for a language and a codebook."""
    return load_coder(language=language, codebook=codebook)


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the field
    language: str | None = None,
) -> CodedDocument:
    """The coded form of one article.

    ``published`` is an ISO 8601 date or datetime, against which « mardi » or « hier » are read;
    without it they stay open.  ``language`` is found by the text where it is not told.  The first
    call loads the coder of a language, later ones share it.  Raises
    ReadingError when the text or the date is none, ParsingError when the text cannot be parsed.
    """
    from ..coding import code as code_document
    from ..errors import ParsingError
    from ..reading import document_of_text

    document = document_of_text(
        text, id=id, published=published, title=title, outlet=outlet, url=url, language=language
    )
    coded = code_document(document, kept_coder(document.language, None))
    if isinstance(coded, Failure):
        raise ParsingError(coded.reason)
    return coded


def code_documents(
    documents: Iterable[Document],
    *,
    codebook: Path | None = None,
    gate: bool = False,
) -> Iterator[CodedDocument | Failure]:
    """The coded form of many articles, in order, each as soon as it is there.

    Each is coded in the language it says it is in.
    A document that cannot be coded is a Failure in its place.  With ``gate`` an article that surely
    tells nothing the codebook codes is not parsed, and is LeftOut in its place.
    """
    from ..coding import code_many

    yield from code_many(documents, lambda code: kept_coder(code, codebook), gate=gate)


def code_inputs(
    sources: Iterable[str | Path],
    *,
    defaults: Defaults | None = None,
    codebook: Path | None = None,
    recode: bool = False,
    gate: bool = True,
    workers: int = 1,
    columns: Mapping[str, str] | None = None,
    fetch: Fetcher | None = None,
    follow: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[CodedDocument | Failure]:
    """Read and code inputs as a user names them: files, folders, patterns, addresses, `-`.

    Documents already coded are given as they are, or coded anew with ``recode``.  What cannot be
    read or coded is a Failure in its place; an article that surely tells nothing the codebook codes
    is LeftOut, unless ``gate`` is off.  Nothing is loaded while nothing is to be coded.  With more
    than one of ``workers`` as many processes code, with the same outcome.

    ``columns`` maps the keys of an article to a table's columns.  ``fetch`` asks the web (see
    :func:`open_web`), which without it is not asked; ``follow`` has the pages read to which feeds
    and lists of addresses lead.  ``progress`` is called with the bytes read of files.
    """
    from ..engine import code_many as code_apart

    found = read_items(sources, defaults, columns, fetch, follow, progress)
    if workers > 1:
        wanted = map(_document_of, found) if recode else found
        yield from code_apart(wanted, coder_settings(codebook, gate), workers=workers)
        return
    for batch in batched(found, _BATCH):
        items = [_document_of(item) if recode else item for item in batch]
        documents = [item for item in items if isinstance(item, Document)]
        coded = code_documents(documents, codebook=codebook, gate=gate) if documents else iter(())
        for item in items:
            yield next(coded) if isinstance(item, Document) else item


def _document_of(item: Item) -> Item:
    return item.document if isinstance(item, CodedDocument) else item


def explain(document: Document, *, codebook: Path | None = None) -> Explanation | Failure:
    """How an article is coded, sentence by sentence; a Failure when it cannot be coded."""
    from ..coding import explain as explain_document

    return explain_document(document, kept_coder(document.language, codebook))
