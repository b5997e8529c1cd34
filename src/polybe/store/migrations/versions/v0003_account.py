"""The tables of the account: claims, how they meet, clusters and findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


_INDEXES = {
    "kinds": "kind day origins known_from known_to",
    "disputed": "disputed day known_from known_to",
    "categories": "category day known_from known_to",
    "sums": "category country day known_from known_to status low best high disputed",
}


def upgrade() -> None:
    """Make them, and put every document among those that the account does not hold yet."""
    _make_tellings()
    _make_findings()
    op.execute(
        "INSERT INTO pending (document) SELECT id FROM document "
        "WHERE id NOT IN (SELECT document FROM pending)"
    )


def _make_tellings() -> None:
    op.create_table(
        "text",
        sa.Column("document", sa.Text, sa.ForeignKey("document.id"), primary_key=True),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
    )
    op.create_index("ix_text_origin", "text", ["origin"])
    op.create_table(
        "copy",
        sa.Column("a", sa.Text, primary_key=True),
        sa.Column("b", sa.Text, primary_key=True),
    )
    op.create_index("ix_copy_b", "copy", ["b"])
    op.create_table(
        "telling",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_telling_document", "telling", ["document"])
    op.create_table(
        "claim",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("telling", sa.Integer, sa.ForeignKey("telling.number"), nullable=False),
        sa.Column("cluster", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    for column in ("document", "telling", "cluster"):
        op.create_index(f"ix_claim_{column}", "claim", [column])
    op.create_table(
        "speaking",
        sa.Column("speaker", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("reports", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_speaking_document", "speaking", ["document"])
    op.create_table(
        "block",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("telling", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_block_telling", "block", ["telling"])
    op.create_table(
        "link",
        sa.Column("a", sa.Integer, primary_key=True),
        sa.Column("b", sa.Integer, primary_key=True),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("kept", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_b", "link", ["b"])


def _make_findings() -> None:
    op.create_table(
        "finding",
        sa.Column("cluster", sa.Text, primary_key=True),
        sa.Column("known_from", sa.Text, primary_key=True),
        sa.Column("known_to", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("country", sa.Text),
        sa.Column("category", sa.Text),
        sa.Column("low", sa.Float),
        sa.Column("best", sa.Float),
        sa.Column("high", sa.Float),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("disputed", sa.Boolean, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    for name, columns in _INDEXES.items():
        op.create_index(f"ix_finding_{name}", "finding", columns.split())
    for name in ("place", "actor"):
        op.create_table(
            f"finding_{name}",
            sa.Column(name, sa.Text, primary_key=True),
            sa.Column("kind", sa.Text, primary_key=True),
            sa.Column("day", sa.Text, primary_key=True),
            sa.Column("cluster", sa.Text, primary_key=True),
            sa.Column("known_from", sa.Text, primary_key=True),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_finding_{name}_cluster", f"finding_{name}", ["cluster"])
