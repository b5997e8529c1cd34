"""When a host may be asked again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ..messages import Reason
from .unanswered import UnansweredError

_LONGEST = 366 * 86_400.0
"""Seconds after which nobody comes back anyway."""


class Pace:
    """Keeps requests to one host apart, and leaves a host alone for as long as it asks.

    ``delay`` are the seconds between the end of a request and the next to the same host, ``most``
    the longest that is waited; ``clock`` gives seconds, ``sleep`` lets them pass.
    """

    def __init__(
        self,
        delay: float,
        most: float,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._delay = delay
        self._most = max(delay, most)
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Wait until the host may be asked; UnansweredError where that would be too long."""
        left = self._free.get(host, 0.0) - self._clock()
        if left > self._most:
            reason = Reason("fetching.resting", host=host, seconds=round(left))
            raise UnansweredError(reason, again=True)
        if left > 0:
            self._sleep(left)

    def asked(self, host: str) -> None:
        """Take note that a request to the host has ended."""
        self.rest(host, self._delays.get(host, self._delay))

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long, or longer where that was said before."""
        until = self._clock() + seconds
        self._free[host] = max(until, self._free.get(host, 0.0))

    def slow_down(self, host: str, seconds: float) -> None:
        """Keep requests to the host so far apart, where that is more than others are."""
        self._delays[host] = max(seconds, self._delay)
        self.rest(host, self._delays[host])


def retry_after(value: str | None) -> float | None:
    """The seconds that a `Retry-After` asks for; None where there is none to be understood."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return min(float(value), _LONGEST)
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
