"""Pages of the web, asked for politely."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import httpx

from ..messages import Reason
from ..model import Failure
from .addresses import next_address, parse_address
from .exchange import AGENT, Client, Exchange
from .limits import Limits
from .pace import Pace, retry_after
from .pages import Page
from .robots import Robots
from .state import Known, State
from .unanswered import UnansweredError
from .wire import Resolve, Wire

if TYPE_CHECKING:
    from .archive import Archive

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_MODIFIED = 304
_BUSY = frozenset({429, 503})


class Fetcher:
    """A :class:`Fetch` that asks the web, for the time of a ``with``.

    ``software`` is the name and version by which hosts are asked, ``delay`` the seconds between two
    requests to one host.  ``archive`` keeps what was answered.  ``state`` is a folder in which is
    remembered what there was: then a page that is not another than in an earlier run is None, and a
    run that was cut off is taken up.  Left without an exception, the run counts as finished:
    whoever asked has done with every page that it was given.  Without ``allow_private`` no machine
    is asked that is not of the public internet.

    ``clock``, ``sleep`` and ``resolve`` stand for time and names, so that tests need neither.
    """

    def __init__(
        self,
        *,
        software: str = AGENT,
        limits: Limits | None = None,
        delay: float = 1.0,
        allow_private: bool = False,
        archive: Archive | None = None,
        state: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolve | None = None,
    ) -> None:
        self._limits = limits or Limits()
        wire = Wire(self._limits, allow_private=allow_private, resolve=resolve)
        self._client = Client(wire, software)
        self._pace = Pace(delay, self._limits.wait, clock=clock, sleep=sleep)
        self._robots = Robots(lambda url: self._visit(url, None, check=False), self._pace)
        self._archive = archive
        self._state = State(state) if state else None
        self._given: dict[str, str | None] = {}
        self._missed = False

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what is open; without an exception the run is finished."""
        try:
            if self._state and kind is None:
                self._state.finish(missed=self._missed)
        finally:
            self._close()

    def _close(self) -> None:
        self._client.close()
        if self._state:
            self._state.close()
        if self._archive:
            self._archive.close()

    def __call__(self, url: str) -> Page | Failure | None:
        """The page of an address, or why there is none.

        None where this run has given it already, or an earlier one had the same.
        """
        try:
            return self._page(parse_address(url))
        except UnansweredError as error:
            self._missed = self._missed or error.again
            return Failure(url, error.reason)

    def _page(self, address: httpx.URL) -> Page | None:
        if str(address) in self._given:
            return None
        if self._state and (page := self._state.held(str(address))):
            return self._give(address, page)
        known = self._state.known(str(address)) if self._state else None
        answer = self._visit(address, known, check=True)
        if answer.status == _NOT_MODIFIED and known:
            self._given[str(address)] = None
            return None
        page = self._page_of(answer)
        if page.url in self._given or (known and known.is_same(page)):
            self._given[str(address)] = None
            return None
        if self._state:
            etag, modified = answer.header("ETag"), answer.header("Last-Modified")
            self._state.keep(str(address), page, etag=etag, modified=modified)
        return self._give(address, page)

    def _give(self, address: httpx.URL, page: Page) -> Page:
        self._given |= {str(address): page.fetched, page.url: page.fetched}
        return page

    def trace(self, document: str, url: str) -> None:
        """Keep in the archive that a document was made of the page that an address had in this run.

        Nothing is kept where there was none, or where there is no archive.
        """
        fetched = self._given.get(_plain(url))
        if self._archive and fetched:
            self._archive.trace(document, _plain(url), since=fetched)

    def _page_of(self, answer: Exchange) -> Page:
        if not 200 <= answer.status < 300:
            again = answer.status >= 500 or answer.status in _BUSY
            raise UnansweredError(Reason("fetching.status", status=answer.status), again=again)
        data = answer.content(self._limits.body)
        fetched = answer.begun.isoformat(timespec="seconds")
        return Page(answer.url, data, answer.header("Content-Type"), fetched)

    def _visit(self, url: httpx.URL, known: Known | None, *, check: bool) -> Exchange:
        """The answer behind all redirects; each hop is looked at as if it had been asked for.

        ``check`` tells whether robots.txt is asked, which is so of all but robots.txt itself.
        """
        seen = {str(url)}
        for _ in range(self._limits.redirects + 1):
            if check:
                self._robots.check(url)
            answer = self._ask_patiently(url, known)
            location = answer.header("Location") if answer.status in _REDIRECTS else None
            if location is None:
                return answer
            url = next_address(url, _as_meant(location))
            if str(url) in seen:
                raise UnansweredError(Reason("fetching.loop", url=url))
            seen.add(str(url))
        raise UnansweredError(Reason("fetching.redirects", most=self._limits.redirects))

    def _ask_patiently(self, url: httpx.URL, known: Known | None) -> Exchange:
        """An answer; a host that is busy is asked once more when it says that it may be."""
        answer = self._ask(url, known)
        return answer if _pause(answer) is None else self._ask(url, known)

    def _ask(self, url: httpx.URL, known: Known | None) -> Exchange:
        self._pace.wait(url.host)
        conditions = known.conditions() if known and known.url == str(url) else {}
        try:
            answer = self._client.ask(url, conditions)
        finally:
            self._pace.asked(url.host)
        if pause := _pause(answer):
            self._pace.rest(url.host, pause)
        if self._archive:
            self._archive.keep(answer)
        return answer


def _as_meant(location: str) -> str:
    """An address in a header, which hosts write in UTF-8 though it should be ASCII."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _plain(url: str) -> str:
    try:
        return str(parse_address(url))
    except UnansweredError:
        return url


def _pause(answer: Exchange) -> float | None:
    """The seconds for which a busy host asks to be left alone; None where it does not."""
    return retry_after(answer.header("Retry-After")) if answer.status in _BUSY else None
