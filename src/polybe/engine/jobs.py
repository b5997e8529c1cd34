"""What every shard of a batch is coded by, and where to: what goes to each machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from .coders import Load


class Settings(Protocol):
    """By what a batch is coded: see :class:`polybe.engine.coders.CoderSettings`."""

    @property
    def load(self) -> Load:
        """What makes a worker's coder."""
        ...

    @property
    def gate(self) -> bool:
        """Whether articles that tell nothing the codebook codes are left out."""
        ...

    def version(self) -> str:
        """The version of the codebook."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """The coding of shards into the tables of the folder ``out``.

    ``version`` is that of the codebook, and of the gate where there is one.  ``address`` is that of
    a cluster; without one ``workers`` processors of this machine code.  After ``timeout`` seconds
    over one article it is given up; None for never.
    """

    out: str
    settings: Settings
    version: str
    workers: int = 1
    address: str | None = None
    timeout: float | None = None
