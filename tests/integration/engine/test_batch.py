"""Batches: the same rows however many processes code, and only those of files as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from polybe.engine import batch
from polybe.engine.batch import run_batch
from polybe.engine.manifests import done_in
from polybe.engine.tables import coded_from
from polybe.errors import EngineError
from polybe.model import CodedDocument
from tests.integration.engine.batches import (
    ARTICLES,
    SHARDS,
    files,
    named_files,
    processes,
    rows,
    write_shard,
)
from tests.integration.engine.cheap import Cheap
from tests.made import record


def test_rows_are_the_same_however_many_processes_code(inputs: Path, tmp_path: Path) -> None:
    report = processes(inputs, tmp_path / "1")
    processes(inputs, tmp_path / "2", workers=2)
    assert rows(tmp_path / "1") == rows(tmp_path / "2")
    assert report.rows["documents"] == SHARDS * ARTICLES + 1
    assert sorted(report.failures) == ["engine.worker_killed", "reading.broken_json"]


def test_a_coded_document_is_had_again_from_its_row(inputs: Path, tmp_path: Path) -> None:
    processes(inputs, tmp_path / "out")
    told = [json.loads(row) for row in rows(tmp_path / "out")["documents"]]
    (body,) = (row["body"] for row in told if row["published"] == "2021-05-04")
    assert coded_from(body) == CodedDocument.from_dict(record(published="2021-05-04"))
    reports = [json.loads(row) for row in rows(tmp_path / "out")["reports"]]
    assert {row["report"] for row in reports} == {r["id"] for r in record()["reports"]}
    assert any(row["actors"] for row in reports)


def test_a_file_is_one_file_of_a_table_and_day_in_its_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows are made together."""
    from pyarrow import parquet

    monkeypatch.setattr("polybe.engine.shard_coding._TOGETHER", 2)
    monkeypatch.setattr("polybe.engine.staging._TOGETHER", 3)
    write_shard(tmp_path / "in.jsonl", 11, published="2021-05-04")
    processes(tmp_path / "in.jsonl", tmp_path / "out")
    (name,) = files(tmp_path / "out")
    assert name.startswith("documents/published=2021-05-04/")
    told = parquet.ParquetFile(tmp_path / "out" / name)
    assert told.read().column("number").to_pylist() == list(range(11))
    assert told.schema_arrow.metadata == {b"polybe.schema": b"1"}
    assert told.num_row_groups == 1


def test_a_large_file_is_written_in_slices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same rows, all named by the manifest."""
    monkeypatch.setattr("polybe.engine.staging._TOGETHER", 3)
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    write_shard(source, 11, published="2021-05-04")
    processes(source, tmp_path / "whole")
    monkeypatch.setattr("polybe.engine.staging._MOST", 1)
    processes(source, out)
    assert len(files(out)) == 4
    assert files(out) == named_files(out)
    assert rows(out) == rows(tmp_path / "whole")


def test_what_is_done_is_passed_over_and_another_codebook_or_gate_is_refused(
    inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    processes(inputs, out)
    again = processes(inputs, out)
    assert (again.shards, again.passed_over) == (0, SHARDS + 1)
    with pytest.raises(EngineError, match="codebook"):
        processes(inputs, out, codebook="newer")
    with pytest.raises(EngineError, match=r"this one is cheap\+gate"):
        processes(inputs, out, gate=True)


def test_rows_of_a_file_that_has_changed_take_the_place_of_its_old_ones(
    inputs: Path, tmp_path: Path
) -> None:
    """Also where it is shorter now, and its days are others."""
    out = tmp_path / "out"
    processes(inputs, out)
    write_shard(inputs / "0.jsonl", 2, published="2022-01-01")
    (inputs / "1.jsonl").touch()
    assert processes(inputs, out).shards == 2
    processes(inputs, tmp_path / "fresh")
    assert rows(out) == rows(tmp_path / "fresh")
    assert files(out) == named_files(out)
    assert len(done_in(str(out))) == SHARDS + 1


def test_an_article_over_which_the_coder_hangs_is_set_aside(tmp_path: Path) -> None:
    """It is a failure with its reason; the others are coded."""
    texts = ["L'armée a repris la ville.", "Cela arrête le codeur."]
    lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    report = run_batch([str(tmp_path / "a.jsonl")], str(tmp_path / "out"), Cheap(), timeout=0.5)
    assert report.rows["documents"] == 1
    assert report.failures == {"engine.timeout": 1}


def test_the_tables_are_no_input(inputs: Path) -> None:
    """Neither those of this batch nor of another, nor what is hidden, wherever they lie."""
    (inputs / ".git").mkdir()
    (inputs / ".git" / "hidden.jsonl").write_text("no json", encoding="utf-8")
    processes(inputs, inputs / "coded" / "before")
    processes(inputs, inputs)
    again = processes(inputs, inputs)
    assert (again.shards, again.passed_over) == (0, SHARDS + 1)
    assert rows(inputs) == rows(inputs / "coded" / "before")


def test_places_may_be_told_as_addresses(inputs: Path, tmp_path: Path) -> None:
    """Also files whose names no address can have as they are."""
    few = tmp_path / "few"
    few.mkdir()
    (inputs / "special.jsonl").rename(few / "à part?.jsonl")
    report = processes(f"file://{few}", f"file://{tmp_path}/out")
    assert report.rows["documents"] == 1
    (told,) = (row for row in rows(tmp_path / "out")["failures"] if "broken_json" in row)
    assert json.loads(told)["source"].startswith(f"file://{few}/%C3%A0%20part%3F.jsonl")
    assert processes(f"file://{few}", f"file://{tmp_path}/out/").passed_over == 1


def test_missing_inputs_and_places_are_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="does not exist"):
        processes(tmp_path / "none", tmp_path / "out")
    with pytest.raises(EngineError, match="no place"):
        run_batch([str(tmp_path)], "nowhere://x", Cheap())


def test_what_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda _: None)
    with pytest.raises(EngineError, match=r"polybe\[cluster\]"):
        processes(tmp_path, tmp_path / "out")
