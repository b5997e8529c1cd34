"""The tables of documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("codebook", sa.Text, nullable=False),
        sa.Column("begun", sa.Text, nullable=False),
        sa.UniqueConstraint("codebook"),
    )
    _documents()
    op.create_table(
        "coding",
        sa.Column("document", sa.Text, sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), primary_key=True),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("mentions", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_coding_run", "coding", ["run"])
    op.create_index(
        "uq_coding_current",
        "coding",
        ["document"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )
    _reports()
    op.create_table(
        "pending",
        sa.Column("document", sa.Text, sa.ForeignKey("document.id"), primary_key=True),
    )


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("known", sa.Text, nullable=False),
        sa.Column("until", sa.Text),
    )
    op.create_index("ix_document_address_revision", "document", ["address", "revision"])
    op.create_index("ix_document_outlet", "document", ["outlet"])


def _reports() -> None:
    op.create_table(
        "report",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "run", "id"),
        sa.ForeignKeyConstraint(["document", "run"], ["coding.document", "coding.run"]),
    )
