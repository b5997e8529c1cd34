"""A text to an article: what may be coded, and what its title is."""

from __future__ import annotations

from dataclasses import replace

from ..errors import ReadingError
from ..messages import Reason
from ..messages.catalogue import LanguageCode
from ..model import Document, document_id
from .languages import identify
from .records import Defaults, document_of

_LONGEST_TITLE = 160


def article_of(text: str, defaults: Defaults) -> Document:
    """The article of a plain text, its text as it stands; its first line may be the title.

    Its language is not told: see :func:`check_article`.
    """
    return Document(
        id=document_id(text, defaults.url),
        text=text,
        language="",
        title=defaults.title or title_of(text),
        url=defaults.url,
        outlet=defaults.outlet,
        published=defaults.published,
    )


def document_of_text(text: str, **fields: str | None) -> Document:
    """The document of a text and of what is known of it, by the names of Document's fields.

    Raises ReadingError when the text has no word or the date is none.  A language that is told is
    believed.
    """
    defaults = Defaults()
    document = document_of({"text": text, **fields}, defaults)
    if not any(char.isalpha() for char in text):
        raise ReadingError(Reason("reading.no_words" if text.strip() else "reading.empty"))
    if not document.language:
        found = identify(text, defaults.languages)
        document = replace(document, language=found.language)
    return _without_lone_surrogates(document)


def title_of(text: str) -> str | None:
    """A text's first line where it looks like a title; None when it does not.

    It is short, ends in no sign that belongs to a sentence, and is set off: by a blank line, or by
    a longer paragraph that opens with a capital.  The first line of a text whose lines are broken
    by hand is none.
    """
    first, _, rest = text.lstrip().partition("\n")
    first, second = first.strip(), rest.partition("\n")[0].strip()
    if not first or len(first) > _LONGEST_TITLE or first.endswith((".", ":", ",", ";", "…")):
        return None
    if not second:
        return first if len(rest.strip()) > len(first) else None
    opens = second[0].isupper() or second[0] in '«“"—–-'
    return first if opens and len(second) > 1.5 * len(first) else None


def check_article(document: Document, languages: tuple[str, ...]) -> Document:
    """The article when it can be coded, its language told; ReadingError with the reason else."""
    text = document.text
    if not text.strip():
        raise ReadingError(Reason("reading.empty"))
    if _looks_like_html(text):
        raise ReadingError(Reason("reading.html"))
    if not any(char.isalpha() for char in text):
        raise ReadingError(Reason("reading.no_words"))
    if document.language and document.language not in languages:
        raise ReadingError(_language_reason(document.language, languages))
    found = identify(text, languages)
    if found.foreign:
        raise ReadingError(_language_reason(found.foreign, languages))
    if not document.language:
        document = replace(document, language=found.language)
    return _without_lone_surrogates(document)


def _looks_like_html(text: str) -> bool:
    return text.lstrip()[:200].lower().startswith(("<!doctype html", "<html", "<?xml"))


def _language_reason(found: str, languages: tuple[str, ...]) -> Reason:
    wanted = LanguageCode(languages[0])
    return Reason("reading.language", found=LanguageCode(found), code=found, wanted=wanted)


def _without_lone_surrogates(document: Document) -> Document:
    r"""JSON may hold half a character (`\ud83d`), which no encoding can write out again."""
    text = document.text
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return document
    repaired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return replace(document, text=repaired)
