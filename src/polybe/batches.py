"""A stream worked on batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items of a stream in lists of ``size``, the last one shorter; none is empty."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
