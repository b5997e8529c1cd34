"""TimeML is read with its marks, and what is not TimeML is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from polybe.errors import ReadingError
from polybe.model import MarkedText, Timex
from polybe.reading import read_timeml
from tests.made import timeml

DAY = '<TIMEX3 tid="t1" type="DATE" value="2021-05-03">lundi</TIMEX3>'


def read_one(folder: Path, source: str) -> MarkedText:
    (folder / "a.tml").write_text(source, encoding="utf-8")
    (read,) = read_timeml(folder)
    return read


def test_the_text_keeps_its_words_and_each_time_its_place(tmp_path: Path) -> None:
    body = f'<EVENT eid="e1">Élue</EVENT> {DAY} &amp; fêtée.'
    read = read_one(tmp_path, timeml(body))
    assert read.document.text == "Élue lundi & fêtée."
    assert (read.document.id, read.document.published) == ("kesh", "2021-05-05")
    assert read.times == (Timex(5, 10, "lundi", "DATE", "2021-05-03"),)


def test_a_mark_within_a_time_is_passed_over(tmp_path: Path) -> None:
    body = '<TIMEX3 type="DATE" value="2021">l\'<SIGNAL sid="s1">an</SIGNAL> 2021</TIMEX3>.'
    assert [t.text for t in read_one(tmp_path, timeml(body)).times] == ["l'an 2021"]


def test_a_time_without_words_names_none_in_the_text(tmp_path: Path) -> None:
    body = 'Élue.<TIMEX3 type="DURATION" value="P1D" beginPoint="t0" endPoint="t1" />'
    assert read_one(tmp_path, timeml(body)).times == ()


def test_a_text_without_id_goes_by_the_name_of_its_file(tmp_path: Path) -> None:
    assert read_one(tmp_path, timeml(DAY).replace("kesh", " ")).document.id == "a"


def test_another_encoding_is_read_as_the_file_declares_it(tmp_path: Path) -> None:
    source = '<?xml version="1.0" encoding="ISO-8859-1"?>' + timeml(f"Élue {DAY}.")
    (tmp_path / "a.tml").write_bytes(source.encode("latin-1"))
    assert read_timeml(tmp_path)[0].document.text == "Élue lundi."


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<TimeML>", "broken XML"),
        (timeml(DAY).replace("DCT", "DTC"), "DCT"),
        (timeml(DAY, dct="hier"), "hier"),
        (timeml(DAY.replace('"DATE"', '"DAY"')), "DAY"),
        (timeml(DAY.replace("value", "valeur")), "value"),
        (timeml(""), "nothing in it"),
        ('<!DOCTYPE TimeML [<!ENTITY a "aa">]>' + timeml("&a;"), "entity"),
        ('<!DOCTYPE TimeML [<!ENTITY a SYSTEM "b">]>' + timeml("&a;"), "entity"),
    ],
)
def test_what_cannot_be_measured_with_is_refused_by_file(
    tmp_path: Path, source: str, told: str
) -> None:
    with pytest.raises(ReadingError, match=rf"a\.tml.*{told}"):
        read_one(tmp_path, source)


def test_a_folder_that_is_missing_or_holds_no_timeml_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none: there is no such folder"):
        read_timeml(tmp_path / "none")
    with pytest.raises(ReadingError, match=r"no \.tml file"):
        read_timeml(tmp_path)
