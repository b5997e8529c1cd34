"""What is kept comes back the same, and no state of the cache is an error."""

from __future__ import annotations

import os
import pickle
import re
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import pytest

from polybe.caching import content_version, kept
from polybe.codebook.aliases import Alias

VALUE = {
    "words": frozenset({"été", "hiver"}),
    "pattern": re.compile(r"(?P<word>\w+)"),
    "alias": Alias(("kesh",), (True,), "", "name", "kesh"),
}


class Maker:
    """Makes a value and counts how often."""

    def __init__(self, value: object = VALUE) -> None:
        self.value = value
        self.made = 0

    def __call__(self) -> object:
        self.made += 1
        return self.value


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POLYBE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def keep(make: Callable[[], object], version: str = "1") -> object:
    return kept("thing", version, make, package="polybe.codebook")


def only_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_what_was_kept_is_read_and_not_made_again(cache: Path) -> None:
    make = Maker()
    assert keep(make) == keep(make) == VALUE
    assert make.made == 1
    assert only_file(cache).name.startswith("thing-")


def test_another_version_is_made_anew_and_the_first_stays(cache: Path) -> None:
    make = Maker()
    for version in ("1", "2", "1", "2"):
        keep(make, version)
    assert make.made == 2
    assert len(list(cache.iterdir())) == 2


def test_only_the_owner_can_read_what_is_kept(cache: Path) -> None:
    keep(Maker())
    assert stat.S_IMODE(only_file(cache).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: b"\0" * len(content),
    ],
)
def test_a_damaged_file_is_made_anew(cache: Path, damage: Callable[[bytes], bytes]) -> None:
    make = Maker()
    keep(make)
    path = only_file(cache)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert keep(make) == VALUE
    assert make.made == 2
    assert only_file(cache).read_bytes() == whole


class Evil:
    """Unpickled, it would make a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_a_file_that_would_run_code_is_not_run_but_made_anew(cache: Path, tmp_path: Path) -> None:
    """Even with the right sum: the reader knows no function to call."""
    make = Maker()
    keep(make)
    body = pickle.dumps(Evil(tmp_path / "run"))
    only_file(cache).write_bytes(blake2b(body, digest_size=16).digest() + body)
    assert keep(make) == VALUE
    assert make.made == 2
    assert not (tmp_path / "run").exists()


@pytest.mark.usefixtures("cache")
def test_classes_of_other_packages_are_not_read() -> None:
    make = Maker(Path("x"))
    keep(make)
    keep(make)
    assert make.made == 2


def test_a_cache_that_cannot_be_written_is_no_error(cache: Path) -> None:
    cache.write_text("in the way")
    make = Maker()
    assert keep(make) == keep(make) == VALUE
    assert make.made == 2


def test_several_at_once_all_get_the_value_and_leave_one_whole_file(cache: Path) -> None:
    makers = [Maker() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(keep, makers)) == [VALUE] * 8
    make = Maker()
    assert keep(make) == VALUE
    assert make.made == 0
    assert only_file(cache).suffix == ".pickle"


def test_the_files_longest_unused_go_when_there_are_many(cache: Path) -> None:
    make = Maker()
    for number in range(8):
        keep(make, str(number))
    for age, path in enumerate(sorted(cache.iterdir())):
        os.utime(path, (age, age))
    keep(make, "0")  # used now
    for number in range(8, 15):
        keep(make, str(number))
    made = make.made
    keep(make, "0")
    assert make.made == made
    assert len(list(cache.iterdir())) == 8


def test_what_making_raises_passes_through_and_nothing_is_kept(cache: Path) -> None:
    def fail() -> object:
        raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"):
        keep(fail)
    assert not cache.exists()


def test_a_version_tells_names_and_contents_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("y")
    version = content_version([first, second])
    assert version == content_version([second, first])
    second.write_text("z")
    assert version != content_version([first, second])
    first.write_text("z")
    second.write_text("x")
    assert version != content_version([first, second])
