"""Shards on a Ray cluster: each a task of one processor, again if its node dies."""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..errors import EngineError
from ..messages import Reason
from .pool import Workers
from .shards import Done, Shard

if TYPE_CHECKING:
    from .batch import Settings

_AHEAD = 2
"""Tasks handed out for each processor: one that runs, one that waits its turn."""

_RETRIES = 5
"""Times that a shard is begun again after its process or node has died."""

_POOLS: dict[Any, Workers] = {}
"""The pool of one that a process of the cluster keeps from shard to shard."""


def code_shards(
    shards: list[Shard],
    out: str,
    settings: Settings,
    version: str,
    workers: int,
    address: str | None,
) -> Iterator[Done]:
    """The shards as they are done, in whatever order.

    ``address`` is that of a cluster that is there; None starts one of ``workers`` processors on
    this machine and ends it.  Raises EngineError when the cluster cannot be had, or a shard fails
    more often than is honest.
    """
    import ray

    started = not ray.is_initialized()
    if started:
        _start(workers, address)
    try:
        yield from _run(shards, out, settings, version)
    finally:
        if started:
            ray.shutdown()


def _start(workers: int, address: str | None) -> None:
    import ray

    options: dict[str, Any] = {"address": address} if address else {"num_cpus": workers}
    try:
        ray.init(**options, log_to_driver=False, include_dashboard=False if not address else None)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise EngineError(Reason("engine.no_cluster", detail=str(error)[:200])) from error


def _run(shards: list[Shard], out: str, settings: Settings, version: str) -> Iterator[Done]:
    import ray
    from ray.exceptions import RayError

    task = ray.remote(num_cpus=1, max_retries=_RETRIES)(code_one)
    waiting = deque(shards)
    running: list[Any] = []
    while waiting or running:
        while waiting and len(running) < _AHEAD * _processors():
            running.append(task.remote(waiting.popleft(), out, settings, version))
        ready, running = ray.wait(running)
        try:
            yield from ray.get(ready)
        except RayError as error:
            raise EngineError(Reason("engine.shard", detail=str(error)[:300])) from error


def _processors() -> int:
    import ray

    there: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(there.get("CPU", 1)))


def code_one(shard: Shard, out: str, settings: Settings, version: str) -> Done:
    """Code one shard where this process is, by the one worker that it keeps.

    The worker is a process of its own: a document that kills it is set aside, and costs the
    cluster no task.
    """
    from .batch import code_shard

    pool = _POOLS.get(settings)
    if pool is None:
        pool = _POOLS[settings] = Workers(settings.load, 1)
        atexit.register(pool.close)
    return code_shard(shard, out, version, pool)
