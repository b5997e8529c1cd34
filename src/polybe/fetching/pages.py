"""What an address answered, and how whoever reads pages asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ..model import Failure


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered.

    ``url`` is the address in the end, behind all redirects; ``data`` the body as served, without
    its transfer and content encoding; ``content_type`` the header of that name, None without one;
    ``fetched`` the ISO 8601 time in UTC at which it was.
    """

    url: str
    data: bytes
    content_type: str | None
    fetched: str


class Fetch(Protocol):
    """Asks for an address: its page, or why there is none.

    None when the page is the one already had: nothing that is new is there to be read.
    """

    def __call__(self, url: str) -> Page | Failure | None:
        """The page of an http or https address."""
        ...
