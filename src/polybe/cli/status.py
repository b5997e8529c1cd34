"""Exit statuses of the command line."""

from __future__ import annotations

OK = 0
SOME_FAILED = 1
WRONG_USAGE = 2
NOTHING_DONE = 3


class NothingDone(Exception):  # noqa: N818 - no error, an end
    """No input could be worked on; the text, when there is one, tells why."""
