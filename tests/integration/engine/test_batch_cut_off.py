"""Batches that are cut off, wherever: nothing is doubled, nothing lost, no half shard is found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

from polybe.engine import batch, manifests
from polybe.engine.batch import run_batch
from polybe.engine.manifests import Done, done_in, keep_done
from polybe.engine.staging import StagedRows
from tests.integration.engine.batches import (
    files,
    named_files,
    processes,
    rows,
    write_shard,
)
from tests.integration.engine.cheap import Cheap

ROOT = Path(__file__).resolve().parents[3]
PATHS = os.pathsep.join([str(ROOT), *filter(None, sys.path)])

SCRIPT = """
import sys
from tests.integration.engine.batches import processes
processes(sys.argv[1], sys.argv[2], seconds=0.02)
"""


def cut_off(*_: Any) -> None:
    """What Ctrl-C does."""
    raise KeyboardInterrupt


def code_and_be_cut_off(inputs: Path, out: Path) -> None:
    """Code till the batch is cut off."""
    with pytest.raises(KeyboardInterrupt):
        processes(inputs, out)


def test_a_batch_that_is_killed_is_taken_up(inputs: Path, tmp_path: Path) -> None:
    """Killed again and again, each time when it has done some more."""
    out, whole = tmp_path / "out", tmp_path / "whole"
    for enough in (1, 3, 6):
        child = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(inputs), str(out)],
            env={**os.environ, "PYTHONPATH": PATHS},
        )
        while len(done_in(str(out))) < enough:
            assert child.poll() is None, "it ended before it was killed"
            time.sleep(0.005)
        child.send_signal(signal.SIGKILL)
        child.wait()
    processes(inputs, out)
    processes(inputs, whole)
    assert rows(out) == rows(whole)
    assert files(out) == named_files(out)


def test_a_shard_that_is_cut_off_while_it_is_coded_leaves_no_rows(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(StagedRows, "publish", cut_off)
        code_and_be_cut_off(inputs, out)
    assert not files(out)


def test_rows_that_no_manifest_names_are_removed_by_the_next_batch(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what was cut off in the middle of a file; what no batch has written stays."""
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("polybe.engine.shard_coding.keep_done", cut_off)
        code_and_be_cut_off(inputs, out)
    (stray,) = files(out)
    half = out / Path(stray).with_name(f".{Path(stray).name}.part")
    half.write_bytes(b"PAR1")
    note = out / "documents" / "published=unknown" / "note.txt"
    note.write_text("mine", encoding="utf-8")
    processes(inputs, out)
    assert note.exists()
    note.unlink()
    assert stray not in files(out)
    assert files(out) == named_files(out)


def test_a_file_that_has_changed_counts_once_wherever_its_coding_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Till the new manifest is there the old rows count, from then on the new ones."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    write_shard(source, 3)
    processes(source, out)
    old = named_files(out)
    write_shard(source, 2)
    for step, counts in (("put", True), ("_remove", False)):  # of the manifest, of the old rows
        with monkeypatch.context() as patch:
            patch.setattr(batch, "sweep", lambda *_: None)
            patch.setattr(manifests, step, cut_off)
            code_and_be_cut_off(source, out)
        assert len(named_files(out)) == 1
        assert (named_files(out) == old) is counts
        assert {*old, *named_files(out)} < set(files(out))
    processes(source, out)
    assert files(out) == named_files(out)
    assert len(rows(out)["documents"]) == 2


def test_a_shard_that_two_machines_have_coded_counts_once(tmp_path: Path) -> None:
    """The first counts, as long as its rows are there; what died in putting rows leaves none."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    write_shard(source, 3)
    processes(source, out)
    (first,) = done_in(str(out))
    (name,) = first.files
    stray = Path(name).with_name(f"{'0' * 16}-{'0' * 8}-0-0.parquet").as_posix()
    second = replace(first, files=[stray])
    (out / stray).write_bytes((out / name).read_bytes())
    keep_done(str(out), second)
    assert files(out) == named_files(out) == [name]
    (out / name).rename(out / stray)
    keep_done(str(out), second)
    assert files(out) == named_files(out) == [stray]


def test_what_died_while_others_went_on_is_removed_at_the_end(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    stray = out / "reports" / "published=unknown" / f"{'0' * 16}-{'0' * 8}-0-0.parquet"

    def die(_: Done) -> None:
        stray.parent.mkdir(parents=True, exist_ok=True)
        stray.write_bytes(b"PAR1")

    run_batch([str(inputs)], str(out), Cheap(), progress=die)
    assert files(out) == named_files(out)


def test_a_manifest_that_cannot_be_read_does_not_count(tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    write_shard(source, 3)
    processes(source, out)
    (manifest,) = (out / "_manifest").iterdir()
    manifest.with_name(f".{manifest.name}.part").write_bytes(manifest.read_bytes())
    assert len(done_in(str(out))) == 1
    manifest.write_text(manifest.read_text(encoding="utf-8")[:50], encoding="utf-8")
    assert not done_in(str(out))
    assert processes(source, out).shards == 1
    assert len(rows(out)["documents"]) == 3
