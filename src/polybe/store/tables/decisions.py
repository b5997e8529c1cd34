"""Tables of decisions: what reviewers decided, and how far sources are trusted."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from .base import metadata

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),  # ISO datetime, UTC
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("slot", Text),
    Column("value", Text),  # JSON
    Column("why", Text),
    Column("undoes", ForeignKey("decision.number")),
)
"""One decision of a reviewer; rows are added, never changed."""

decision_claim = Table(
    "decision_claim",
    metadata,
    Column("decision", ForeignKey("decision.number"), primary_key=True),
    Column("claim", Text, primary_key=True),  # document/report, as it was called when decided
    Column("rest", Integer, nullable=False),  # 1 for those that a split leaves behind, else 0
    Index(None, "claim"),
)
"""The claims that a decision is about."""

succession = Table(
    "succession",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False),
    Column("run", Integer, nullable=False),
    Index(None, "new"),
)
"""A claim that a later run codes otherwise at the same words, and the claim now in its place."""

rating = Table(
    "rating",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("kind", Text, nullable=False),  # outlet or speaker
    Column("source", Text, nullable=False),  # the outlet's name, the speaker's key
    Column("reliability", Text, nullable=False),
    Column("credibility", Text, nullable=False),
    Index(None, "kind", "source"),
)
"""How far a source is trusted; the newest row of a source counts, the others are its history."""
