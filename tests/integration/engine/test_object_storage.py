"""Batches from and to object storage, as moto's server gives it.

Its 180 MB are not among the development dependencies.  To run these tests, install it elsewhere
(`uv tool install 'moto[server]'`, 5.2.5 at least) and tell where by POLYBE_MOTO_SERVER.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")

from polybe.engine.manifests import done_in
from tests.integration.engine.batches import SHARDS, processes, write_shard

SERVER = os.environ.get("POLYBE_MOTO_SERVER")

pytestmark = pytest.mark.skipif(SERVER is None, reason="POLYBE_MOTO_SERVER is not told")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The address of a server of object storage."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [str(SERVER), "-H", "127.0.0.1", "-p", str(port)], stderr=subprocess.DEVNULL
    )
    while server.poll() is None and not answers(port):
        time.sleep(0.05)
    yield f"127.0.0.1:{port}"
    server.kill()
    server.wait()


def answers(port: int) -> bool:
    """Whether the server is there."""
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def storage(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Its file system, for one who has the key, with an empty bucket."""
    from pyarrow.fs import S3FileSystem

    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "key")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    found = S3FileSystem(endpoint_override=endpoint, scheme="http", allow_bucket_creation=True)
    found.create_dir("bucket")
    found.delete_dir_contents("bucket")
    return found


def upload(storage: Any, folder: Path) -> None:
    """Put the files of a folder into the bucket."""
    for path in folder.iterdir():
        with storage.open_output_stream(f"bucket/in/{path.name}") as stream:
            stream.write(path.read_bytes())


def files(storage: Any) -> set[str]:
    """The Parquet files in the bucket."""
    from pyarrow.fs import FileSelector

    infos = storage.get_file_info(FileSelector("bucket/out", recursive=True))
    return {info.path for info in infos if info.path.endswith(".parquet")}


@pytest.mark.parametrize("told_by", ["environment", "address"])
def test_a_batch_of_object_storage_goes_on_and_follows_its_files(
    told_by: str, endpoint: str, storage: Any, inputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = f"?endpoint_override={endpoint}&scheme=http"
    if told_by == "environment":
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{endpoint}")
        query = ""
    source, out = f"s3://bucket/in/{query}", f"s3://bucket/out/{query}"
    upload(storage, inputs)
    assert processes(source, out).shards == SHARDS + 1
    again = processes(source, out)
    assert (again.shards, again.passed_over) == (0, SHARDS + 1)
    write_shard(inputs / "0.jsonl", 2, published="2022-01-01")
    (inputs / "1.jsonl").unlink()
    with storage.open_output_stream("bucket/in/0.jsonl") as stream:
        stream.write((inputs / "0.jsonl").read_bytes())
    assert processes(source, out).shards == 1
    assert files(storage) == {f"bucket/out/{name}" for d in done_in(out) for name in d.files}
    assert sum("published=2022-01-01" in name for name in files(storage)) == 1
