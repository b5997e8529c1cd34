"""Many documents coded on one machine, by as many processes as are wanted."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from ..model import CodedDocument, Failure
from .coders import CoderSettings
from .pool import Workers
from .tasks import Item

logger = logging.getLogger(__name__)


def code_many(
    items: Iterable[Item],
    settings: CoderSettings,
    *,
    workers: int,
    timeout: float | None = None,
) -> Iterator[CodedDocument | Failure]:
    """The items in their order, every document as its coded form or a Failure.

    The outcome is the same whatever the number of ``workers``; ``timeout`` is the seconds after
    which a document is given up, None for never.  Raises what
    :meth:`polybe.engine.pool.Workers.code` raises, and CodebookError or GazetteerError at once.
    """
    settings.prepare(logger.info)
    with Workers(settings.load, workers, timeout=timeout) as pool:
        yield from pool.code(items)
