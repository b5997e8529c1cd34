"""The page on why a text was coded so keeps its word: its commands print what it shows."""

from __future__ import annotations

import pytest

from tests.pages import HOW_TO, Done, follow, steps_of

PAGE = HOW_TO / "see-why-it-was-coded-so.md"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    """Every command of the page, run."""
    return follow(PAGE, tmp_path_factory.mktemp("explain"))


def test_the_page_has_files_and_commands() -> None:
    """An article, a class of the reader's own, and what both are explained by."""
    steps = steps_of(PAGE)
    assert [step.path for step in steps if step.path] == ["boat.txt", "my-packs/fr/classes.toml"]
    assert {step.body.split()[1] for step in steps if not step.path} == {"explain"}


@pytest.mark.model
def test_every_command_prints_what_the_page_shows(done: list[Done]) -> None:
    """To the letter: list, parse, reports, reasons."""
    assert [one.out for one in done] == [one.step.printed for one in done], done[-1].told


@pytest.mark.model
def test_the_mended_class_lets_the_entry_fire(done: list[Done]) -> None:
    """Refused for its object before, a report after."""
    before, after = (one.out for one in done if "--sentence 1" in one.step.body)
    assert "is in no class" in before
    assert "COERCE/seize" in after
