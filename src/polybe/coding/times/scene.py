"""What a time is read against: publication, signs of the future, and the day last told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from .when import When

_REACH = 110
"""Characters on either side of a date in which a sign of past or future is looked for."""

_CLAUSE = 40
"""Characters that a comma between a date and a sign of time counts for."""

_SENTENCE_END = re.compile(r"[.!?…]\s+|\n|;")


@dataclass(frozen=True, slots=True)
class Scene:
    """The setting of one time.

    ``published`` is None when not known.  ``sign`` tells whether the text says that the time is to
    come, None when it says nothing; it is a call because only some times need to know.  ``told``
    is the time last told before, ``day`` the day last told, None when there is none near.
    """

    published: date | None
    sign: Callable[[], bool | None] = lambda: None
    told: When | None = None
    day: date | None = None

    def is_ahead(self) -> bool:
        """Whether the text says that the time is to come."""
        return bool(self.sign())


def sentence_bounds(text: str, start: int, end: int, reach: int = 400) -> tuple[int, int]:
    """Where the sentence around a stretch begins and ends, `reach` characters away at most."""
    low = max(0, start - reach)
    for border in _SENTENCE_END.finditer(text, low, start):
        low = border.end()
    following = _SENTENCE_END.search(text, end, min(len(text), end + reach))
    return low, following.start() if following else min(len(text), end + reach)


def tells_future(
    text: str, folded: str, start: int, end: int, direction: re.Pattern[str]
) -> bool | None:
    """Whether the sign of time nearest to a stretch of its sentence points to the future.

    None when there is no sign.  `folded` is `text` as the calendar's patterns want it.  A capital
    marks a name that only looks like a verb (« Rivera »).
    """
    low, high = sentence_bounds(folded, start, end, _REACH)
    nearest: tuple[int, bool | None] = (_REACH + _CLAUSE + 1, None)
    for sign in direction.finditer(folded, low, high):
        inside = sign.start() < end and start < sign.end()
        is_name = text[sign.start() : sign.start() + 2].istitle() and sign.start() > low
        if inside or is_name:
            continue
        first, last = (sign.end(), start) if sign.end() <= start else (end, sign.start())
        gap = last - first + (_CLAUSE if "," in folded[first:last] else 0)
        if gap < nearest[0]:
            nearest = (gap, sign.lastgroup == "future")
    return nearest[1]


def is_ahead(slots: Mapping[str, int | str], scene: Scene) -> bool:
    """Whether a time is to come: by its own « prochain » or « dernier », else by the text."""
    if "side" in slots:
        return slots["side"] == "future"
    return scene.is_ahead()


def sign_of(side: int | str) -> int:
    """1 for « prochain », -1 for « dernier »."""
    return 1 if side == "future" else -1
