"""Versions of what files hold, by which a kept file is known to be still true."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path


def content_version(files: Iterable[Path]) -> str:
    """A version made of the names and contents of files, whatever folder they are in.

    Raises OSError when one cannot be read.
    """
    digest = blake2b(digest_size=16)
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()
