"""What databases complain of, told as StoreError: the one place that knows their codes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from ..errors import StoreError
from ..messages import Reason
from .engines import Place

_SQLITE = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_NOTADB: "not_a_store",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CANTOPEN: "unopenable",
    sqlite3.SQLITE_IOERR: "failed",
}
"""Primary result codes of SQLite."""

_POSTGRESQL = {
    "53100": "full",
    "25006": "read_only",
    "42501": "read_only",
    "42P01": "not_a_store",
    "55P03": "locked",
    "40P01": "locked",
    "40001": "locked",
    "XX001": "damaged",
    "XX002": "damaged",
    "53300": "unreachable",
    "57P03": "unreachable",
    "57P01": "lost",
    "57P02": "lost",
    "57P05": "lost",
}
"""SQLSTATE codes; those of the classes 08 (connection) and 28, 3D (log-in) are told by class."""

_CLASSES = {"08": "lost", "28": "unreachable", "3D": "unreachable", "58": "failed"}


@contextmanager
def told_of(place: Place) -> Iterator[None]:
    """Errors of the database within the block become StoreError that names the place.

    Left as they are: those that only a fault in Polybe can bring about.
    """
    try:
        yield
    except DBAPIError as error:
        key = _key_of(error)
        if key is None:
            raise
        raise _store_error(key, place, error.orig or error) from error
    except sqlite3.Error as error:
        raise _store_error(_sqlite_key(error) or "failed", place, error) from error
    except NoConnectionFree as error:  # every connection of this process is in use
        raise _store_error("locked", place, error) from error


def is_damage(error: DBAPIError) -> bool:
    """Whether an error tells that the database itself is damaged."""
    return _key_of(error) == "damaged"


def _key_of(error: DBAPIError) -> str | None:
    """The message for an error of the database; None when the fault is in what it was asked."""
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return _sqlite_key(original) or _key_of_others(error)
    state = getattr(original, "sqlstate", None)
    if state is None:  # told by the driver, not by the server
        lost = error.connection_invalidated or error.statement is not None
        return "lost" if lost else "unreachable"
    return _POSTGRESQL.get(state) or _CLASSES.get(state[:2]) or _key_of_others(error)


def _sqlite_key(error: sqlite3.Error) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)  # absent where the driver itself refuses
    return None if code is None else _SQLITE.get(code & 0xFF)


def _key_of_others(error: DBAPIError) -> str | None:
    return None if isinstance(error, IntegrityError | ProgrammingError) else "failed"


def _store_error(key: str, place: Place, error: BaseException) -> StoreError:
    return StoreError(Reason(f"store.{key}", where=place.name, detail=_detail(place, error)))


def _detail(place: Place, error: BaseException) -> str:
    """The database's own words, on one line, the password taken out."""
    words = " ".join(str(error).split())
    password = place.url.password
    return words.replace(str(password), "***") if password else words
