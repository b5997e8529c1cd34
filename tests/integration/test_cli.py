"""The command as a user runs it: in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

FRENCH = "L'armée a repris la ville lundi, après une semaine de combats avec les rebelles."
ENVIRONMENT = {**os.environ, "LC_ALL": "C"}


def polybe(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "polybe", *arguments]
    return subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_help_answers_at_once_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from polybe.cli.main import main; main(['--help']); "
        "heavy = {'spacy', 'pydantic', 'numpy', 'rich', 'jinja2', 'charset_normalizer'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert polybe("--help").returncode == 0
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3


def test_importing_polybe_loads_nothing_heavy() -> None:
    code = "import sys, polybe; sys.exit('spacy' in sys.modules or 'pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    from tests.made import record

    path = tmp_path / "c.jsonl"
    path.write_text((json.dumps(record()) + "\n") * 200, encoding="utf-8")
    command = f"'{sys.executable}' -m polybe read '{path}' | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, env=ENVIRONMENT, check=False)
    assert done.stderr == b""


@pytest.mark.model
def test_bad_inputs_among_good_ones_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(f"{FRENCH} C'était l'été.".encode("cp1252"))
    (tmp_path / "wide.txt").write_bytes(FRENCH.encode("utf-16"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "spanish.txt").write_text(
        "El ejército tomó la ciudad el lunes tras una semana de combates.", encoding="utf-8"
    )
    done = polybe("code", str(tmp_path), "missing.txt", "--published", "2020-01-02")
    assert done.returncode == 1
    documents = [json.loads(line)["document"] for line in done.stdout.decode().splitlines()]
    assert sorted(d["text"] for d in documents) == sorted(
        [FRENCH, FRENCH, f"{FRENCH} C'était l'été."]
    )
    told = done.stderr.decode()
    for name in ("empty.txt", "binary.txt", "spanish.txt", "missing.txt"):
        assert name in told


def test_a_full_disk_is_told_and_is_3(tmp_path: Path) -> None:
    from tests.made import record

    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps(record()), encoding="utf-8")
    done = polybe("brief", str(path), "--output", "/dev/full")
    assert done.returncode == 3
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr
    command = f"'{sys.executable}' -m polybe read '{path}' > /dev/full"
    piped = subprocess.run(command, shell=True, capture_output=True, env=ENVIRONMENT, check=False)
    assert piped.returncode == 3
    assert b"Traceback" not in piped.stderr
