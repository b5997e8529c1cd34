"""Pages that show a session: their files are written, their commands run, in the page's order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polybe

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"

_BLOCK = re.compile(
    r"(?:^`(?P<path>[^`\n]+)`:\n\n)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


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


def steps_of(page: Path) -> list[Step]:
    """The steps of a page in their order; a block without a path after a command is its output."""
    return list(_steps(page.read_text(encoding="utf-8")))


def _steps(page: str) -> Iterator[Step]:
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


def follow(page: Path, folder: Path) -> list[Done]:
    """Run every command of a page in a folder where its files are written in their turn."""
    finished = []
    for step in steps_of(page):
        if step.path is None:
            ran = _run(step.body, folder)
            finished.append(Done(step, ran.stdout, ran.stderr))
            continue
        path = folder / step.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.body, encoding="utf-8")
    return finished


def of(done: list[Done], command: str) -> list[Done]:
    """The commands run that begin so."""
    return [one for one in done if one.step.body.startswith(command)]


def _run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as the page has it, `polybe` being this very Polybe, 98 columns wide."""
    source = str(Path(polybe.__file__).parents[1])
    told = {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": source, "COLUMNS": "98"}
    script = f'polybe() {{ "{sys.executable}" -m polybe "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={**os.environ, **told},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
