"""Shards on a Ray cluster: each a task of one processor, again if its node dies."""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterator
from typing import Any

from ..errors import EngineError
from ..messages import Reason
from .jobs import Job
from .manifests import Done
from .pool import Workers
from .shard_coding import code_shard
from .shards import Shard

_AHEAD = 2
"""Tasks handed out for each processor: one that runs, one that waits its turn."""

_RETRIES = 5
"""Times that a shard is begun again after its process or node has died."""

_POOLS: dict[Any, Workers] = {}
"""The pool of one that a process of the cluster keeps from shard to shard."""


def code_on_cluster(shards: list[Shard], job: Job) -> Iterator[Done]:
    """The shards as they are done, in whatever order.

    Without the address of a cluster one is started on this machine, and ended.  Raises EngineError
    when the cluster cannot be had, or a shard fails more often than is honest.
    """
    import ray

    if not shards:
        return
    started = not ray.is_initialized()
    if started:
        _start(job)
    try:
        yield from _run(shards, job)
    finally:
        if started:
            ray.shutdown()


def _start(job: Job) -> None:
    import ray

    options: dict[str, Any] = {"num_cpus": job.workers, "include_dashboard": False}
    if job.address:
        options = {"address": job.address}
    try:
        ray.init(**options, log_to_driver=False)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise EngineError(Reason("engine.no_cluster", detail=str(error)[:200])) from error


def _run(shards: list[Shard], job: Job) -> Iterator[Done]:
    import ray
    from ray.exceptions import RayError

    # An OSError is of the file store, which may answer the next time.  (The stubs know no list.)
    retried: Any = {"max_retries": _RETRIES, "retry_exceptions": [OSError]}
    task = ray.remote(num_cpus=1, **retried)(code_one)
    waiting = deque(shards)
    running: list[Any] = []
    while waiting or running:
        while waiting and len(running) < _AHEAD * _processors():
            running.append(task.remote(waiting.popleft(), job))
        ready, running = ray.wait(running)
        try:
            yield from ray.get(ready)
        except RayError as error:
            raise EngineError(Reason("engine.shard", detail=str(error)[:300])) from error


def _processors() -> int:
    import ray

    there: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(there.get("CPU", 1)))


def code_one(shard: Shard, job: Job) -> Done:
    """Code one shard where this process is, by the one worker that it keeps.

    The worker is a process of its own: a document that kills it is set aside, and costs the
    cluster no task.
    """
    key = (job.settings, job.timeout)
    pool = _POOLS.get(key)
    if pool is None:
        pool = _POOLS[key] = Workers(job.settings.load, 1, timeout=job.timeout)
        atexit.register(pool.close)
    return code_shard(shard, job, pool)
