"""What became of a command's documents, and the report that is made of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polybe.cli.tally import Tally, reported
from polybe.errors import OutputError
from polybe.messages import Reason
from polybe.model import CodedDocument, Failure, LeftOut
from tests.made import record


def test_documents_reports_and_reasons_are_counted() -> None:
    tally = Tally()
    coded = CodedDocument.from_dict(record())
    tally.take(coded)
    tally.take(Failure("a.txt", Reason("reading.empty")))
    tally.take(Failure("b.txt", "fell over"))
    assert (tally.done, tally.failed) == (1, 2)
    assert tally.reports == len(coded.reports)
    assert tally.reasons == {"reading.empty": 1, "other": 1}


def test_the_report_of_a_run_tells_what_became_of_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    with reported("add", str(path)) as tally:
        tally.take(object(), "new")
        tally.take(object(), "known")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["command"], told["ended"], told["documents"]) == ("add", "done", 2)
    assert told["outcomes"] == {"known": 1, "new": 1}
    assert told["failures"] == {}


def broken_off(path: str) -> None:
    """A run that is interrupted after one document."""
    with reported("code", path) as tally:
        tally.take(object())
        raise KeyboardInterrupt


def test_a_run_that_breaks_off_is_reported_as_that(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    with pytest.raises(KeyboardInterrupt):
        broken_off(str(path))
    told = json.loads(path.read_text(encoding="utf-8"))
    assert (told["ended"], told["documents"]) == ("broken off", 1)


def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(tmp_path: Path) -> None:
    begun = False
    with pytest.raises(OutputError), reported("code", str(tmp_path / "none" / "run.json")):
        begun = True
    assert not begun


def test_what_is_left_out_is_no_failure_and_has_its_reasons_apart(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    with reported("code", str(path)) as tally:
        tally.take(LeftOut("a", Reason("relevance.other", words="four"), "a"))
        tally.take(Failure("b.txt", Reason("reading.empty")))
    assert (tally.done, tally.failed) == (1, 1)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["outcomes"] == {"failed": 1, "left_out": 1}
    assert told["left_out"] == {"relevance.other": 1}
    assert told["failures"] == {"reading.empty": 1}
