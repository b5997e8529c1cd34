"""Batches: the same rows whichever engine codes them, however many workers, and whatever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

from polybe.engine.batch import BatchReport, run_batch
from polybe.engine.shards import Done
from polybe.engine.tables import COLUMNS, coded_from
from polybe.errors import EngineError
from polybe.model import CodedDocument
from tests.integration.engine.cheap import Cheap
from tests.made import record

ROOT = Path(__file__).resolve().parents[3]
PATHS = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
SHARDS, ARTICLES = 8, 4


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Files of some articles, one coded already, one of which kills its coder, one broken."""
    folder = tmp_path / "in"
    folder.mkdir()
    for shard in range(SHARDS):
        lines = [
            {
                "text": f"L'armée a repris la ville numéro {shard} {number}, dit-on.",
                "id": f"{shard}-{n}",
            }
            for n, number in enumerate(range(ARTICLES))
        ]
        path = folder / f"{shard}.jsonl"
        path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    poison = json.dumps({"text": "Cet article tue le codeur de la ville.", "id": "poison"})
    coded = json.dumps(record(published="2021-05-04"))
    (folder / "special.jsonl").write_text(f"{poison}\n{coded}\nno json\n", encoding="utf-8")
    return folder


def rows(out: Path) -> dict[str, list[str]]:
    """The rows of every table of a folder, sorted."""
    from pyarrow import dataset

    found = {}
    for table in COLUMNS:
        told: list[dict[str, Any]] = []
        if (out / table).exists():
            told = (
                dataset.dataset(out / table, format="parquet", partitioning="hive")
                .to_table()
                .to_pylist()
            )
        found[table] = sorted(json.dumps(row, sort_keys=True) for row in told)
    return found


def processes(inputs: Path, out: Path, workers: int = 1, **options: Any) -> BatchReport:
    """A batch by processes of this machine."""
    return run_batch([str(inputs)], str(out), Cheap(**options), workers=workers)


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


def test_what_is_done_is_passed_over_and_another_codebook_is_refused(
    inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    processes(inputs, out)
    before = rows(out)
    again = processes(inputs, out)
    assert (again.shards, again.passed_over) == (0, SHARDS + 1)
    (inputs / "0.jsonl").touch()
    assert processes(inputs, out).shards == 1
    assert len(rows(out)["documents"]) >= len(before["documents"])
    with pytest.raises(EngineError, match="codebook"):
        processes(inputs, out, codebook="newer")


def test_a_batch_that_is_killed_is_taken_up(inputs: Path, tmp_path: Path) -> None:
    """Killed again and again until it is through: nothing is doubled, nothing is lost."""
    out, whole = tmp_path / "out", tmp_path / "whole"
    script = (
        "import sys\nfrom polybe.engine.batch import run_batch\n"
        "from tests.integration.engine.cheap import Cheap\n"
        "run_batch([sys.argv[1]], sys.argv[2], Cheap(seconds=0.02), workers=1)\n"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
    }
    for patience in (1.2, 1.6, 2.0, 2.4):
        child = subprocess.Popen(
            [sys.executable, "-c", script, str(inputs), str(out)], env=environment
        )
        time.sleep(patience)
        child.send_signal(signal.SIGKILL)
        child.wait()
    processes(inputs, out)
    processes(inputs, whole)
    assert rows(out) == rows(whole)


def test_missing_inputs_and_places_are_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="does not exist"):
        processes(tmp_path / "none", tmp_path / "out")
    with pytest.raises(EngineError, match="no place"):
        run_batch([str(tmp_path)], "nowhere://x", Cheap())


# ---- a cluster of two nodes on this machine ----


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Ray on two nodes of one processor each."""
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", PATHS)
        patch.setenv("RAY_AUTH_MODE", "disabled")
        patch.setenv("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
        node = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
        made = Cluster(initialize_head=True, head_node_args={**node, "include_dashboard": False})
        made.add_node(**node)
        ray.init(address=made.address, log_to_driver=False)
        yield made
        ray.shutdown()
        made.shutdown()


def on_ray(inputs: Path, out: Path, **options: Any) -> BatchReport:
    """A batch by the cluster."""
    progress = options.pop("progress", None)
    settings = Cheap(**options)
    return run_batch([str(inputs)], str(out), settings, engine="ray", workers=2, progress=progress)


@pytest.mark.usefixtures("cluster")
def test_rows_of_a_cluster_are_those_of_one_machine(inputs: Path, tmp_path: Path) -> None:
    on_ray(inputs, tmp_path / "ray")
    processes(inputs, tmp_path / "here")
    assert rows(tmp_path / "ray") == rows(tmp_path / "here")


def test_a_process_and_a_node_may_die_in_the_middle(
    cluster: Any, inputs: Path, tmp_path: Path
) -> None:
    """First a process that codes is killed, then a whole node is taken away."""
    done: list[Done] = []

    def interfere(each: Done) -> None:
        done.append(each)
        if len(done) == 1:
            kill_one()
        if len(done) == 3:
            cluster.remove_node(cluster.list_all_nodes()[-1], allow_graceful=False)

    on_ray(inputs, tmp_path / "ray", seconds=0.1, progress=interfere)
    processes(inputs, tmp_path / "here")
    assert len(done) == SHARDS + 1
    assert rows(tmp_path / "ray") == rows(tmp_path / "here")


def kill_one() -> None:
    """Kill a process of the cluster that codes a shard."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            told = path.read_bytes()
        except OSError:
            continue
        if told.startswith(b"ray::code_one"):
            os.kill(int(path.parent.name), signal.SIGKILL)
            return
    pytest.fail("no process codes")
