"""The bytes that were fetched, found again and checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..fetching.archive import Entry, Fault


def find_evidence(archive: Path, what: str) -> list[Entry]:
    """The records of an archive that an address, or a document by its id, comes from.

    Newest first.  Raises FetchingError where there is no archive.
    """
    from ..fetching.archive import find

    return find(archive, what)


def evidence_bytes(archive: Path, entry: Entry) -> bytes:
    """The body that a record of an archive holds; FetchingError where it is not what it was."""
    from ..fetching.archive import bytes_of

    return bytes_of(archive, entry)


def check_evidence(archive: Path) -> Iterator[Fault]:
    """Every record of an archive whose bytes are not those that were kept.

    Raises FetchingError where there is no archive.
    """
    from ..fetching.archive import check

    return check(archive)
