"""Feeds followed to their pages by the real reader, from a host of this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polybe import app
from polybe.model import Document, Failure
from polybe.reading import read
from tests.unit.reading import made
from tests.web import Answer, Host, hosted

ASKED = app.Web(allow_private=True, delay=0.0)


@pytest.fixture
def host() -> Host:
    """A feed, a list of addresses that names it, and a page."""
    with hosted({}) as host:
        feed = made.feed().replace(made.URL.encode(), f"{host.url}/gare".encode())
        host.routes["/rss"] = Answer(feed, headers={"Content-Type": "application/rss+xml"})
        host.routes["/list"] = Answer(
            f"{host.url}/rss\n".encode(), headers={"Content-Type": "text/plain"}
        )
        host.routes["/gare"] = Answer(
            made.html(), headers={"Content-Type": "text/html; charset=utf-8"}
        )
        yield host


@pytest.mark.parametrize("start", ["/gare", "/rss", "/list"])
def test_an_article_is_reached_from_a_page_a_feed_and_a_list(host: Host, start: str) -> None:
    with app.open_web(ASKED) as web:
        (document,) = read(f"{host.url}{start}", fetch=web, follow=True)
    assert isinstance(document, Document)
    assert (document.title, document.url) == (made.TITLE, f"{host.url}/gare")
    assert (document.published or "")[:10] == "2021-05-03"


def test_a_feed_that_is_not_followed_gives_its_own_texts(host: Host) -> None:
    with app.open_web(ASKED) as web:
        (document,) = read(f"{host.url}/rss", fetch=web)
    assert isinstance(document, Document)
    assert made.FIRST in document.text
    assert "/gare" not in "".join(map(str, host.requests))


def test_a_page_that_is_gone_is_told(host: Host) -> None:
    with app.open_web(ASKED) as web:
        (failure,) = read(f"{host.url}/nothing", fetch=web)
    assert isinstance(failure, Failure)
    assert "404" in failure.reason


def test_what_was_archived_is_an_input_that_gives_the_same_article(
    host: Host, tmp_path: Path
) -> None:
    asked = app.Web(allow_private=True, delay=0.0, archive=tmp_path / "web")
    with app.open_web(asked) as web:
        (fetched,) = read(f"{host.url}/gare", fetch=web)
    (archived,) = (item for item in read(tmp_path / "web") if isinstance(item, Document))
    assert json.dumps(str(fetched)) == json.dumps(str(archived))
