"""Bytes become the text they were written as, or are refused with a reason."""

from __future__ import annotations

import pytest

from polybe.errors import ReadingError
from polybe.reading.decoding import decode

FRENCH = "« L’armée a repris la ville », dit-il : 200 € de dégâts à Noël, où l'œuvre cède.\r\nFin."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_french_text_is_read_whatever_its_encoding(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


def test_latin_1_is_read_by_its_letters() -> None:
    text = "Un été où les élus ont cédé : c'était à Besançon."
    assert decode(text.encode("latin-1")) == text


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"text\x00with\x00nulls here and there", "binary"),
        (bytes(range(1, 32)) * 4, "binary"),
    ],
)
def test_binary_data_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(ReadingError, match=told):
        decode(data)


def test_damaged_utf8_is_not_taken_for_windows_1252() -> None:
    damaged = FRENCH.encode("utf-8") + b"\xc3 et la suite"
    with pytest.raises(ReadingError, match="UTF-8"):
        decode(damaged)


def test_truncated_utf16_is_told_as_damaged() -> None:
    with pytest.raises(ReadingError, match="UTF-16"):
        decode(FRENCH.encode("utf-16")[:-1])


def test_no_bytes_are_no_text() -> None:
    assert decode(b"") == ""
