"""The compiled index of places, and the handle through which names are looked up."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from ..caching import cache_folder
from ..codebook.packs import Packs
from ..errors import GazetteerError
from ..model import Place
from .compiling import SCHEMA, compile_index
from .names import name_key
from .packs import places_version, read_packed_places
from .sources import sources_version

_REMEMBERED = 50_000

_FIND = """
SELECT place.name, precision, geonames, latitude, longitude, country, admin1, population
FROM name JOIN place ON place.id = name.place
WHERE key = ? AND language IN ('', ?) ORDER BY name.place
"""


class Gazetteer:
    """A handle on a compiled index of places.

    It holds one read-only connection and remembers what it looked up, which changes no answer.  A
    pickled handle reopens the same file, so that it can be sent to a worker process.
    """

    __slots__ = ("_connection", "_known", "language", "path")

    def __init__(self, path: Path, language: str = "fr") -> None:
        """Open the index at `path`; `language` says whose names of countries and regions count.

        Raises GazetteerError when the file is missing or is no such index.
        """
        self.path = path
        self.language = language
        self._known: dict[str, tuple[Place, ...]] = {}
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._connection.execute(_FIND, ("", language)).fetchall()
        except sqlite3.Error as error:
            raise GazetteerError(f"{path}: cannot read the index of places: {error}") from error

    @classmethod
    def open(
        cls,
        *,
        cache: Path | None = None,
        progress: Callable[[str], None] | None = None,
        packs: Packs | None = None,
        language: str = "fr",
    ) -> Gazetteer:
        """Open the index, compiling it first when this version is not in `cache` yet.

        `progress` is called with a line of text at each step of compiling.  Raises GazetteerError
        when the index can neither be read nor built, CodebookError when a pack is malformed.
        """
        packs = packs or Packs()
        digest = blake2b(digest_size=8)
        digest.update(f"{SCHEMA} {sources_version()} {places_version(packs)}".encode())
        path = (cache or cache_folder()) / f"places-{digest.hexdigest()}.sqlite"
        if not path.exists():
            compile_index(path, read_packed_places(packs), progress or _silence)
        return cls(path, language)

    def find(self, name: str) -> tuple[Place, ...]:
        """Every place that bears the name, the most prominent first; () when there is none.

        Case, accents, hyphens and apostrophes do not count, but a name without a capital is no
        name and finds nothing.
        """
        key = name_key(name)
        if not key:
            return ()
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            rows = self._connection.execute(_FIND, (key, self.language))
            known = self._known[key] = tuple(Place(*row) for row in rows)
        return known

    def close(self) -> None:
        """Let go of the file; the handle finds nothing afterwards."""
        self._connection.close()

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path, str]]:
        return Gazetteer, (self.path, self.language)


def _silence(_: str) -> None:
    """Progress that nobody wants to hear of."""
