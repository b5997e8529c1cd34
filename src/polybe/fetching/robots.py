"""What hosts want to be left alone with: robots.txt, by RFC 9309."""

from __future__ import annotations

from collections.abc import Callable

import httpx
from protego import Protego

from ..messages import Reason
from .addresses import origin_of
from .exchange import AGENT, Exchange
from .pace import Pace
from .unanswered import NoHostError, UnansweredError

_MOST = 500 * 1024
"""Bytes of a robots.txt that are read; RFC 9309 asks for so many at least."""

_MOST_HOSTS = 1_000
"""Hosts whose rules are kept in memory; those of the one met first make room."""

_TOO_MANY_REQUESTS = 429

Visit = Callable[[httpx.URL], Exchange]


class Robots:
    """Whether addresses may be asked for; a host's robots.txt is asked for once while it is kept.

    ``visit`` asks for an address and follows redirects; ``pace`` is told of a crawl delay.
    """

    def __init__(self, visit: Visit, pace: Pace) -> None:
        self._visit = visit
        self._pace = pace
        self._rules: dict[str, Protego | UnansweredError] = {}

    def check(self, url: httpx.URL) -> None:
        """UnansweredError where the address is not to be asked for, or its host does not say."""
        origin = origin_of(url)
        if origin not in self._rules:
            if len(self._rules) >= _MOST_HOSTS:
                del self._rules[next(iter(self._rules))]
            self._rules[origin] = self._read(url)
        rules = self._rules[origin]
        if isinstance(rules, UnansweredError):
            raise UnansweredError(rules.reason, again=rules.again)
        if not rules.can_fetch(str(url), AGENT):
            raise UnansweredError(Reason("fetching.forbidden", agent=AGENT))

    def _read(self, url: httpx.URL) -> Protego | UnansweredError:
        try:
            rules = _rules_of(self._visit(url.copy_with(raw_path=b"/robots.txt")))
        except NoHostError as error:
            return error
        except UnansweredError as error:
            reason = Reason("fetching.robots", detail=error.reason)
            return UnansweredError(reason, again=error.again)
        if delay := rules.crawl_delay(AGENT):
            self._pace.slow_down(url.host, delay)
        return rules


def _rules_of(answer: Exchange) -> Protego:
    """The rules that an answer gives: none where it says that there are none."""
    if answer.status >= 500 or answer.status == _TOO_MANY_REQUESTS:
        raise UnansweredError(Reason("fetching.status", status=answer.status), again=True)
    if answer.status != 200:
        return Protego.parse("")
    return Protego.parse(answer.content(_MOST * 8)[:_MOST].decode("utf-8-sig", "replace"))
