"""Batches on a Ray cluster of two nodes on this machine: rows as of processes, whatever dies."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

from polybe import app
from polybe.engine import CoderSettings
from polybe.engine.batch import BatchReport, run_batch
from polybe.engine.manifests import Done, done_in
from tests.integration.engine.batches import SHARDS, files, named_files, processes, rows
from tests.integration.engine.cheap import Cheap

ROOT = Path(__file__).resolve().parents[3]
PATHS = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
NODE = {"num_cpus": 1, "object_store_memory": 80 * 2**20}

GROUP = '[[group]]\nid = "kesh"\nname = "Kesh Front"\ncountry = "SYR"\nfr = ["Front de Kesh"]\n'
ARTICLES = (
    "L'armée syrienne a bombardé mardi la ville d'Alep. Douze civils ont été tués.",
    "Le Front de Kesh a attaqué la ville de Homs dans la nuit.",
    "La recette de la tarte demande trois pommes et un peu de beurre.",
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Ray on two nodes of one processor each."""
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", PATHS)
        patch.setenv("RAY_AUTH_MODE", "disabled")
        patch.setenv("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
        made = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False})
        made.add_node(**NODE)
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
    assert processes(inputs, tmp_path / "ray").passed_over == SHARDS + 1


@pytest.mark.model
@pytest.mark.usefixtures("cluster")
def test_the_real_coder_with_an_overlay_and_gate_codes_alike_on_a_cluster(tmp_path: Path) -> None:
    """The folder of packs goes to the cluster as its files, and is told by the same version."""
    packs, articles = tmp_path / "packs", tmp_path / "in.jsonl"
    (packs / "world").mkdir(parents=True)
    (packs / "world" / "armed_groups.toml").write_text(GROUP, encoding="utf-8")
    lines = ({"text": text, "id": str(n)} for n, text in enumerate(ARTICLES))
    articles.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    for engine in ("ray", "processes"):
        app.run_batch([str(articles)], str(tmp_path / engine), codebook=packs, engine=engine)
    found = rows(tmp_path / "ray")
    assert found == rows(tmp_path / "processes")
    assert any("Kesh Front" in row for row in found["reports"])
    assert [json.loads(row)["left_out"] for row in found["failures"]] == [True]
    version = CoderSettings(codebook=packs).version()
    assert {done.codebook for done in done_in(str(tmp_path / "ray"))} == {f"{version}+gate"}
    assert version != CoderSettings().version()


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
    assert files(tmp_path / "ray") == named_files(tmp_path / "ray")


def kill_one() -> None:
    """Kill a process of the cluster that codes a shard, as soon as there is one."""
    deadline = time.monotonic() + 30
    while (found := next(coding_processes(), None)) is None:
        assert time.monotonic() < deadline, "no process codes"
        time.sleep(0.01)
    os.kill(found, signal.SIGKILL)


def coding_processes() -> Iterator[int]:
    """The processes of the cluster that code a shard now."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if path.read_bytes().startswith(b"ray::code_one"):
                yield int(path.parent.name)
