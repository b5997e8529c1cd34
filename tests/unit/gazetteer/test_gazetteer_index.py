"""The index file: what is written is found again, and no half-written file is ever read."""

from __future__ import annotations

import pickle
from multiprocessing import get_context
from pathlib import Path

import pytest

from polybe.errors import GazetteerError
from polybe.gazetteer import Gazetteer
from polybe.gazetteer.compiling import Entry, write_index
from polybe.model import Place

KESH = Place("Kesh", "city", 1, 10.0, 20.0, "NOR", "Upper Kesh", 90_000)
LITTLE_KESH = Place("Kesh", "city", 2, -5.0, 40.0, "SUD", None, 700)
NORLAND = Place("Norland", "country", 3, country="NOR", population=4_000_000)
ENTRIES = [
    Entry(NORLAND, (), (("fr", "Norlande"), ("en", "Norland"))),
    Entry(KESH, ("Kesh", "Qesh"), (("fr", "Quèche"),)),
    Entry(LITTLE_KESH, ("Kesh",)),
]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    path = tmp_path / "places.sqlite"
    write_index(path, ENTRIES)
    return path


def test_every_bearer_is_found_the_most_prominent_first(index: Path) -> None:
    """All fields come back as they were written, in the order of the entries."""
    assert Gazetteer(index).find("KESH-") == ()
    assert Gazetteer(index).find("Kesh") == (KESH, LITTLE_KESH)
    assert Gazetteer(index).find("Qesh") == (KESH,)


def test_a_language_has_its_own_names(index: Path) -> None:
    """A French text knows « Quèche » and « Norlande », an English one « Norland »."""
    french, english = Gazetteer(index), Gazetteer(index, language="en")
    assert french.find("Quèche") == (KESH,)
    assert english.find("Quèche") == ()
    assert french.find("Norlande") == (NORLAND,)
    assert french.find("Norland") == ()
    assert english.find("Norland") == (NORLAND,)


def test_lower_case_finds_nothing(index: Path) -> None:
    """A word without a capital is never a name."""
    assert Gazetteer(index).find("kesh") == ()


def test_a_handle_survives_pickling(index: Path) -> None:
    """A worker process gets a handle that reopens the same index in the same language."""
    copy = pickle.loads(pickle.dumps(Gazetteer(index, language="en")))
    assert copy.find("Norland") == (NORLAND,)


def test_writing_leaves_no_temporary_file(index: Path) -> None:
    """After the rename only the index stands in the folder."""
    assert [file.name for file in index.parent.iterdir()] == ["places.sqlite"]


def test_two_processes_may_write_the_same_index(tmp_path: Path) -> None:
    """Both end well, and what stands in the end is whole."""
    path = tmp_path / "new" / "places.sqlite"
    context = get_context("spawn")
    writers = [context.Process(target=write_index, args=(path, ENTRIES)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert Gazetteer(path).find("Kesh") == (KESH, LITTLE_KESH)


def test_a_missing_or_damaged_index_is_named(tmp_path: Path) -> None:
    """The error tells which file cannot be read."""
    with pytest.raises(GazetteerError, match=r"absent\.sqlite"):
        Gazetteer(tmp_path / "absent.sqlite")
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no index at all" * 100)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite"):
        Gazetteer(broken)


def test_an_unwritable_cache_is_named(tmp_path: Path) -> None:
    """A cache that is a file, not a folder, gives our error and not the system's."""
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(GazetteerError, match="cache"):
        write_index(tmp_path / "cache" / "places.sqlite", ENTRIES)
