"""The page on extending the codebook keeps its word: its files are written, its commands run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import polybe
from polybe.codebook import load_codebook

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "extend-the-codebook.md"

_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COUNT = re.compile(r"\d+(?= examples)")


@dataclass
class Step:
    """What the page has its reader do: a file to write, or a command to run with what it prints."""

    path: str | None
    body: str
    printed: str = ""


@dataclass
class Done:
    """A step's command, run: its standard output, and what it told on standard error."""

    step: Step
    out: str
    told: str


def steps_of(page: str) -> Iterator[Step]:
    """The steps of a page in their order; a block without a path after a command is its output."""
    last: Step | None = None
    for block in _BLOCK.finditer(page):
        if block["path"] is None and block["kind"] == "text" and last is not None:
            last.printed = block["body"]
            continue
        if last is not None:
            yield last
        last = Step(block["path"], block["body"])
    if last is not None:
        yield last


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as the page has it, `polybe` being this very Polybe."""
    source = str(Path(polybe.__file__).parents[1])
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": source}
    script = f'polybe() {{ "{sys.executable}" -m polybe "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    """Every command of the page, run in a folder where its files are written in their turn."""
    folder = tmp_path_factory.mktemp("tutorial")
    finished = []
    for step in steps_of(PAGE.read_text(encoding="utf-8")):
        if step.path is None:
            ran = run(step.body, folder)
            finished.append(Done(step, ran.stdout, ran.stderr))
            continue
        path = folder / step.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.body, encoding="utf-8")
    return finished


def of(done: list[Done], command: str) -> list[Done]:
    return [one for one in done if one.step.body.startswith(command)]


def test_the_page_has_files_and_commands() -> None:
    """What the other tests go by is found: five files, two readings and two checks."""
    steps = list(steps_of(PAGE.read_text(encoding="utf-8")))
    paths = [step.path for step in steps if step.path]
    assert paths[0] == "river.txt"
    assert [Path(path).name for path in paths[1:]] == [
        "armed_groups.toml",
        "mine.toml",
        "classes.toml",
        "roles.toml",
    ]
    commands = [step.body.split()[1] for step in steps if not step.path]
    assert commands == ["code", "codebook", "codebook", "code"]


@pytest.mark.model
def test_the_articles_are_coded_as_the_page_shows(done: list[Done]) -> None:
    """Nothing before, and after it the new verb, the new noun, the new group and the new role."""
    before, after = of(done, "polybe code ")
    assert before.out == before.step.printed, before.told
    assert after.out == after.step.printed, after.told
    assert "canardés\tRiver Brigade (BRF)\tboatmen of Mali" in after.out


@pytest.mark.model
def test_the_check_fails_first_and_passes_then(done: list[Done]) -> None:
    """The example that lacks a word of a class is named as the page shows, and then no more.

    Only the reader's own entries are looked at; Polybe's are checked by `polybe codebook check`.
    """
    amiss, mended = of(done, "polybe codebook check")
    assert amiss.step.printed in amiss.out
    assert mended.out == amiss.out.replace(amiss.step.printed, "")
    assert mended.step.printed == ""


@pytest.mark.model
def test_the_check_counts_the_readers_entries_with_polybes_own(done: list[Done]) -> None:
    """Both of them: one verb and one noun more than the package has."""
    own = len(load_codebook("fr").predicates.all())
    for check in of(done, "polybe codebook check"):
        found = _COUNT.search(check.told)
        assert found is not None
        assert int(found.group()) == own + 2
