"""The page on extending the codebook keeps its word: its files are written, its commands run."""

from __future__ import annotations

import re

import pytest

from polybe.codebook import load_codebook
from tests.pages import HOW_TO, Done, follow, of, steps_of

PAGE = HOW_TO / "extend-the-codebook.md"

_COUNT = re.compile(r"\d+(?= examples)")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> list[Done]:
    """Every command of the page, run."""
    return follow(PAGE, tmp_path_factory.mktemp("tutorial"))


def test_the_page_has_files_and_commands() -> None:
    """What the other tests go by is found: the files, two readings, two checks and a list."""
    steps = steps_of(PAGE)
    assert [step.path for step in steps if step.path] == [
        "river.txt",
        "my-packs/world/armed_groups.toml",
        "my-packs/fr/predicates/mine.toml",
        "my-packs/fr/classes.toml",
        "my-packs/fr/roles.toml",
        "my-packs/plover/levy.toml",
        "my-packs/fr/frames.toml",
        "my-packs/fr/predicates/levies.toml",
    ]
    commands = [step.body.split()[1] for step in steps if not step.path]
    assert commands == ["code", "codebook", "codebook", "codebook", "code"]


@pytest.mark.model
def test_the_articles_are_coded_as_the_page_shows(done: list[Done]) -> None:
    """Nothing before; after it the new verb, noun, group, role, and type of event with its mode."""
    before, after = of(done, "polybe code ")
    assert before.out == before.step.printed, before.told
    assert after.out == after.step.printed, after.told
    assert "canardés\tRiver Brigade (BRF)\tboatmen of Mali" in after.out
    assert "LEVY\triver\tponctionne\tRiver Brigade (BRF)\tboatmen of Mali" in after.out


@pytest.mark.model
def test_the_new_type_is_listed(done: list[Done]) -> None:
    """With its mode, as the page shows."""
    (listed,) = of(done, "polybe codebook list")
    assert listed.out == listed.step.printed, listed.told
    assert listed.out.startswith("LEVY\t")


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
