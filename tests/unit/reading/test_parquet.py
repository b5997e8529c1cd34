"""Parquet: articles by column, documents of a batch as they were coded, and what is broken."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

import pyarrow
from pyarrow import parquet

from polybe.model import CodedDocument, Document, Failure
from polybe.reading import read
from polybe.reading.formats import parquet as reader
from tests.made import record
from tests.unit.reading.made import TEXT, TITLE


def write(folder: Path, name: str = "a.parquet", **columns: list[Any]) -> Path:
    path = folder / name
    parquet.write_table(pyarrow.table(columns), path, row_group_size=2)
    return path


def test_an_article_is_a_row_by_its_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        headline=[TITLE, None, "C"],
        content=[TEXT, TEXT + " Un.", TEXT + " Deux."],
        date=[date(2021, 5, 3), None, date(2021, 5, 4)],
    )
    first, second, third = read(path)
    assert isinstance(first, Document)
    assert (first.text, first.title, first.published) == (TEXT, TITLE, "2021-05-03")
    assert isinstance(second, Document)
    assert (second.title, second.published) == (None, None)
    assert isinstance(third, Document)
    assert third.published == "2021-05-04"


def test_rows_are_read_on_whatever_the_size_of_a_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_TOGETHER", 2)
    path = write(tmp_path, text=[f"{TEXT} {n}" for n in range(7)])
    assert [d.text[-1] for d in read(path) if isinstance(d, Document)] == list("0123456")


def test_documents_of_a_batch_are_taken_as_they_were_coded(tmp_path: Path) -> None:
    coded = CodedDocument.from_dict(record())
    body = json.dumps(coded.to_dict(), ensure_ascii=False)
    told = {"shard": ["s"], "number": [0], "document": ["kesh"], "text": [coded.document.text]}
    (item,) = read(write(tmp_path, **told, body=[body]))
    assert item == coded


def test_a_row_without_a_text_costs_no_other(tmp_path: Path) -> None:
    path = write(tmp_path, text=[TEXT, None, "12"])
    first, *rest = read(path)
    assert isinstance(first, Document)
    assert [item.source for item in rest if isinstance(item, Failure)] == [f"{path}:2", f"{path}:3"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PAR1 and then nothing of the kind", "reading.broken_table"),
        (b"PAR1", "reading.broken_table"),
    ],
)
def test_what_is_broken_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(data)
    (item,) = read(path)
    assert isinstance(item, Failure)
    assert item.reason.key == reason  # type: ignore[attr-defined]


def test_a_table_cut_off_is_told(tmp_path: Path) -> None:
    whole = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": [TEXT] * 50}), whole)
    path = tmp_path / "a.parquet"
    path.write_bytes(whole.getvalue()[:-40])
    (item,) = read(path)
    assert isinstance(item, Failure)


def test_a_table_of_no_articles_tells_its_columns(tmp_path: Path) -> None:
    (item,) = read(write(tmp_path, a=[1], b=[2]))
    assert isinstance(item, Failure)
    assert "a, b" in str(item.reason)


def test_without_the_library_it_is_told_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, text=[TEXT])
    monkeypatch.setattr(reader, "find_spec", lambda _: None)
    (item,) = read(path)
    assert isinstance(item, Failure)
    assert "polybe[cluster]" in str(item.reason)
