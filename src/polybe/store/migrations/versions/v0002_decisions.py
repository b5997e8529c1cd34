"""The tables of decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("slot", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("why", sa.Text),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("decision.number")),
    )
    op.create_table(
        "decision_claim",
        sa.Column("decision", sa.Integer, sa.ForeignKey("decision.number"), primary_key=True),
        sa.Column("claim", sa.Text, primary_key=True),
        sa.Column("rest", sa.Integer, nullable=False),
    )
    op.create_index("ix_decision_claim_claim", "decision_claim", ["claim"])
    op.create_table(
        "succession",
        sa.Column("old", sa.Text, primary_key=True),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
    )
    op.create_index("ix_succession_new", "succession", ["new"])
    op.create_table(
        "rating",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("reliability", sa.Text, nullable=False),
        sa.Column("credibility", sa.Text, nullable=False),
    )
    op.create_index("ix_rating_kind_source", "rating", ["kind", "source"])
