"""Tables of the account: claims, how they meet, the clusters they make and what these amount to.

All of it follows from documents and decisions, and can be made anew from them at any time.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from .base import metadata

text = Table(
    "text",
    metadata,
    Column("document", ForeignKey("document.id"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),  # MinHash of the text
    Column("origin", Text, nullable=False),  # smallest id of the copies of its dispatch
    Index(None, "origin"),
)
"""What tells the copies of a dispatch."""

copy = Table(
    "copy",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Index(None, "b"),
)
"""Two documents of one dispatch, the smaller id first."""

telling = Table(
    "telling",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON of the profile, without the signature
    Index(None, "document"),
)
"""What one article tells of one fact."""

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),  # document/report
    Column("document", Text, nullable=False),
    Column("telling", ForeignKey("telling.number"), nullable=False),
    Column("cluster", Text, nullable=False),  # smallest id of the claims of its cluster
    Column("kind", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON of the claim
    Index(None, "document"),
    Index(None, "telling"),
    Index(None, "cluster"),
)
"""A report of the current coding, as the account reads it, edits applied."""

speaking = Table(
    "speaking",
    metadata,
    Column("speaker", Text, primary_key=True),  # the actor's key
    Column("document", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("reports", Integer, nullable=False),  # those whose innermost source he is
    Index(None, "document"),
    sqlite_with_rowid=False,
)
"""Who is a source in which document."""

block = Table(
    "block",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("telling", Integer, primary_key=True),
    Index(None, "telling"),
    sqlite_with_rowid=False,
)
"""The keys under which a telling is found."""

link = Table(
    "link",
    metadata,
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True),
    Column("score", Float, nullable=False),
    Column("kept", Integer, nullable=False),  # 1 when it holds sets together, see kept_links
    Index(None, "b"),
    sqlite_with_rowid=False,
)
"""Two tellings that are likely one fact, or put together, the smaller number first."""

finding = Table(
    "finding",
    metadata,
    Column("cluster", Text, primary_key=True),
    Column("known_from", Text, primary_key=True),  # ISO day, inclusive
    Column("known_to", Text, nullable=False),  # ISO day, exclusive; OPEN while nothing newer is
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("day", Text, nullable=False),  # the fact's first day, else that of its first telling
    Column("country", Text),  # None where it is placed in several
    Column("category", Text),  # of what is added up or followed apart: see answers
    Column("low", Float),
    Column("best", Float),
    Column("high", Float),
    Column("origins", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON of the finding
    Index("ix_finding_kinds", "kind", "day", "origins", "known_from", "known_to"),
    Index("ix_finding_disputed", "disputed", "day", "known_from", "known_to"),
    Index("ix_finding_categories", "category", "day", "known_from", "known_to"),
    Index(
        "ix_finding_sums",
        "category",
        "country",
        "day",
        "known_from",
        "known_to",
        "status",
        "low",
        "best",
        "high",
        "disputed",
    ),
)
"""What a cluster amounts to, as known over a stretch of days."""

finding_place = Table(
    "finding_place",
    metadata,
    Column("place", Text, primary_key=True),  # see answers.place_key
    Column("kind", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("cluster", Text, primary_key=True),
    Column("known_from", Text, primary_key=True),
    Index(None, "cluster"),
    sqlite_with_rowid=False,
)
"""Where findings are placed: the place itself, its province, its country."""

finding_actor = Table(
    "finding_actor",
    metadata,
    Column("actor", Text, primary_key=True),  # key or folded name
    Column("kind", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("cluster", Text, primary_key=True),
    Column("known_from", Text, primary_key=True),
    Index(None, "cluster"),
    sqlite_with_rowid=False,
)
"""Whom findings name, as actor or recipient."""
