"""Run by Alembic for every upgrade: the steps, on the connection that it is handed.

They are part of that connection's transaction, so that they are all taken or none.
"""

from __future__ import annotations

from alembic import context

from polybe.store.migrating import VERSION_TABLE
from polybe.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
