"""Why an address gave no page."""

from __future__ import annotations

from ..errors import FetchingError
from ..messages import Reason


class UnansweredError(FetchingError):
    """An address gave no page; ``again`` tells whether it may give one another time."""

    def __init__(self, reason: Reason, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class NoHostError(UnansweredError):
    """There is no host behind an address, or none that may be asked or believed."""
