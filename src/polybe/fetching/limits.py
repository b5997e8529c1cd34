"""How long is waited for a host, and how much is taken from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what is asked of the web; times in seconds, sizes in bytes.

    ``connect`` and ``read`` bound a single wait, ``whole`` one request from its beginning to the
    last byte of its answer, so that a host which sends a byte a minute holds up nothing.  ``body``
    bounds an answer's body both as served and decoded.  ``wait`` is the longest pause that a host
    may ask for (`Crawl-delay`, `Retry-After`) and have.
    """

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    body: int = 16 * 1024 * 1024
    redirects: int = 10
    wait: float = 60.0
