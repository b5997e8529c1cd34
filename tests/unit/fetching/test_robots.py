"""robots.txt is read once, as it is meant, and what it says is kept to."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest

from polybe.fetching import robots
from polybe.fetching.exchange import Exchange
from polybe.fetching.pace import Pace
from polybe.fetching.robots import Robots
from polybe.fetching.unanswered import UnansweredError


class Web:
    """Hosts that all have the same robots.txt."""

    def __init__(self, text: bytes, status: int = 200) -> None:
        self.text, self.status = text, status
        self.asked: list[str] = []
        self.slept: list[float] = []
        self.pace = Pace(1.0, 60.0, clock=lambda: 0.0, sleep=self.slept.append)
        self.robots = Robots(self.visit, self.pace)

    def visit(self, url: httpx.URL) -> Exchange:
        self.asked.append(str(url))
        now = datetime(2026, 1, 2, tzinfo=UTC)
        return Exchange(str(url), self.status, (), self.text, b"", b"", now, None)

    def allows(self, url: str) -> bool:
        try:
            self.robots.check(httpx.URL(url))
        except UnansweredError:
            return False
        return True


def test_it_is_asked_for_once_for_each_scheme_host_and_port() -> None:
    web = Web(b"")
    for url in ("http://a.fr/1", "http://a.fr/2?x", "https://a.fr/1", "http://a.fr:81/1"):
        assert web.allows(url)
    assert web.asked == [
        "http://a.fr/robots.txt",
        "https://a.fr/robots.txt",
        "http://a.fr:81/robots.txt",
    ]


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /monde/",
        b"user-agent: polybe\r\ndisallow: /monde/",
        b"User-agent: POLYBE\nDisallow: /monde/*\n",
        b"User-agent: *\nDisallow: /\nAllow: /sport\n",
        "User-agent: *\nDisallow: /monde/ # l'\xe9t\xe9".encode("latin-1"),
    ],
)
def test_rules_are_read_as_they_are_meant(text: bytes) -> None:
    web = Web(text)
    assert not web.allows("http://a.fr/monde/1")
    assert web.allows("http://a.fr/sport/1")


def test_rules_for_another_are_not_ours() -> None:
    assert Web(b"User-agent: autre\nDisallow: /").allows("http://a.fr/1")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_without_rules_all_is_allowed_and_without_an_answer_nothing(
    status: int, allowed: bool
) -> None:
    assert Web(b"User-agent: *\nDisallow: /", status).allows("http://a.fr/1") is allowed


def test_a_crawl_delay_goes_to_the_pace() -> None:
    web = Web(b"User-agent: *\nCrawl-delay: 12.5")
    assert web.allows("http://a.fr/1")
    web.pace.wait("a.fr")
    assert web.slept == [12.5]


def test_rules_of_a_host_met_long_ago_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "_MOST_HOSTS", 2)
    web = Web(b"User-agent: *\nDisallow: /non")
    for host in ("a", "b", "c", "c", "b", "a"):
        assert web.allows(f"http://{host}.fr/1")
        assert not web.allows(f"http://{host}.fr/non")
    assert [url[7] for url in web.asked] == ["a", "b", "c", "a"]
