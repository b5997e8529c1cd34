"""`polybe view`: a line a report, in the terms of another scheme."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polybe.cli.main import main
from tests.made import record

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def coded_file(tmp_path: Path) -> str:
    path = tmp_path / "coded.jsonl"
    path.write_text(json.dumps(record()) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("scheme", ["plover", "cameo", "acled", "ucdp"])
def test_every_report_has_its_line(scheme: str, coded_file: str, capsys: Captured) -> None:
    assert main(["view", scheme, coded_file]) == 0
    out, err = capsys.readouterr()
    heading, *lines = [line.split("\t") for line in out.splitlines()]
    assert err == ""
    assert heading[:2] == ["document", "report"]
    assert [line[1] for line in lines] == [report["id"] for report in record()["reports"]]
    assert {len(line) for line in lines} == {len(heading)}
    assert all(line[-1] for line in lines)


def test_only_those_in_the_scheme_as_json(coded_file: str, capsys: Captured) -> None:
    assert main(["view", "cameo", coded_file, "--only", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    statement = next(row for row in rows if row["report"] == "r3")
    assert (statement["root"], statement["quad_class"]) == ("01", "1")
    assert statement["mode"] is None
    assert all(row["root"] for row in rows)


def test_it_is_written_to_a_file(coded_file: str, tmp_path: Path, capsys: Captured) -> None:
    output = tmp_path / "views.tsv"
    assert main(["view", "acled", coded_file, "-o", str(output)]) == 0
    assert capsys.readouterr().out == ""
    assert output.read_text(encoding="utf-8").startswith("document\treport\t")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["view", "acled"], "no input"),
        (["view", "gdelt", "x.jsonl"], "gdelt"),
        (["view", "acled", "x.jsonl", "--format", "xml"], "xml"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], told: str, capsys: Captured) -> None:
    assert main(arguments) == 2
    assert told in capsys.readouterr().err


def test_the_help_is_told_in_french(capsys: Captured) -> None:
    assert main(["view", "--help", "--lang", "fr"]) == 0
    assert "dans les termes d'un autre" in " ".join(capsys.readouterr().out.split())
