"""What is remembered of pages from run to run."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from polybe.errors import FetchingError
from polybe.fetching import Page
from polybe.fetching.state import Known, State
from polybe.messages import Reason

ADDRESS = "http://exemple.fr/a"
FEED = "http://exemple.fr/rss"


def page(text: str = "Goma", url: str = ADDRESS, content_type: str | None = "text/html") -> Page:
    return Page(url, text.encode(), content_type, "2026-01-02T03:04:05+00:00")


def keep(state: State, *pages: Page) -> None:
    for each in pages:
        state.keep(each.url, each, etag='"v1"', modified=None)


def test_a_run_that_was_cut_off_holds_its_pages_and_a_finished_one_does_not(
    tmp_path: Path,
) -> None:
    with closing(State(tmp_path)) as state:
        assert state.held(ADDRESS) is None
        keep(state, page())
    with closing(State(tmp_path)) as state:
        assert state.held(ADDRESS) == page()
        state.finish(missed=False)
    with closing(State(tmp_path)) as state:
        assert state.held(ADDRESS) is None


def test_a_page_is_told_from_a_changed_one_and_from_one_elsewhere(tmp_path: Path) -> None:
    with closing(State(tmp_path)) as state:
        keep(state, page())
        state.finish(missed=False)
    with closing(State(tmp_path)) as state:
        known = state.known(ADDRESS)
        assert isinstance(known, Known)
        assert known.is_same(page())
        assert not known.is_same(page("Goma, corrigé"))
        assert not known.is_same(page(url=FEED))
        assert known.conditions() == {"If-None-Match": '"v1"'}
        assert state.known(FEED) is None


def test_where_pages_were_missed_what_may_lead_to_them_is_asked_for_anew(tmp_path: Path) -> None:
    feed = page("<rss/>", FEED, "application/rss+xml")
    with closing(State(tmp_path)) as state:
        keep(state, page(), feed)
        state.finish(missed=True)
    with closing(State(tmp_path)) as state:
        article, listing = state.known(ADDRESS), state.known(FEED)
        assert article is not None
        assert article.is_same(page())
        assert listing is not None
        assert not listing.is_same(feed)
        assert listing.conditions() == {}


def test_two_runs_do_not_use_one_memory_at_a_time(tmp_path: Path) -> None:
    with closing(State(tmp_path)), pytest.raises(FetchingError) as raised:
        State(tmp_path)
    assert raised.value.args[0].key == "fetching.state_in_use"
    State(tmp_path).close()


def test_what_is_no_memory_of_ours_is_left_alone_and_told(tmp_path: Path) -> None:
    file = tmp_path / "fetching.db"
    file.write_bytes(b"Pas une base de donn\xe9es." * 100)
    with pytest.raises(FetchingError) as raised:
        State(tmp_path)
    assert isinstance(raised.value.args[0], Reason)
    assert str(file) in raised.value.args[0]
    assert file.read_bytes().startswith(b"Pas une base")
    with pytest.raises(FetchingError):
        State(file)


def test_a_memory_of_a_newer_polybe_is_refused(tmp_path: Path) -> None:
    State(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "fetching.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(FetchingError) as raised:
        State(tmp_path)
    assert raised.value.args[0].key == "fetching.newer_state"
