"""Answers that a grammar is asked for again and again, each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def remembered(read: Callable[[Any, int], Answer]) -> Callable[[Any, int], Answer]:
    """Let a method that reads something off one token read it once for each token.

    For objects that do not change once they are made; what they remember goes with them.
    """
    name = f"_remembered_{read.__name__}"

    @wraps(read)
    def answer(reader: Any, index: int) -> Answer:
        # By exception, since most are known: half the time of asking first.
        try:
            return reader.__dict__[name][index]  # type: ignore[no-any-return]
        except KeyError:
            worked_out = read(reader, index)
            reader.__dict__.setdefault(name, {})[index] = worked_out
            return worked_out

    return answer
