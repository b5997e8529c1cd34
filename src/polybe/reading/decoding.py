"""Bytes to text: which encoding, or why none."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from ..errors import ReadingError
from ..messages import Reason

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, ODT"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1b\x85")
_LETTERS_OF_FRENCH = frozenset(
    "àâäæçéèêëîïôöœùûüÿñóíáãõúßÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»°’‘“”„–—…•€£²³§·±½ºª\xa0"
)
_SAMPLE = 65_536
_PLAUSIBLE = 0.9


def decode(data: bytes) -> str:
    """The text of some bytes, without its byte order mark and otherwise unchanged.

    UTF-8, UTF-16 and UTF-32 are told by their mark or their form, Windows-1252 and the rest by
    the letters they give.  Raises ReadingError with a :class:`Reason` when the bytes are no text
    or no encoding is certain: a wrong guess would put nonsense into every offset.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    _refuse_known_formats(data)
    if unmarked := _utf16_without_mark(data):
        return _strict(data, unmarked)
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_single_byte(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(
            Reason("reading.damaged", encoding=error.encoding.upper(), position=error.start)
        ) from error


def _refuse_known_formats(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(Reason("reading.format", format=name))


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of a Latin script leaves every other byte null, on one side only."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    if 0 in data or controls > len(sample) * 0.02:
        raise ReadingError(Reason("reading.binary"))


def _decode_single_byte(data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252 when its letters are those of a French text, else what a detector is sure of."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if text and _share_of_plausible_letters(text) >= _PLAUSIBLE:
        return text
    if _mostly_utf8(data):
        raise ReadingError(Reason("reading.damaged", encoding="UTF-8", position=error.start))
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is None or guess.encoding in {"utf_8", "ascii"}:
        raise ReadingError(Reason("reading.encoding", position=error.start))
    return _strict(data, guess.encoding)


def _share_of_plausible_letters(text: str) -> float:
    high = [char for char in text if ord(char) > 127]
    return sum(char in _LETTERS_OF_FRENCH for char in high) / len(high)


def _mostly_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII make good UTF-8: then the file is damaged, not foreign."""
    high = sum(byte > 127 for byte in data)
    good = sum(len(char.encode()) for char in data.decode("utf-8", "ignore") if ord(char) > 127)
    return good > high * 0.8
