"""The version of a store's tables, and the steps that bring it up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from ..errors import StoreError
from ..messages import Reason
from .engines import Place

_MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "polybe_version"
_VERSION = table(VERSION_TABLE, column("version_num"))


def latest_version() -> str:
    """The version this Polybe writes: the highest number of its migrations, of four digits."""
    return max(path.name[1:5] for path in (_MIGRATIONS / "versions").glob("v[0-9]*.py"))


def version_of(connection: Connection) -> str | None:
    """The version of a store's tables; None where there is none yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def is_up_to_date(connection: Connection) -> bool:
    """Whether the store's tables are those of this Polybe."""
    return version_of(connection) == latest_version()


def check_version(connection: Connection, place: Place, *, create: bool, migrate: bool) -> None:
    """StoreError when a database is no store, is newer than this Polybe, or may not be changed."""
    found, latest = version_of(connection), latest_version()
    if found is None and inspect(connection).get_table_names():
        raise StoreError(Reason("store.not_a_store", where=place.name, detail=VERSION_TABLE))
    if found is None and not create:
        raise StoreError(Reason("store.missing", where=place.name))
    if found is not None and found > latest:
        raise StoreError(Reason("store.newer", where=place.name, found=found, latest=latest))
    if found is not None and found < latest and not migrate:
        raise StoreError(Reason("store.older", where=place.name, found=found, latest=latest))


def bring_up_to_date(connection: Connection, version: str = "head") -> None:
    """Take the steps up to a version, the latest by default, within the connection's transaction.

    The transaction must be one that writes, so that no other process takes them meanwhile.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, version)
